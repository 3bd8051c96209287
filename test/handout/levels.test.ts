// What the level above sees of people who move or leave.

import { urlOf } from '../rollup/company';
import {
  Levels,
  linkBranch,
  name,
  newBranchFile,
  newWorkbook,
  rollUp,
  rowsOf,
} from '../rollup/levels';

const ADA = 'ada@example.org';
const CAROL = 'carol@example.org';

let levels: Levels;
let place: ReturnType<Levels['start']>;

beforeAll(async () => {
  levels = await Levels.lay();
});

beforeEach(async () => {
  place = levels.start();
  await place.company.rollUp();
  await rollUp(place.head);
});

afterEach(() => place.company.close());

afterAll(() => levels.remove());

const outcomesAbove = () => rowsOf(place.head, 'Ledger').filter((row) => row['E-mail'] === ADA);

test('a leaver is gone from the levels above at their next rollup', async () => {
  const { company, head } = place;
  expect(outcomesAbove()).toHaveLength(1);
  await company.workbook.call('removePerson', { email: ADA });
  await company.rollUp();
  await rollUp(head);
  const text = JSON.stringify(head.workbook().sheets);
  expect(text).not.toMatch(/ada@example/);
  expect(text).toMatch(/bob@example/);
});

test('of somebody who moved from one branch to another each outcome counts once above', async () => {
  const { company, head } = place;
  const carols = await newWorkbook(company, CAROL);
  const branch = await newBranchFile(company, head, CAROL, 'Carol');
  name(carols, branch);
  linkBranch(head, 'Carol', CAROL, branch);
  const request = { email: ADA, managerEmail: CAROL, takeFrom: [], leavesTeam: true };
  await company.workbook.call('movePerson', request);
  carols.paste('Team', 'A2', [['Ada', ADA, CAROL]]);
  carols.type('Team', 'G2', urlOf(company.ada.sheet));
  for (const workbook of [company.workbook, carols, head, head]) await rollUp(workbook);
  expect(outcomesAbove()).toHaveLength(1);
  const rows = rowsOf(head, 'Rollup').filter((row) => row['E-mail'] === ADA);
  expect(rows).toMatchObject([{ "Manager's e-mail": CAROL, Status: 'Recorded' }]);
});
