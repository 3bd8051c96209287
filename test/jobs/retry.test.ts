// Trying again what may pass, on a clock of the test's own.

import { mayPass, Patience } from '../../src/jobs/retry';

/** An error as Apps Script throws it. */
function googles(message: string): Error {
  return Object.assign(new Error(message), { name: 'Exception' });
}

function deskAt(until: number) {
  const waits: number[] = [];
  let time = 0;
  const clock = {
    now: () => time,
    sleep: (ms: number) => {
      waits.push(ms);
      time += ms;
    },
  };
  return { patience: new Patience(until, clock), waits };
}

test('a failure that passes is waited out, longer each time', () => {
  const { patience, waits } = deskAt(60_000);
  let left = 3;
  const answer = patience.try(() => {
    left -= 1;
    if (left >= 0) throw googles('We’re sorry, a server error occurred.');
    return 'read';
  });
  expect(answer).toBe('read');
  expect(waits).toEqual([500, 1000, 2000]);
});

test('a failure that stays is thrown as it is, after some tries', () => {
  const { patience, waits } = deskAt(600_000);
  expect(() =>
    patience.try(() => {
      throw googles('Service Spreadsheets failed.');
    }),
  ).toThrow('Service Spreadsheets failed.');
  expect(waits).toEqual([500, 1000, 2000, 4000, 8000]);
});

test('no wait goes on beyond the time that is left', () => {
  const { patience, waits } = deskAt(2000);
  expect(() =>
    patience.try(() => {
      throw googles('Service timed out: Spreadsheets');
    }),
  ).toThrow('timed out');
  expect(waits).toEqual([500, 1000]);
});

test.each([
  'You do not have permission to access the requested document.',
  'Specified permissions are not sufficient to call ScriptApp.newTrigger.',
  'Authorization is required to perform that action.',
  'Sie haben keine Berechtigung für den Zugriff auf das angeforderte Dokument.',
  "Vous n'êtes pas autorisé à accéder au document demandé.",
  'Service invoked too many times for one day: urlfetch.',
  'Dienst wurde an einem Tag zu häufig aufgerufen: urlfetch.',
  'You are trying to edit a protected cell or object.',
  'Requested entity was not found.',
])('does not try again: %s', (message) => {
  expect(mayPass(googles(message))).toBe(false);
});

test.each([
  'Service Spreadsheets timed out while accessing document with id 1AbC.',
  'Service invoked too many times in a short time: exec qps. Try Utilities.sleep(1000).',
  'Ein Serverfehler ist aufgetreten. Bitte versuchen Sie es später erneut.',
  '申し訳ありません。サーバーでエラーが発生しました。',
  'Exception of a kind that nobody has seen before.',
])('tries again: %s', (message) => {
  expect(mayPass(googles(message))).toBe(true);
});

test('faults of the script itself are not tried again', () => {
  expect(mayPass(new TypeError('undefined is not a function'))).toBe(false);
  expect(mayPass(new Error('There is no tab “Team” in “My team”.'))).toBe(false);
});
