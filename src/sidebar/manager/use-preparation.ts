// What a manager prepares of one person: read from the workbook, changed in the page, saved in batches.

import { useCallback, useEffect, useMemo } from 'preact/hooks';
import type * as server from '../../entry/preparation';
import type { AnswerRow, Conflict, Edit } from '../../review/sheet';
import type { PreparationView } from '../../rollup/prepare';
import { parseScore } from '../../rules/score';
import type { PreparationEdit } from '../../sheets/preparation';
import type { Call } from '../call';
import type { AnswerQueue } from '../sheet/answers';
import { useQueue } from '../sheet/use-answers';
import { type SheetState, useSheetState } from '../sheet-state';

export type CallPreparation = Call<typeof server>;

export interface Preparing {
  sheet: SheetState<PreparationView>;
  answers: AnswerQueue;
  /** A row a skill, with what is not saved yet; null while nothing was read. */
  rows: AnswerRow[] | null;
}

export function usePreparation(call: CallPreparation, email: string): Preparing {
  const load = useCallback(() => call('loadPreparation', { email }), [call, email]);
  const sheet = useSheetState(load);
  const { view } = sheet;
  const { adjust } = sheet;
  const save = useCallback(
    async (edits: Edit[]) => {
      const answer = await call('savePreparation', { email, edits: edits as PreparationEdit[] });
      adjust((old) => withEdits(old, edits, answer.conflicts));
      return answer;
    },
    [call, email, adjust],
  );
  const answers = useQueue(save, `${view?.fileId} ${view?.user} preparation ${email}`);
  const rows = useMemo(() => view && rowsOf(view), [view]);
  useMemo(() => rows && answers.take(rows), [answers, rows]);
  // Whoever goes on to another person leaves nothing behind.
  useEffect(() => () => void answers.flush(), [answers]);
  return { sheet, answers, rows: rows && answers.overlay(rows) };
}

/** The view as the workbook is after edits were saved; what came back as a conflict stands in it as it is there. */
function withEdits(
  view: PreparationView,
  edits: readonly Edit[],
  conflicts: readonly Conflict[],
): PreparationView {
  const prepared = { ...view.prepared };
  const set = (skillId: string, column: string, value: string) => {
    const was = prepared[skillId] ?? { score: null, note: '' };
    prepared[skillId] =
      column === 'managerScore'
        ? { ...was, score: parseScore(value) ?? null }
        : { ...was, note: value };
  };
  for (const { skillId, column, value } of edits) set(skillId, column, value);
  for (const { skillId, column, now } of conflicts) set(skillId, column, now);
  return { ...view, prepared };
}

function rowsOf({ framework, selfScores, prepared }: PreparationView): AnswerRow[] {
  return framework.skills.map(({ id, competency, level, text }, index) => ({
    position: index + 1,
    id,
    competency,
    level,
    skill: text,
    selfScore: selfScores?.[id] ?? null,
    evidence: '',
    managerScore: prepared[id]?.score ?? null,
    agreedScore: null,
    managerNote: prepared[id]?.note ?? '',
  }));
}
