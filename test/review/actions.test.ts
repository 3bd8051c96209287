// A review on a career sheet, held through the built script on the local host.

import { AnsweringPage } from '../../local/answers';
import {
  ADA,
  adasCareer,
  answer,
  answerOf,
  EVE,
  fill,
  LIN,
  look,
  type Office,
  openedReview,
  openOffice,
  paste,
  record,
  requestOf,
  rowsOf,
  statusOf,
} from './career';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

const CALLS = {
  submit: ['submitReview', { addManager: false }],
  takeBack: ['takeBackReview'],
  openReview: ['openReview'],
  record: ['recordReview'],
  startRound: ['startRound', { round: '2027 H1' }],
} as const;

describe('who may do what', () => {
  const table = {
    Draft: { person: ['submit'], manager: [], both: ['submit'], other: [] },
    Submitted: {
      person: ['takeBack'],
      manager: ['openReview'],
      both: ['takeBack', 'openReview'],
      other: ['openReview'],
    },
    'In review': {
      person: ['record'],
      manager: ['record'],
      both: ['record'],
      other: ['record'],
    },
    Recorded: {
      person: ['record', 'startRound'],
      manager: ['record', 'startRound'],
      both: ['record', 'startRound'],
      other: ['record'],
    },
  };
  const after = {
    submit: 'Submitted',
    takeBack: 'Draft',
    openReview: 'In review',
    record: 'Recorded',
    startRound: 'Draft',
  };
  const cases = Object.entries(table).flatMap(([status, roles]) =>
    Object.entries(roles).map(([role, allowed]) => [status, role, allowed] as const),
  );

  test.each(cases)('in %s the %s may %j, and nothing else', async (status, role, allowed) => {
    const career = adasCareer(office);
    if (role === 'both') fill(career.ada, { manager_email: ADA });
    const file = { person: career.ada, manager: career.lin, both: career.ada, other: career.eve }[
      role
    ] as typeof career.ada;
    fill(career.ada, { status });
    const view = await look(file);
    expect(view.actions).toEqual(allowed);
    for (const [action, [name, argument]] of Object.entries(CALLS)) {
      fill(career.ada, { status });
      const done = file.call(name, action === 'record' ? requestOf(view) : argument);
      if ((allowed as readonly string[]).includes(action)) {
        await done;
        expect(statusOf(file)).toBe(after[action as keyof typeof after]);
        fill(career.ada, { round: '2026 H2' });
      } else {
        await expect(done).rejects.toThrow(/^(Nobody|Only) .+\.$/);
        expect(statusOf(file)).toBe(status);
      }
    }
  });

  test('a viewer can run nothing', async () => {
    const { ada } = adasCareer(office);
    ada.share('zoe@example.com', 'viewer');
    const zoe = office.host.as('zoe@example.com').open(ada.id);
    await expect(zoe.call('loadReview')).rejects.toThrow('edit access');
  });

  test('someone who does not let the sheet see their e-mail can look, but not submit or record', async () => {
    const { ada } = adasCareer(office);
    const page = new AnsweringPage((scopes) => scopes.filter((scope) => !scope.includes('email')));
    const hidden = office.host.as(ADA, page).open(ada.id);
    const view = await look(hidden);
    expect(view).toMatchObject({ user: '', role: 'other', person: 'Ada' });
    await expect(hidden.call('submitReview', { addManager: false })).rejects.toThrow(
      'Only the person',
    );
    fill(ada, { status: 'In review' });
    await expect(record(hidden)).rejects.toThrow('Google does not say who you are');
    expect(rowsOf(ada, 'Outcomes')).toEqual([]);
  });

  test('e-mails are the same in any case', async () => {
    const { ada, lin } = adasCareer(office);
    fill(ada, { email: 'Ada@Example.COM', manager_email: 'LIN@example.com' });
    expect((await look(ada)).role).toBe('person');
    expect((await look(lin)).role).toBe('manager');
  });

  test('a status typed by hand counts, in any case; one that is none is named', async () => {
    const { ada } = adasCareer(office);
    paste(office, ada, ada.named('status'), 'submitted');
    expect((await look(ada)).status).toBe('Submitted');
    paste(office, ada, ada.named('status'), 'Done');
    await expect(look(ada)).rejects.toThrow('“Done”, which is no status');
  });
});

