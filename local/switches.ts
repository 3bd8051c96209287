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
   * Whether text such as `+49 30 1234`, `-x` or `@ada` written by setValue is read as a formula.
   * The reference only speaks of a leading `=`; people report formulas for `+` and `-`.
   */
  leadingSign: 'formula' | 'text';
}

export const DEFAULT_SWITCHES: Switches = { illegalResult: 'null', leadingSign: 'formula' };
