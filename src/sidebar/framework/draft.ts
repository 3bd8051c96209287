// What the tabs hold, read, checked and compared with what was published: all that the page shows.

import { checkFramework, type Finding } from '../../framework/check';
import { type Comparison, compareFrameworks } from '../../framework/compare';
import type { Framework } from '../../framework/framework';
import { missingIds } from '../../framework/ids';
import { type FrameworkTabs, readTabs } from '../../framework/tabs';
import { type CellEdit, edited, frameworkEdits } from '../../framework/write';
import type { FrameworkSheet } from '../../sheets/publish';

export interface Draft {
  framework: Framework;
  findings: Finding[];
  /** The last published version of this framework; null before the first. */
  published: Framework | null;
  /** The cells of ids to fill in. */
  missing: CellEdit[];
  /** A tab lacks a column or a name, so that it cannot be written to. */
  isBroken: boolean;
}

export function draftOf({ identity, tabs, published, changedIds }: FrameworkSheet): Draft {
  const { id, name, version } = identity;
  const reading = readTabs(tabs, { id, name, version });
  const last: Framework | null = published === '' ? null : JSON.parse(published);
  const own = last?.id === id ? last : null;
  return {
    framework: reading.framework,
    findings: checkFramework(tabs, reading, own),
    published: own,
    missing: missingIds(reading, own, changedIds),
    isBroken: reading.problems.some(({ place }) => place.row === 1 && place.column === 1),
  };
}

/** What came of looking at a framework from elsewhere: nothing is written yet. */
export interface Incoming {
  framework: Framework;
  edits: CellEdit[];
  comparison: Comparison;
  errors: Finding[];
}

export function incomingOf(tabs: FrameworkTabs, now: Framework, framework: Framework): Incoming {
  const edits = frameworkEdits(tabs, framework);
  const after = edited(tabs, edits);
  const { id, name, version } = framework;
  const reading = readTabs(after, { id, name, version });
  return {
    framework,
    edits,
    comparison: compareFrameworks(now, reading.framework),
    errors: checkFramework(after, reading, null).filter(({ kind }) => kind === 'error'),
  };
}
