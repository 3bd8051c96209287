// Companies of any size, in memory and within seconds: a template, career sheets and manager
// workbooks that the built scripts made, and as many copies of them as are wanted, with other names
// in their cells. What nobody changes in a copy, it shares with what it was copied from.

import { Host, type HostOptions, type OpenFile, type Value } from '../host';
import { seeded } from './random';
import { ownTab } from './sharing';
import type { SheetData, Workbook } from './workbook';

/** Somebody with a career sheet. */
export interface Colleague {
  name: string;
  email: string;
  managerEmail: string;
  /** The id of the career sheet. */
  sheetId: string;
  /** The id of the branch file of whoever leads a team. */
  branchId?: string;
}

/** Three of four reviews are recorded; the fourth is handed in. */
const STATES = ['recorded', 'recorded', 'submitted', 'recorded'] as const;
type State = (typeof STATES)[number];

const MODEL = {
  name: 'Model Person',
  email: 'model.person@example.com',
  manager: 'model.manager@example.com',
};
const ROUND = '2026 H2';
const START = '2026-10-01T09:00:00Z';
const DAY_MS = 24 * 3_600_000;

export class BigCompany {
  /** Lays the models in a host of its own, whose clock goes on by a day, and in which one run takes place at a time. */
  static async lay(options: HostOptions['simulate'] = {}): Promise<BigCompany> {
    const host = Host.inMemory({ simulate: { ...options, clock: new Date(START) } });
    const owner = host.as(MODEL.manager);
    const template = await owner.create('Career sheet (template)', 'sheet');
    await template.click('Career Sheet > Set up as template', ['OK']);
    template.type(...template.named('round'), ROUND);
    const sheets = {
      recorded: await modelSheet(host, template, 'recorded'),
      submitted: await modelSheet(host, template, 'submitted'),
    };
    const workbook = await owner.create('Manager workbook', 'manager');
    await workbook.click('Career Sheet Manager > Set up as manager workbook', ['OK']);
    workbook.type(...workbook.named('round'), ROUND);
    const models = {
      ...sheets,
      workbook: workbook.id,
      branch: await modelBranch(workbook, template),
    };
    for (const id of Object.values(models)) removeLooks(host, id);
    host.clock.advance(DAY_MS);
    const alone = host.fork({ oneThread: true });
    host.close();
    return new BigCompany(alone, models);
  }

  private hired = 0;

  private constructor(
    readonly host: Host,
    private readonly models: Record<'recorded' | 'submitted' | 'workbook' | 'branch', string>,
  ) {}

  /** Gives somebody a career sheet that the manager may read, every fourth of them only handed in. */
  hire(name: string, email: string, managerEmail: string): Colleague {
    const { store } = this.host;
    const model = this.models[STATES[this.hired % STATES.length]];
    this.hired += 1;
    const sheet = store.copy(model, `Career sheet of ${name}`, email);
    sheet.editors = [managerEmail];
    rename(sheet, {
      [MODEL.name]: name,
      [MODEL.email]: email,
      [MODEL.manager]: managerEmail,
      [model]: sheet.id,
      [OUTCOME]: `outcome of ${email}`,
    });
    return { name, email, managerEmail, sheetId: sheet.id };
  }

  /** An empty branch file of a manager, shared with them; gives its id. */
  branchFor({ name, email, managerEmail }: Colleague): string {
    const file = this.host.store.copy(this.models.branch, `Branch file of ${name}`, managerEmail);
    file.editors = [email];
    rename(file, { [MODEL.name]: name, [MODEL.email]: email });
    return file.id;
  }

  /** A manager workbook with these people in Team, and the manager's own branch file where there is one. */
  workbookOf(manager: string, team: readonly Colleague[], branchId = ''): OpenFile {
    const { id } = this.host.store.copy(this.models.workbook, `Team of ${manager}`, manager);
    const workbook = this.host.as(manager).open(id);
    const [headers] = workbook.read('Team', 'A1:Z1') as Value[][];
    const rows = team.map(({ name, email, managerEmail, sheetId, branchId = '' }) => {
      const cells: Record<string, string> = {
        Name: name,
        'E-mail': email,
        "Manager's e-mail": managerEmail,
        'Career sheet': addressOf(sheetId),
        'Branch file': branchId && addressOf(branchId),
      };
      return headers.map((header) => cells[String(header)] ?? '');
    });
    const copy = this.host.store.find(id) as Workbook;
    for (const tab of ['Team', 'Rollup', 'Ledger']) {
      const data = tabOf(copy, tab);
      if (data.rows <= rows.length) ownTab(copy, data).rows = rows.length + 1;
    }
    workbook.paste('Team', 'A2', rows);
    if (branchId !== '') workbook.type(...workbook.named('branch_file'), addressOf(branchId));
    return workbook;
  }