describe('submitting', () => {
  test('adds the manager as an editor when asked to', async () => {
    const { ada } = adasCareer(office);
    ada.share(LIN, null);
    expect(await ada.call('submitReview', { addManager: true })).toEqual({ manager: 'added' });
    expect(ada.workbook().editors).toContain(LIN);
    expect(statusOf(ada)).toBe('Submitted');
  });

  test('turns a manager who could only view into an editor, who then opens the review', async () => {
    const { ada } = adasCareer(office);
    ada.share(LIN, 'viewer');
    const lin = office.host.as(LIN).open(ada.id);
    await expect(lin.call('openReview')).rejects.toThrow();
    await ada.call('submitReview', { addManager: true });
    await lin.call('openReview');
    expect(statusOf(ada)).toBe('In review');
  });

  test('leaves the sharing alone when not asked to', async () => {
    const { ada } = adasCareer(office);
    ada.share(LIN, null);
    expect(await ada.call('submitReview', { addManager: false })).toEqual({ manager: 'notAsked' });
    expect(ada.workbook().editors).not.toContain(LIN);
  });

  test('stands when the manager cannot be added, and says so', async () => {
    const { ada } = adasCareer(office);
    fill(ada, { manager_email: 'lin@' });
    expect(await ada.call('submitReview', { addManager: true })).toEqual({ manager: 'notAdded' });
    expect(statusOf(ada)).toBe('Submitted');
  });

  test('writes the e-mail of whoever submits a sheet that is nobody’s yet', async () => {
    const { ada } = adasCareer(office);
    fill(ada, { email: '' });
    await ada.call('submitReview', { addManager: false });
    expect(ada.read(...ada.named('email'))).toBe(ADA);
  });

  test.each([
    ['manager_email', ''],
    ['manager_email', 'Lin'],
    ['direction', ''],
    ['round', ''],
  ])('with %s “%s” is refused, and the sentence names the cell', async (name, text) => {
    const { ada } = adasCareer(office);
    fill(ada, { [name]: text });
    const [tab, a1] = ada.named(name);
    await expect(ada.call('submitReview', { addManager: false })).rejects.toThrow(
      `${tab}!${a1} lacks `,
    );
    expect(statusOf(ada)).not.toBe('Submitted');
  });

  test('can be taken back until the review opens', async () => {
    const { ada, lin } = adasCareer(office);
    await ada.call('submitReview', { addManager: false });
    await ada.call('takeBackReview');
    expect(statusOf(ada)).toBe('Draft');
    await ada.call('submitReview', { addManager: false });
    await lin.call('openReview');
    await expect(ada.call('takeBackReview')).rejects.toThrow('while its status is “In review”');
  });
});

describe('opening the review', () => {
  test('starts agreed scores from self scores and leaves those that are there', async () => {
    const { ada, lin } = adasCareer(office);
    answer(ada, 'del-01', { self: '1' });
    answer(ada, 'del-02', { self: 'n/a' });
    answer(ada, 'del-03', { self: '1', agreed: '2', managerScore: '0', note: 'let us talk' });
    answer(ada, 'del-04', { evidence: 'no score yet' });
    await ada.call('submitReview', { addManager: false });
    await lin.call('openReview');
    expect(answerOf(ada, 'del-01')).toMatchObject({ self: 1, agreed: 1 });
    expect(answerOf(ada, 'del-02').agreed).toBe('n/a');
    expect(answerOf(ada, 'del-03')).toMatchObject({
      self: 1,
      agreed: 2,
      managerScore: 0,
      note: 'let us talk',
    });
    expect(answerOf(ada, 'del-04').agreed).toBe('');
  });
});

