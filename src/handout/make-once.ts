// Making a file exactly once, although a run may be cut off after Google made it and before anybody
// wrote down that it did: what is begun is written down first, under a name that no other file has.

import { mayPass } from '../jobs/retry';
import { findByName } from '../sheets/drive-list';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

/** A file whose making has begun. */
export interface Making {
  /** The name that it is made under. */
  name: string;
  /** In milliseconds since 1970. */
  since: number;
  /** Blank while nobody knows whether it exists. */
  id: string;
}

/** Where it is written down. What `write` writes is stored when it returns. */
export interface Notebook {
  read(): Making | null;
  write(making: Making): void;
  /** Nothing was made. */
  forget(): void;
}

/** The file, or why nobody can tell whether it exists. */
export type Made = { file: Spreadsheet } | { unclear: Unclear };

export interface Unclear {
  /** The name that it was or was to be made under. */
  name: string;
  /** It cannot be opened any more; Drive cannot be searched; Drive may not list it yet. */
  why: 'gone' | 'no search' | 'too soon';
  /** What Google said, when it said something. */
  reason: string;
}

/** What Google lists may lag behind what exists by some moments. */
const LAG_MS = 60_000;

/**
 * Makes the file by `make`, or gives the one that was made before. The file keeps the name that it
 * was made under, such as `Career sheet of Ada (3f2a91c0)`, until the caller has told of it.
 * Throws what `make` throws: then too the next call looks for the file first, unless Google said
 * that it made none.
 */
export function makeOnce(
  title: string,
  notebook: Notebook,
  make: (name: string) => Spreadsheet,
): Made {
  const begun = notebook.read();
  if (begun && begun.id !== '') return opened(begun);
  if (begun) {
    const found = lookFor(begun);
    if ('unclear' in found) return found;
    if (found.id !== null) {
      const known = { ...begun, id: found.id };
      notebook.write(known);
      return opened(known);
    }
  }
  const name = begun?.name ?? `${title} (${Utilities.getUuid().slice(0, 8)})`;
  const making = { name, since: Date.now(), id: '' };
  notebook.write(making);
  let file: Spreadsheet;
  try {
    file = make(name);
  } catch (error) {
    if (!mayPass(error as Error)) notebook.forget();
    throw error;
  }
  notebook.write({ ...making, id: file.getId() });
  return { file };
}

function opened({ id, name }: Making): Made {
  try {
    return { file: SpreadsheetApp.openById(id) };
  } catch (error) {
    const reason = (error as Error).message.replace(/[.\s]+$/, '');
    return { unclear: { name, why: 'gone', reason } };
  }
}

function lookFor({ name, since }: Making): { id: string | null } | { unclear: Unclear } {
  let id: string | null;
  try {
    id = findByName(name);
  } catch (error) {
    return { unclear: { name, why: 'no search', reason: (error as Error).message } };
  }
  if (id === null && Date.now() - since < LAG_MS) {
    return { unclear: { name, why: 'too soon', reason: '' } };
  }
  return { id };
}