  /** A further outcome of somebody whose review is recorded; a score of somebody else's changes. */
  touch({ email, sheetId }: Colleague): void {
    const access = this.host.store.access(email);
    const sheet = access.edit(sheetId);
    const { cells } = ownTab(sheet, tabOf(sheet, 'Outcomes'));
    const last = Object.entries(cells).filter(([a1, { v }]) => /^[A-Z]+2$/.test(a1) && v !== '');
    for (const [a1, cell] of last) cells[a1.replace('2', '3')] = cell;
    if (cells.A2?.v) cells.A3 = { ...cells.A2, v: `${cells.A2.v} again` };
    else this.host.as(email).open(sheetId).type('Assessment', SELF_SCORE, '0');
    access.flush();
  }
}

const SELF_SCORE = 'E2';
/** What the id of a model's outcome becomes before it is copied. */
const OUTCOME = 'outcome of a model';

/** A career sheet through its review, by the script that it was copied with. */
async function modelSheet(host: Host, template: OpenFile, state: State): Promise<string> {
  template.share(MODEL.email, 'viewer');
  const file = host.as(MODEL.email).open(template.id).copy('Career sheet');
  const cells = {
    person: MODEL.name,
    email: MODEL.email,
    manager_email: MODEL.manager,
    direction: 'Individual Contributor',
  };
  for (const [name, text] of Object.entries(cells)) file.type(...file.named(name), text);
  file.share(MODEL.manager, 'editor');
  const skills = (file.read('Assessment', 'A2:A400') as Value[][]).filter(([id]) => id !== '');
  const random = seeded(7);
  file.paste(
    'Assessment',
    SELF_SCORE,
    skills.map((_, at) => [random.chance(at / skills.length / 2) ? '1' : '2']),
  );
  await file.call('submitReview', { addManager: false });
  if (state === 'submitted') return file.id;
  const theirs = host.as(MODEL.manager).open(file.id);
  await theirs.call('openReview');
  await theirs.call('recordReview', {
    outcomeId: OUTCOME_ID,
    lastOutcomeId: '',
    agrees: true,
    confirmed: { notScored: [], notManager: false, replaces: false },
  });
  rename(host.store.find(file.id) as Workbook, { [OUTCOME_ID]: OUTCOME });
  return file.id;
}

/** A branch file as it is handed out. */
async function modelBranch(workbook: OpenFile, template: OpenFile): Promise<string> {
  const above = workbook.copy('Manager workbook of a model');
  above.type(...above.named('template'), addressOf(template.id));
  above.paste('Team', 'A2', [[MODEL.name, MODEL.email, MODEL.manager]]);
  const files = [{ email: MODEL.email, file: 'branch' }];
  await above.call('startHandOut', { files, confirmed: [] });
  await above.call('runJob', 'hand-out');
  return /[-\w]{25,}/.exec(String(above.read('Team', 'H2')))?.[0] ?? '';
}

const OUTCOME_ID = '00000000-0000-4000-8000-000000000000';

/** Writes other texts into the cells that hold these: of Summary and Outcomes, or of Branch. */
function rename(workbook: Workbook, texts: Record<string, string>): void {
  const renamed = ({ cells }: SheetData): SheetData['cells'] =>
    Object.fromEntries(
      Object.entries(cells).map(([a1, cell]) => {
        const text = typeof cell.v === 'string' ? texts[cell.v] : undefined;
        return [a1, text === undefined ? cell : { ...cell, v: text }];
      }),
    );
  workbook.sheets = workbook.sheets.map((sheet) =>
    ['Summary', 'Outcomes', 'Branch'].includes(sheet.name)
      ? { ...sheet, cells: renamed(sheet) }
      : sheet,
  );
}

/** Takes the looks off cells that hold nothing: thousands of copies need neither paint nor formats far below. */
function removeLooks({ store }: Host, id: string): void {
  for (const sheet of store.access(MODEL.manager).write(id).sheets) {
    for (const [a1, { v, f, format }] of Object.entries(sheet.cells)) {
      const isFormatted = format !== undefined && Number(/\d+$/.exec(a1)?.[0]) <= FORMATTED_ROWS;
      if (v === undefined && f === undefined && !isFormatted) delete sheet.cells[a1];
    }
  }
}

const FORMATTED_ROWS = 20;

function tabOf(workbook: Workbook, name: string): SheetData {
  return workbook.sheets.find((sheet) => sheet.name === name) as SheetData;
}

function addressOf(id: string): string {
  return `https://docs.google.com/spreadsheets/d/${id}/edit`;
}
