// What the sidebar of a manager workbook may ask for in a hand-out, a round, a move or a removal.

import { record, refuse, words } from '../review/request';
import { FILES, type FileKind } from './plan';

export interface FileRequest {
  email: string;
  file: FileKind;
}

export interface HandOutRequest {
  files: FileRequest[];
  /** The other managers whose people's files the user agreed to own and read. */
  confirmed: string[];
}

export interface MoveRequest {
  /** Of the person. */
  email: string;
  /** Of the new manager. */
  managerEmail: string;
  /** Whose access to the career sheet ends. */
  takeFrom: string[];
  /** Whether the person's row leaves Team. */
  leavesTeam: boolean;
}

const MOST_FILES = 20_000;

/** Throws a sentence when the request is not as it should be; so do the others. */
export function checkHandOut(request: unknown): HandOutRequest {
  const { files, confirmed } = record(request);
  return {
    files: list(files, 'files').map(checkFile),
    confirmed: list(confirmed, 'confirmed').map((one) => words(one, 'confirmed')),
  };
}

export function checkFile(request: unknown): FileRequest {
  const { email, file } = record(request);
  const known = (Object.keys(FILES) as FileKind[]).find((one) => one === file);
  if (!known) throw refuse('file is none that can be handed out');
  return { email: words(email, 'email'), file: known };
}

export function checkMove(request: unknown): MoveRequest {
  const { email, managerEmail, takeFrom, leavesTeam } = record(request);
  return {
    email: words(email, 'email'),
    managerEmail: words(managerEmail, 'managerEmail').trim(),
    takeFrom: list(takeFrom, 'takeFrom').map((one) => words(one, 'takeFrom')),
    leavesTeam: leavesTeam === true,
  };
}

function list(value: unknown, name: string): unknown[] {
  if (Array.isArray(value) && value.length <= MOST_FILES) return value;
  throw refuse(`${name} is no list`);
}
