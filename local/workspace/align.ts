// Brings three states of a workbook to the same rows and columns, so that they
// can be merged cell by cell.

import type { Content } from './merge';
import type { Edit } from './shift';
import { editStructure } from './structure';
import type { Workbook } from './workbook';

interface States {
  /** What both sides started from. */
  base: Content;
  /** The workspace's, in which `others` happened. */
  ours: Content;
  /** The page's, in which `moves` happened. */
  page: Content;
}

/** Each state with the edits that it lacks; as they are where both sides moved the same tab. */
export function align(states: States, others: readonly Edit[], moves: readonly Edit[]): States {
  const moved = new Set(moves.map(({ sheet }) => sheet));
  if (others.some(({ sheet }) => moved.has(sheet))) return states;
  return {
    base: edited(states.base, [...others, ...moves]),
    ours: edited(states.ours, moves),
    page: edited(states.page, others),
  };
}

/** A tab that is gone needs no edits. */
function edited(content: Content, edits: readonly Edit[]): Content {
  if (edits.length === 0) return content;
  const copy = structuredClone(content) as Workbook;
  for (const edit of edits) {
    if (copy.sheets.some(({ name }) => name === edit.sheet)) editStructure(copy, edit);
  }
  return copy;
}
