// What a scope allows, and what stands on buttons, in plain words.

const SCOPES: Record<string, string> = {
  'spreadsheets.currentonly': 'See and change this spreadsheet, and no other',
  spreadsheets: 'See, change, create and share all your spreadsheets',
  'script.container.ui': 'Show a sidebar and dialogs in this spreadsheet',
  'userinfo.email': 'See your e-mail address',
  'script.scriptapp': 'Go on by itself when you are not there',
  'script.external_request': 'Connect to other services',
  'drive.metadata.readonly': 'See the names and dates of your files in Drive',
  drive: 'See, change, create and delete all your files in Drive',
  'script.send_mail': 'Send e-mail as you',
};

/** One line for a scope's address; the address itself where nothing is known of it. */
export function scopeWords(scope: string): string {
  return SCOPES[scope.replace('https://www.googleapis.com/auth/', '')] ?? scope;
}

export const buttonWords = { OK: 'OK', CANCEL: 'Cancel', YES: 'Yes', NO: 'No', CLOSE: 'Close' };
