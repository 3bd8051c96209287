// What the two say and see in a one-to-one, through the built script on the local host.

import {
  ADA,
  adasCareer,
  EVE,
  LIN,
  look,
  type Office,
  openedReview,
  openOffice,
  requestOf,
  rowsOf,
} from './career';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

async function recordWith(file: ReturnType<typeof adasCareer>['lin'], statement: string) {
  const request = { ...requestOf(await look(file)), statement };
  await file.call('recordReview', request);
  return request;
}

describe('what the person says on the outcome', () => {
  test('is kept with it, in Archive, and stands in no outcome', async () => {
    const career = adasCareer(office);
    await openedReview(career);
    const { outcomeId } = await recordWith(career.lin, 'I see it otherwise.');
    expect(await career.ada.call('loadStatements')).toEqual({ [outcomeId]: 'I see it otherwise.' });
    expect(rowsOf(career.ada, 'Archive')).toMatchObject([
      { Round: '2026 H2', Reason: 'Statement on the outcome', Evidence: 'I see it otherwise.' },
    ]);
    expect(JSON.stringify(rowsOf(career.ada, 'Outcomes'))).not.toContain('otherwise');
  });

  test('is there once when the call is repeated, and once for each outcome recorded on purpose', async () => {
    const career = adasCareer(office);
    await openedReview(career);
    const request = await recordWith(career.lin, 'first');
    await career.lin.call('recordReview', request);
    const again = await recordWith(career.lin, 'second');
    expect(await career.lin.call('loadStatements')).toEqual({
      [request.outcomeId]: 'first',
      [again.outcomeId]: 'second',
    });
    expect(rowsOf(career.ada, 'Archive')).toHaveLength(2);
  });

  test('outlives the next round', async () => {
    const career = adasCareer(office);
    await openedReview(career);
    const { outcomeId } = await recordWith(career.lin, 'for the record');
    await career.lin.call('startRound', { round: '2027 H1' });
    expect(await career.ada.call('loadStatements')).toEqual({ [outcomeId]: 'for the record' });
  });

  test('that is blank leaves no row', async () => {
    const career = adasCareer(office);
    await openedReview(career);
    await recordWith(career.lin, '  ');
    expect(rowsOf(career.ada, 'Archive')).toEqual([]);
  });

  test('stays the text that it was, whatever it looks like', async () => {
    const career = adasCareer(office);
    await openedReview(career);
    const text = '=HYPERLINK("https://example.com";"x")\n<img src=x onerror=alert(1)> شكرا 🙂';
    const { outcomeId } = await recordWith(career.lin, text);
    expect(await career.ada.call('loadStatements')).toEqual({ [outcomeId]: text });
  });

  test('is not kept when nothing could be recorded', async () => {
    const career = adasCareer(office);
    await openedReview(career);
    const request = { ...requestOf(await look(career.lin)), statement: 'too late' };
    await recordWith(career.eve, '');
    await expect(career.lin.call('recordReview', request)).rejects.toThrow('nothing was written');
    expect(rowsOf(career.ada, 'Archive')).toEqual([]);
  });
});

test('who can read the file are the people named on it, each once, editors first', async () => {
  const { ada } = adasCareer(office);
  ada.share('zoe@example.com', 'viewer');
  expect(await ada.call('loadReaders')).toEqual([
    { email: ADA, mayEdit: true },
    { email: LIN, mayEdit: true },
    { email: EVE, mayEdit: true },
    { email: 'zoe@example.com', mayEdit: false },
  ]);
});
