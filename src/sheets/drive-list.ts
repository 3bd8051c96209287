// When spreadsheets changed last, by Google Drive's list of the user's files. The list may leave out
// files, such as ones that are open to everybody with the link and were never looked at: what it
// does not hold is unknown, not unchanged.

import type { Patience } from '../jobs/retry';
import { getAll, isPassing, queryOf } from './google-rest';

const FILES = 'https://www.googleapis.com/drive/v3/files';
const SEARCH = {
  q: "mimeType = 'application/vnd.google-apps.spreadsheet' and trashed = false",
  orderBy: 'modifiedTime desc',
  fields: 'nextPageToken,files(id,modifiedTime)',
  pageSize: '1000',
};
/** Some 20 seconds: whoever has more files than these lists some of them in vain. */
const MOST_PAGES = 30;

/**
 * The time of the last change of each of these files that the list holds, as Drive writes it.
 * Empty where the list is refused: without `script.external_request`, `drive.metadata.readonly` or
 * the Drive API.
 */
export function listModified(ids: ReadonlySet<string>, patience: Patience): Map<string, string> {
  const modified = new Map<string, string>();
  try {
    let pageToken = '';
    for (let page = 0; page < MOST_PAGES && modified.size < ids.size; page += 1) {
      const body = patience.try(() => pageAt(pageToken));
      for (const { id, modifiedTime } of body.files ?? []) {
        if (ids.has(id)) modified.set(id, modifiedTime);
      }
      pageToken = body.nextPageToken ?? '';
      if (pageToken === '') break;
    }
  } catch (_) {
    // What was listed until then holds.
  }
  return modified;
}

interface Page {
  files?: { id: string; modifiedTime: string }[];
  nextPageToken?: string;
}

function pageAt(pageToken: string): Page {
  const search = pageToken === '' ? SEARCH : { ...SEARCH, pageToken };
  const [answer] = getAll([`${FILES}?${queryOf(search)}`]);
  if (answer.status === 200) return answer.body;
  const error = new Error(`The list of files cannot be read: ${answer.status} ${answer.reason}.`);
  if (isPassing(answer)) error.name = 'Exception';
  throw error;
}
