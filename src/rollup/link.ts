// What people put into the link column of `Team`, and which spreadsheet it means.

/** Google's file ids are made of these; the shortest in use are longer than any word. */
const BARE_ID = /^[-\w]{25,}$/;
/** Google writes `/d/` before an id, the local host `/file/`. */
const ID_IN_URL = /\/(?:d|file)\/([-\w]{25,})(?:[/?#]|$)/;
const ID_IN_QUERY = /[?&]id=([-\w]{25,})(?:[&#]|$)/;
/** Documents, slides and forms have addresses of the same shape. */
const OTHER_KIND = /\/(document|presentation|forms|drawings|folders)\//;
const HYPERLINK = /^=\s*HYPERLINK\s*\(\s*"((?:[^"]|"")*)"/i;

/** The id of the spreadsheet that a web address or a bare id names, or null. */
export function spreadsheetIdIn(text: string): string | null {
  const trimmed = text.trim();
  if (BARE_ID.test(trimmed)) return trimmed;
  if (!/^(https?:\/\/)?[\w.-]+(:\d+)?\//i.test(trimmed) || OTHER_KIND.test(trimmed)) return null;
  return (ID_IN_URL.exec(trimmed) ?? ID_IN_QUERY.exec(trimmed))?.[1] ?? null;
}

/** The address of a spreadsheet. */
export function addressOfFile(id: string): string {
  return `https://docs.google.com/spreadsheets/d/${id}/edit`;
}

/** The address in a formula such as `=HYPERLINK("https://…"; "Ada")`, or null. */
export function hyperlinkIn(formula: string): string | null {
  const address = HYPERLINK.exec(formula)?.[1];
  return address === undefined ? null : address.replace(/""/g, '"');
}
