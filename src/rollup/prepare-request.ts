// What the sidebar of a manager workbook may ask for while one prepares, checked as in a career sheet.

import { checkAnswers, record, refuse, words } from '../review/request';
import type { PreparationEdit } from '../sheets/preparation';

export interface PersonRequest {
  /** The e-mail in Team. */
  email: string;
}

export interface PreparationRequest extends PersonRequest {
  edits: PreparationEdit[];
}

/** What leaves the manager workbook when the review is opened. */
export const BRINGS = ['nothing', 'scores', 'scoresAndNotes'] as const;

export interface OpenPreparedRequest extends PersonRequest {
  bring: (typeof BRINGS)[number];
}

/** Throws a sentence when the request is not as it should be; so do the others. */
export function checkPerson(request: unknown): PersonRequest {
  return { email: words(record(request).email, 'email') };
}

export function checkPreparation(request: unknown): PreparationRequest {
  const { edits } = checkAnswers(request, /^manager(Score|Note)$/);
  return { ...checkPerson(request), edits: edits as PreparationEdit[] };
}

export function checkOpenPrepared(request: unknown): OpenPreparedRequest {
  const { bring } = record(request);
  const known = BRINGS.find((one) => one === bring);
  if (!known) throw refuse('bring is none of the choices');
  return { ...checkPerson(request), bring: known };
}
