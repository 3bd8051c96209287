// When spreadsheets changed last, and which one has a name, by Google Drive's list of the user's
// files. The list may leave out files, such as ones that are open to everybody with the link and
// were never looked at: what it does not hold is unknown, not unchanged.

import type { Patience } from '../jobs/retry';
import { getAll, isPassing, queryOf } from './google-rest';

const FILES = 'https://www.googleapis.com/drive/v3/files';
const SPREADSHEETS = "mimeType = 'application/vnd.google-apps.spreadsheet' and trashed = false";
const SEARCH = {
  q: SPREADSHEETS,
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
      const search = pageToken === '' ? SEARCH : { ...SEARCH, pageToken };
      const body = patience.try(() => listed(search));
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

/**
 * The id of the spreadsheet of exactly that name, or null. Throws where the list is refused, and when
 * Google did not look at all of Drive.
 */
export function findByName(name: string): string | null {
  const quoted = name.replace(/\\/g, '\\\\').replace(/'/g, "\\'");
  const { files, incompleteSearch } = listed({
    q: `name = '${quoted}' and ${SPREADSHEETS}`,
    fields: 'incompleteSearch,files(id)',
  });
  if (incompleteSearch) throw new Error('Google did not look at all of Drive.');
  return files?.[0]?.id ?? null;
}

interface Page {
  files?: { id: string; modifiedTime: string }[];
  nextPageToken?: string;
  incompleteSearch?: boolean;
}

function listed(search: Record<string, string>): Page {
  const [answer] = getAll([`${FILES}?${queryOf(search)}`]);
  if (answer.status === 200) return answer.body;
  const error = new Error(`The list of files cannot be read: ${answer.status} ${answer.reason}.`);
  if (isPassing(answer)) error.name = 'Exception';
  throw error;
}
