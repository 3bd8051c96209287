// Who is named on a file, as far as a script can see: access by link, by domain or by group is not told.

export interface Reader {
  email: string;
  mayEdit: boolean;
}

/** The people named on the file, each once, those who may edit first. */
export function readersOf(spreadsheet: GoogleAppsScript.Spreadsheet.Spreadsheet): Reader[] {
  const editors = spreadsheet.getEditors().map((user) => user.getEmail());
  const owner = spreadsheet.getOwner();
  if (owner) editors.unshift(owner.getEmail());
  const viewers = spreadsheet.getViewers().map((user) => user.getEmail());
  return [...editors, ...viewers]
    .map((email, at) => ({ email, mayEdit: at < editors.length }))
    .filter(({ email }, at, all) => email && all.findIndex((one) => one.email === email) === at);
}
