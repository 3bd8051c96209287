// Outcomes by the small framework, for tests.

import type { Outcome } from '../../src/review/outcome';
import { FRAMEWORK } from './framework';

export function outcome(more: Partial<Outcome> = {}): Outcome {
  return {
    id: 'one',
    recordedAt: '2026-05-20T10:00:00+02:00',
    recordedBy: 'lin@example.com',
    person: 'Ada',
    email: 'ada@example.com',
    managerEmail: 'lin@example.com',
    round: '2026 H1',
    frameworkId: FRAMEWORK.id,
    frameworkVersion: FRAMEWORK.version,
    direction: 'Maker',
    currentGrade: 'E2',
    levels: { delivery: 1, communication: 1 },
    progress: 1,
    selfProgress: 1,
    raised: 0,
    lowered: 0,
    selfScores: {},
    agreedScores: {},
    agrees: true,
    replaces: '',
    ...more,
  };
}
