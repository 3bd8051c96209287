// New rounds, copies of filled sheets, and sheets of a newer layout, through the built script on the local host.

import { cutOff } from '../rollup/cut-off';
import {
  ADA,
  adasCareer,
  answer,
  answerOf,
  type Career,
  EVE,
  fill,
  LIN,
  look,
  type Office,
  openedReview,
  openOffice,
  paste,
  record,
  rowsOf,
  statusOf,
} from './career';

let office: Office;
beforeAll(async () => {
  office = await openOffice({ savesOnClose: false });
});
afterAll(() => office.close());

async function recordedReview(): Promise<Career> {
  const career = adasCareer(office);
  await openedReview(career);
  answer(career.lin, 'del-01', { agreed: '2', managerScore: '1', note: 'Go on like this' });
  answer(career.lin, 'del-02', { agreed: 'n/a' });
  await record(career.lin);
  return career;
}

describe('a new round', () => {
  test('keeps the agreed scores as self scores and clears the rest', async () => {
    const { ada } = await recordedReview();
    await ada.call('startRound', { round: ' 2027 H1 ' });
    const blank = { evidence: '', managerScore: '', agreed: '', note: '' };
    expect(answerOf(ada, 'del-01')).toEqual({ self: 2, ...blank });
    expect(answerOf(ada, 'del-02')).toEqual({ self: 'n/a', ...blank });
    expect(ada.read(...ada.named('round'))).toBe('2027 H1');
    expect(statusOf(ada)).toBe('Draft');
    expect(rowsOf(ada, 'Outcomes')).toHaveLength(1);
  });

  test('moves evidence and notes to Archive, with the scores, the round and the reason', async () => {
    const { ada } = await recordedReview();
    await ada.call('startRound', { round: '2027 H1' });
    expect(rowsOf(ada, 'Archive')).toMatchObject([
      {
        Round: '2026 H2',
        Reason: 'New round',
        'Skill id': 'del-01',
        Competency: 'Delivery',
        Level: 1,
        'Self score': 1,
        "Manager's score": 1,
        'Agreed score': 2,
        Evidence: 'Shipped the importer',
        "Manager's note": 'Go on like this',
      },
    ]);
  });

  test('keeps where a link in evidence points to, and what a formula says', async () => {
    const { ada } = await recordedReview();
    const access = office.host.store.access(ADA);
    const cells = access.write(ada.id).sheets.find(({ name }) => name === 'Assessment')?.cells;
    if (!cells) throw new Error('no Assessment');
    const url = 'https://example.com/plan';
    cells.F2 = { v: 'see the plan', links: [{ start: 4, end: 12, url }] };
    cells.F3 = { v: url, links: [{ start: 0, end: url.length, url }] };
    cells.I2 = { v: 'plan', f: `=HYPERLINK("${url}";"plan")` };
    access.flush();
    await ada.call('startRound', { round: '2027 H1' });
    expect(rowsOf(ada, 'Archive')).toMatchObject([
      {
        Evidence: `see the plan (${url})`,
        "Manager's note": `plan (=HYPERLINK("${url}";"plan"))`,
      },
      { Evidence: url },
    ]);
  });

  test('keeps scores that were changed after recording, in Archive', async () => {
    const { ada } = await recordedReview();
    answer(ada, 'del-02', { self: '0', agreed: '1' });
    await ada.call('startRound', { round: '2027 H1' });
    expect(answerOf(ada, 'del-02').self).toBe('n/a');
    expect(rowsOf(ada, 'Archive').find((row) => row['Skill id'] === 'del-02')).toMatchObject({
      'Self score': 0,
      'Agreed score': 1,
    });
  });

  test('of a round without an outcome loses no self score', async () => {
    const { ada } = adasCareer(office);
    answer(ada, 'del-01', { self: '1' });
    fill(ada, { status: 'Recorded' });
    await ada.call('startRound', { round: '2027 H1' });
    expect(answerOf(ada, 'del-01').self).toBe(1);
  });

  test.each([
    ['', 'has no name'],
    ['2026 h2', 'has been held already'],
    ['x'.repeat(50), 'longer than 40 characters'],
  ])('is not called “%s”', async (round, reason) => {
    const { ada } = await recordedReview();
    await expect(ada.call('startRound', { round })).rejects.toThrow(reason);
    expect(answerOf(ada, 'del-01').evidence).toBe('Shipped the importer');
    expect(statusOf(ada)).toBe('Recorded');
  });

  test('started by two at once starts once', async () => {
    const { ada, lin } = await recordedReview();
    const both = await Promise.allSettled([
      ada.call('startRound', { round: '2027 H1' }),
      lin.call('startRound', { round: '2027 H1' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(rowsOf(ada, 'Archive')).toHaveLength(1);
    expect(answerOf(ada, 'del-01').self).toBe(2);
  });

  test('and a second round after it goes on from the last outcome', async () => {
    const career = await recordedReview();
    await career.ada.call('startRound', { round: '2027 H1' });
    answer(career.ada, 'del-01', { self: '1', evidence: 'Second round' });
    await career.ada.call('submitReview', { addManager: false });
    await career.lin.call('openReview');
    await record(career.lin);
    expect(rowsOf(career.ada, 'Outcomes')[1]).toMatchObject({ Round: '2027 H1', Replaces: '' });
    expect((await look(career.ada)).lastOutcome).toMatchObject({ round: '2027 H1', change: 0 });
  });
});

describe('a new round that is cut off', () => {
  test('at any write loses nothing, and starting again completes it', async () => {
    const evidence = 'Shipped the importer';
    const office = await openOffice({ savesOnClose: false });
    const career = adasCareer(office);
    await openedReview(career);
    answer(career.lin, 'del-01', { agreed: '2', note: 'Go on like this' });
    await record(career.lin);
    let cutAt = 0;
    for (let finished = false; !finished; ) {
      cutAt += 1;
      const host = office.host.fork({ simulate: {} });
      const lin = host.as(LIN).open(career.ada.id);
      finished = await cutOff(host, cutAt, () => lin.call('startRound', { round: '2027 H1' }));

      const file = host.as(ADA).open(career.ada.id);
      const kept = [answerOf(file, 'del-01').evidence, ...archived(file)];
      expect(kept).toContain(evidence);
      expect([answerOf(file, 'del-01').self, answerOf(file, 'del-01').agreed]).toContain(2);

      if (statusOf(file) !== 'Draft') await file.call('startRound', { round: '2027 H1' });
      expect(archived(file)).toEqual([evidence]);
      expect(answerOf(file, 'del-01')).toMatchObject({ self: 2, evidence: '', agreed: '' });
      expect(answerOf(file, 'del-02')).toMatchObject({ self: 2, agreed: '' });
      expect(statusOf(file)).toBe('Draft');
      expect(rowsOf(file, 'Outcomes')).toHaveLength(1);
    }
    expect(cutAt).toBeGreaterThan(5);
    office.close();
  });

  function archived(file: Career['ada']): unknown[] {
    return rowsOf(file, 'Archive').map(({ Evidence }) => Evidence);
  }
});

describe('which file it is', () => {
  test('a fresh copy of the template becomes its owner’s own at the first look', async () => {
    const { ada } = adasCareer(office);
    expect(ada.read(...ada.named('file_id'))).toBe(office.template.id);
    expect((await look(ada)).place).toBe('own');
    expect(ada.read(...ada.named('file_id'))).toBe(ada.id);
  });

  test('in the template nothing of a review is done', async () => {
    const { template } = office;
    expect(await look(template)).toMatchObject({ place: 'template', actions: [] });
    await expect(template.call('submitReview', { addManager: false })).rejects.toThrow(
      'This is the template: make a copy of it',
    );
    await expect(template.call('startClean')).rejects.toThrow('nothing was cleared');
  });

  test('a copy of a filled sheet is noticed, and nothing is done in it before someone says what it is', async () => {
    const { copy } = await copied();
    expect(await look(copy)).toMatchObject({ place: 'copy', actions: [] });
    await expect(copy.call('startRound', { round: '2027 H1' })).rejects.toThrow(
      "This file is a copy of somebody's career sheet",
    );
  });

  test('a copy that is said to be one’s own goes on as it is', async () => {
    const { copy } = await copied();
    await copy.call('claimFile');
    expect(await look(copy)).toMatchObject({ place: 'own', person: 'Ada', status: 'Recorded' });
  });

  test('a copy that starts clean holds nothing of the other person, whose own sheet is as before', async () => {
    const { ada, copy } = await copied();
    const before = ada.workbook();
    await copy.call('startClean');
    expect(ada.workbook()).toEqual(before);
    expect(await look(copy)).toMatchObject({
      place: 'own',
      status: 'Draft',
      person: '',
      email: '',
      managerEmail: '',
      currentGrade: '',
      selfScored: 0,
      agreedScored: 0,
      lastOutcome: null,
    });
    for (const tab of ['Outcomes', 'Archive', 'Goals']) expect(rowsOf(copy, tab)).toEqual([]);
    const text = JSON.stringify(copy.workbook().sheets.map(({ cells }) => cells));
    expect(text).not.toContain('Shipped the importer');
    expect(text).not.toContain('Go on like this');
    expect(text).not.toContain('Speak at a conference');
    expect(text).not.toContain(ADA);
    expect(rowsOf(copy, 'Assessment')).toHaveLength(121);
  });

  test('one’s own sheet never starts clean', async () => {
    const { ada } = await recordedReview();
    await expect(ada.call('startClean')).rejects.toThrow('nothing was cleared');
    expect(answerOf(ada, 'del-01').evidence).toBe('Shipped the importer');
  });

  async function copied() {
    const { ada } = await recordedReview();
    ada.type('Goals', 'A2', 'Speak at a conference');
    return { ada, copy: office.host.as(EVE).open(ada.id).copy('Copy of Ada') };
  }
});

describe('a newer layout', () => {
  test.each([
    ['loadReview', []],
    ['submitReview', [{ addManager: true }]],
    ['takeBackReview', []],
    ['openReview', []],
    ['startRound', [{ round: '2027 H1' }]],
    ['claimFile', []],
    ['startClean', []],
  ])('makes %s say so and write nothing', async (name, args) => {
    const { ada } = adasCareer(office);
    paste(office, ada, ada.named('layout_version'), 2);
    const before = ada.workbook();
    await expect(ada.call(name, ...args)).rejects.toThrow(
      /^This career sheet has layout 2, but its script knows only layout 1: nothing was written/,
    );
    expect(ada.workbook()).toEqual(before);
  });

  test('makes recording say so and write nothing', async () => {
    const career = adasCareer(office);
    await openedReview(career);
    paste(office, career.ada, career.ada.named('layout_version'), 2);
    const confirmed = { notScored: [], notManager: true, replaces: true };
    const outcomeId = '0b0e7e5e-3c3d-4a53-9f0e-0123456789ab';
    await expect(
      career.lin.call('recordReview', { outcomeId, lastOutcomeId: '', agrees: true, confirmed }),
    ).rejects.toThrow('nothing was written');
    expect(rowsOf(career.ada, 'Outcomes')).toEqual([]);
  });
});
