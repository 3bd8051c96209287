// Who may do what in a review.

import {
  actionsFor,
  isSamePerson,
  parseStatus,
  type Role,
  refusalOf,
  roleOf,
  STATUSES,
  statusAfter,
} from '../../src/review/status';

const ROLES: Role[] = ['person', 'manager', 'both', 'other'];

test('each status allows each role exactly these actions', () => {
  const table = STATUSES.map((status) => [
    status,
    ...ROLES.map((role) => actionsFor(status, role).join(' ')),
  ]);
  expect(table).toEqual([
    ['Draft', 'submit', '', 'submit', ''],
    ['Submitted', 'takeBack', 'openReview', 'takeBack openReview', 'openReview'],
    ['In review', 'record', 'record', 'record', 'record'],
    ['Recorded', 'record startRound', 'record startRound', 'record startRound', 'record'],
  ]);
});

test('a review goes from draft to recorded, and back to draft with the next round', () => {
  expect(statusAfter('submit')).toBe('Submitted');
  expect(statusAfter('takeBack')).toBe('Draft');
  expect(statusAfter('openReview')).toBe('In review');
  expect(statusAfter('record')).toBe('Recorded');
  expect(statusAfter('startRound')).toBe('Draft');
});

test('a status typed by hand counts in any case and with spaces around it', () => {
  expect(parseStatus(' in REVIEW ')).toBe('In review');
  expect(parseStatus('Submitted')).toBe('Submitted');
  expect(parseStatus('')).toBe('Draft');
  expect(parseStatus('Done')).toBeNull();
});

test('people are told apart by e-mail, whatever its case', () => {
  expect(roleOf('Ada@Example.com', 'ada@example.com', 'lin@example.com')).toBe('person');
  expect(roleOf('lin@example.com ', 'ada@example.com', 'LIN@example.com')).toBe('manager');
  expect(roleOf('ada@example.com', 'ada@example.com', 'ada@example.com')).toBe('both');
  expect(roleOf('eve@example.com', 'ada@example.com', 'lin@example.com')).toBe('other');
});

test('a sheet without an e-mail is begun by anyone but its manager', () => {
  expect(roleOf('ada@example.com', '', 'lin@example.com')).toBe('person');
  expect(roleOf('lin@example.com', '', 'lin@example.com')).toBe('manager');
  expect(roleOf('', '', '')).toBe('other');
});

test('a blank e-mail names nobody', () => {
  expect(isSamePerson('', '')).toBe(false);
  expect(roleOf('', 'ada@example.com', '')).toBe('other');
});

test('what is not allowed is refused with the reason, what is allowed is not', () => {
  expect(refusalOf('submit', 'Recorded', 'person')).toBe(
    'Nobody can submit this review while its status is “Recorded”: reload to see where it stands.',
  );
  expect(refusalOf('takeBack', 'Submitted', 'manager')).toBe(
    'Only the person whose e-mail stands on Summary can take this review back.',
  );
  for (const status of STATUSES) {
    for (const role of ROLES) {
      for (const action of actionsFor(status, role)) {
        expect(refusalOf(action, status, role)).toBe('');
      }
    }
  }
});
