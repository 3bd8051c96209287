// What Google's documentation leaves open, one switch each: the host can do
// either, and the tests run with both.

export interface Switches {
  /**
   * What a function called by `google.script.run` hands back when its result holds something
   * that cannot be sent, such as a Date: nothing, or an error to the failure handler. The guide
   * only says that such a result fails; people report null.
   */
  illegalResult: 'null' | 'error';
  /**
   * What a failure handler of `google.script.run` finds in the message of an error: the message
   * alone, or the error's name before it. The reference only says that it gets the error.
   */
  failureMessage: 'plain' | 'named';
  /**
   * Whether text such as `+49 30 1234`, `-x` or `@ada` written by setValue is read as a formula.
   * The reference only speaks of a leading `=`; people report formulas for `+` and `-`.
   */
  leadingSign: 'formula' | 'text';
  /**
   * Whether people may grant a script some of its scopes from a menu or a sidebar, or only all at
   * once. The guide on scopes says that the choice comes to these surfaces over time.
   */
  consent: 'granular' | 'all';
  /**
   * Whether a leading `'` that setValue writes into a cell of the text format stays part of the
   * value. The reference says nothing about text cells.
   */
  textFormatKeepsQuote: boolean;
  /**
   * What a people chip's rich text links to. The reference of RichTextValue knows no chips; people
   * report the file's address for file chips, and disagree about people.
   */
  personChipLink: 'mailto' | 'none';
  /** Whether the rich text of a HYPERLINK formula has the link. The reference does not say. */
  hyperlinkFormulaLink: boolean;
  /**
   * Whether the lists of editors and viewers hold those with more rights too: the owner among the
   * editors, both among the viewers. Reported of files in Drive; the reference does not say.
   */
  rolesIncludeHigher: boolean;
  /**
   * Whether a one-time trigger stays among the project's triggers once it has run, and counts
   * against their number until it is deleted. The reference does not say; people report that it stays.
   */
  firedTrigger: 'stays' | 'gone';
  /**
   * Which held writes a read makes stand: those of the file that is read, or all. The reference of
   * SpreadsheetApp.flush only says that changes are bundled. Matters where writes are held at all.
   */
  readsApplyWrites: 'ofTheFile' | 'ofAllFiles';
  /**
   * Whether a copy of a spreadsheet counts as a script project, of which a day allows 50, when it
   * brings a bound script along. The page on quotas does not say. Matters where quotas are played.
   */
  copiesAreProjects: boolean;
}

export const DEFAULT_SWITCHES: Switches = {
  illegalResult: 'null',
  failureMessage: 'plain',
  leadingSign: 'formula',
  consent: 'granular',
  textFormatKeepsQuote: false,
  personChipLink: 'none',
  hyperlinkFormulaLink: true,
  rolesIncludeHigher: true,
  firedTrigger: 'stays',
  readsApplyWrites: 'ofTheFile',
  copiesAreProjects: true,
};
