// What the sidebar sends is checked on the server.

import { checkRecord, checkRound, checkSubmit } from '../../src/review/request';

const RECORD = {
  outcomeId: '0b0e7e5e-3c3d-4a53-9f0e-0123456789ab',
  lastOutcomeId: '',
  agrees: true,
  statement: '',
  confirmed: { notScored: ['del-01'], notManager: false, replaces: false },
};

test('what a view leads to passes', () => {
  expect(checkRecord(RECORD)).toEqual(RECORD);
  expect(checkRound({ round: ' 2027 H1 ' })).toEqual({ round: '2027 H1' });
  expect(checkSubmit({ addManager: true })).toEqual({ addManager: true });
});

test.each([
  ['nothing', () => checkRecord(undefined)],
  ['null', () => checkSubmit(null)],
  ['an id that no view brought', () => checkRecord({ ...RECORD, outcomeId: '=1+1' })],
  ['a number for an id', () => checkRecord({ ...RECORD, lastOutcomeId: 7 })],
  ['words for yes', () => checkRecord({ ...RECORD, agrees: 'yes' })],
  ['no confirmations', () => checkRecord({ ...RECORD, confirmed: undefined })],
  [
    'skills that are no list',
    () => checkRecord({ ...RECORD, confirmed: { ...RECORD.confirmed, notScored: 'all' } }),
  ],
  [
    'a skill that is no text',
    () => checkRecord({ ...RECORD, confirmed: { ...RECORD.confirmed, notScored: [{}] } }),
  ],
  ['a round that is a list', () => checkRound({ round: ['2027 H1'] })],
  ['a novel as a round', () => checkRound({ round: 'x'.repeat(201) })],
  ['an undecided manager', () => checkSubmit({ addManager: 1 })],
])('%s is refused in one sentence', (_, check) => {
  expect(check).toThrow(
    /^The sidebar sent something that this sheet does not understand \(.+\): close the sidebar and open it again\.$/,
  );
});
