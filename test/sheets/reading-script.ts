// A script that reads career sheets as the rollup does, run by the tests on the local host.

import {
  isCareerSheet,
  readAssessment,
  readSummary,
  refuseNewerLayout,
} from '../../src/sheets/career-sheet';
import { readFramework } from '../../src/sheets/framework-tabs';

const active = () => SpreadsheetApp.getActive();

export function summaryOfSheet(): unknown {
  const { cells, ...summary } = readSummary(active());
  return { ...summary, progress: cells.get('selfProgress'), at: cells.address('selfProgress') };
}

export function assessmentOfSheet(): unknown {
  const { rows, problems } = readAssessment(active());
  return { rows: rows.map(({ row: _, ...values }) => values), problems };
}

export function frameworkOfSheet(): unknown {
  return readFramework(active(), { id: 'engineering', name: 'Engineering', version: '1.0.0' });
}

export function isOne(): boolean {
  return isCareerSheet(active());
}

export function refuseLayout(version: number): void {
  refuseNewerLayout(version);
}