describe('recording', () => {
  test('appends one outcome that says everything about the review', async () => {
    const career = adasCareer(office);
    await openedReview(career);
    answer(career.lin, 'del-01', { agreed: '2' });
    answer(career.lin, 'del-02', { agreed: '1' });
    const before = Date.now();
    await record(career.lin);
    const [outcome, ...others] = rowsOf(career.ada, 'Outcomes');
    expect(others).toEqual([]);
    expect(outcome).toMatchObject({
      'Recorded by': LIN,
      Person: 'Ada',
      'E-mail': ADA,
      "Manager's e-mail": LIN,
      Round: '2026 H2',
      Framework: 'engineering',
      'Framework version': '1.0.0',
      Direction: 'Individual Contributor',
      'Current grade': 'E2',
      Progress: 0,
      Raised: 1,
      Lowered: 1,
      'Self scores': 'del-01=1 del-02=2',
      'Agreed scores': 'del-01=2 del-02=1',
      'Person agrees': 'yes',
      Replaces: '',
    });
    expect(outcome.Levels).toContain('delivery=0');
    expect(outcome.Id).toMatch(/^[0-9a-f-]{36}$/);
    expect(outcome['Recorded at']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/);
    expect(Math.abs(Date.parse(String(outcome['Recorded at'])) - before)).toBeLessThan(60000);
    expect(statusOf(career.ada)).toBe('Recorded');
  });

  test('notes the time with the offset of the spreadsheet, not of the script', async () => {
    const career = adasCareer(office);
    office.host.store.access(ADA).write(career.ada.id).timeZone = 'Asia/Kolkata';
    await openedReview(career);
    await record(career.lin);
    expect(rowsOf(career.ada, 'Outcomes')[0]['Recorded at']).toMatch(/\+05:30$/);
  });

  test('with an outcome that the page had not seen writes nothing and says so', async () => {
    const career = adasCareer(office);
    await openedReview(career);
    const stale = requestOf(await look(career.lin));
    await record(career.eve);
    await expect(career.lin.call('recordReview', stale)).rejects.toThrow(
      /^eve@example\.com recorded an outcome on .+, after this sidebar was read: nothing was written/,
    );
    expect(rowsOf(career.ada, 'Outcomes')).toHaveLength(1);
  });

  test('twice on purpose makes a second outcome that names the one it replaces', async () => {
    const career = adasCareer(office);
    await openedReview(career);
    await record(career.lin);
    const first = rowsOf(career.ada, 'Outcomes')[0];
    answer(career.lin, 'del-01', { agreed: '2' });
    const unasked = requestOf(await look(career.lin));
    unasked.confirmed.replaces = false;
    await expect(career.lin.call('recordReview', unasked)).rejects.toThrow(
      'The round 2026 H2 has an outcome',
    );
    await record(career.lin);
    const outcomes = rowsOf(career.ada, 'Outcomes');
    expect(outcomes).toHaveLength(2);
    expect(outcomes[0]).toEqual(first);
    expect(outcomes[1].Replaces).toBe(first.Id);
  });

  test('again with the same id, as after a timeout, makes no second outcome', async () => {
    const career = adasCareer(office);
    await openedReview(career);
    const request = requestOf(await look(career.lin));
    await career.lin.call('recordReview', request);
    fill(career.ada, { status: 'In review' });
    await career.lin.call('recordReview', request);
    expect(rowsOf(career.ada, 'Outcomes')).toHaveLength(1);
    expect(statusOf(career.ada)).toBe('Recorded');
  });

  test('by two at once makes one outcome', async () => {
    const career = adasCareer(office);
    await openedReview(career);
    const [byLin, byEve] = [requestOf(await look(career.lin)), requestOf(await look(career.eve))];
    const both = await Promise.allSettled([
      career.lin.call('recordReview', byLin),
      career.eve.call('recordReview', byEve),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(rowsOf(career.ada, 'Outcomes')).toHaveLength(1);
  });

  test('by someone who is not the named manager is asked, and it shows', async () => {
    const career = adasCareer(office);
    await openedReview(career);
    const request = requestOf(await look(career.eve));
    const unasked = { ...request, confirmed: { ...request.confirmed, notManager: false } };
    await expect(career.eve.call('recordReview', unasked)).rejects.toThrow(
      'You are eve@example.com, but the manager on Summary is lin@example.com',
    );
    await career.eve.call('recordReview', request);
    expect(rowsOf(career.ada, 'Outcomes')[0]).toMatchObject({
      'Recorded by': EVE,
      "Manager's e-mail": LIN,
    });
    expect((await look(career.ada)).lastOutcome?.byManager).toBe(false);
  });

  test('with skills unscored on a next level is asked, and they are named', async () => {
    const career = adasCareer(office);
    await openedReview(career);
    const request = requestOf(await look(career.lin));
    expect(request.confirmed.notScored).toContain('del-03');
    request.confirmed.notScored = request.confirmed.notScored.filter((id) => id !== 'del-03');
    const skill = rowsOf(career.ada, 'Assessment').find(({ Id }) => Id === 'del-03')?.Skill;
    await expect(career.lin.call('recordReview', request)).rejects.toThrow(
      `Not scored on the next level: “${skill}”`,
    );
    expect(rowsOf(career.ada, 'Outcomes')).toEqual([]);
  });

  test('with a score that is none names its cell', async () => {
    const career = adasCareer(office);
    await openedReview(career);
    const request = requestOf(await look(career.lin));
    paste(office, career.ada, ['Assessment', 'H2'], 3);
    await expect(career.lin.call('recordReview', request)).rejects.toThrow('Assessment!H2 holds 3');
    expect(rowsOf(career.ada, 'Outcomes')).toEqual([]);
  });

  test('refuses a request that no sidebar sends', async () => {
    const career = adasCareer(office);
    await openedReview(career);
    const request = requestOf(await look(career.lin));
    for (const wrong of [undefined, 'record', { ...request, outcomeId: '=1+1' }]) {
      await expect(career.lin.call('recordReview', wrong)).rejects.toThrow(
        'The sidebar sent something that this sheet does not understand',
      );
    }
    expect(rowsOf(career.ada, 'Outcomes')).toEqual([]);
  });

  test('a status Recorded that was typed by hand shows no outcome, and recording is still offered', async () => {
    const { ada, lin } = adasCareer(office);
    fill(ada, { status: 'Recorded' });
    expect(await look(lin)).toMatchObject({
      status: 'Recorded',
      lastOutcome: null,
      actions: ['record', 'startRound'],
    });
  });

  test('knows the last outcome also when Outcomes is sorted the other way round', async () => {
    const career = adasCareer(office);
    await openedReview(career);
    await record(career.lin);
    await record(career.lin);
    const [first, second] = rowsOf(career.ada, 'Outcomes');
    const [, upper, lower] = career.ada.read('Outcomes', 'A1:T3') as string[][];
    for (const [at, cells] of [upper, lower].entries()) {
      for (const [column, value] of cells.entries()) {
        const a1 = `${String.fromCharCode(65 + column)}${3 - at}`;
        paste(office, career.ada, ['Outcomes', a1], value);
      }
    }
    // Second to the first, so that only the time tells.
    paste(office, career.ada, ['Outcomes', 'B3'], '2026-01-01T09:00:00+01:00');
    expect(rowsOf(career.ada, 'Outcomes').map(({ Id }) => Id)).toEqual([second.Id, first.Id]);
    expect((await look(career.lin)).lastOutcome?.id).toBe(second.Id);
  });
});

describe('people’s text stays text', () => {
  const HOSTILE = [
    '=1+1',
    '<img src=x onerror=alert(1)>',
    "'x",
    '@ada',
    '+49 30 1234',
    '2026-07',
    'TRUE',
    '007',
  ];

  test.each(HOSTILE)('%s comes back from the outcome as it was', async (text) => {
    const career = adasCareer(office);
    for (const name of ['person', 'current_grade', 'manager_email', 'round']) {
      paste(office, career.ada, career.ada.named(name), text);
    }
    fill(career.ada, { status: 'In review' });
    const view = await look(career.lin);
    expect(view).toMatchObject({ person: text, currentGrade: text, round: text });
    await record(career.lin);
    expect(rowsOf(career.ada, 'Outcomes')).toMatchObject([
      { Person: text, 'Current grade': text, "Manager's e-mail": text, Round: text },
    ]);
    const outcomes = career.ada.workbook().sheets.find(({ name }) => name === 'Outcomes');
    expect(Object.values(outcomes?.cells ?? {}).filter((cell) => cell.f)).toEqual([]);
  });

  test('evidence and notes come back from the archive as they were', async () => {
    const career = adasCareer(office);
    fill(career.ada, { status: 'In review' });
    for (const [at, text] of HOSTILE.entries()) {
      paste(office, career.ada, ['Assessment', `F${at + 2}`], text);
      paste(office, career.ada, ['Assessment', `I${at + 2}`], text);
    }
    await record(career.lin);
    await career.lin.call('startRound', { round: '=2027' });
    expect(rowsOf(career.ada, 'Archive')).toMatchObject(
      HOSTILE.map((text) => ({ Evidence: text, "Manager's note": text })),
    );
    expect(career.ada.read(...career.ada.named('round'))).toBe('=2027');
    const archive = career.ada.workbook().sheets.find(({ name }) => name === 'Archive');
    expect(Object.values(archive?.cells ?? {}).filter((cell) => cell.f)).toEqual([]);
  });
});
