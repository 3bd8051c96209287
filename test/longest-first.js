// The order in which test files start: those that take longest first, so that in the end none of
// them is waited for alone.

import sequencer from '@jest/test-sequencer';

const LONGEST = [/\/proof\/(cut|storm)/, /\/browser\//, /\/sidebar\//, /\/proof\//];

export default class LongestFirst extends sequencer {
  sort(tests) {
    return [...tests].sort((one, other) => placeOf(one) - placeOf(other));
  }
}

function placeOf({ path }) {
  const place = LONGEST.findIndex((files) => files.test(path));
  return place < 0 ? LONGEST.length : place;
}
