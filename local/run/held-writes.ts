// Which writes Google may hold back, and what makes them stand. The page of SpreadsheetApp.flush
// says that operations are "sometimes bundled together to improve performance"; what ends a bundle
// is told nowhere in full, so that the strictest reading is played: what changes cells waits for
// flush, for a call that depends on it, or for the end of the run, and is lost when the run is
// stopped before.

import type { Call } from '../gate';
import type { Service } from '../services/service';

/** Whether a call changes cells. What changes rows, tabs, names or people comes behind what waited, at once. */
export function waits({ service, method, kind }: Call): boolean {
  const { service: type } = service.constructor as typeof Service;
  return (
    kind === 'write' && (type === 'Range' || type === 'RangeList') && method !== 'createFilter'
  );
}

/** Whether what waits must be done before a call. */
export function depends({ name, kind }: Call): boolean {
  return DEPENDENT.has(kind) || name === 'Spreadsheet.copy' || name === 'Sheet.getDataRange';
}

const DEPENDENT = new Set(['read', 'write']);

/** The file that a call concerns; null where the service does not tell. */
export function fileOf({ service }: Call): string | null {
  const { fileId, sheet, spreadsheet, ranges } = service as unknown as Places;
  return fileId ?? sheet?.fileId ?? spreadsheet?.fileId ?? ranges?.[0]?.sheet?.fileId ?? null;
}

/** Where the classes of the spreadsheet service hold what they belong to. */
interface Places {
  fileId?: string;
  sheet?: { fileId: string };
  spreadsheet?: { fileId: string };
  ranges?: { sheet?: { fileId: string } }[];
}
