// Random people, edits, outcomes, moves and rollups against a small model of what the ledger must hold.

import fc from 'fast-check';
import { Faults, type Value } from '../../local/host';
import { type Company, emailOf, GRACE, record, rowsOf, TinyCompany } from './tiny-company';

const LINUS = 'linus@example.org';
const NAMES = ['Ada', 'Bob', 'Cem'] as const;
type Name = (typeof NAMES)[number];
const MINUTE_MS = 60_000;

/** What must stand in a row of the ledger. */
interface Gathered {
  name: Name;
  scores: Value;
  held: boolean;
  confirmed: boolean;
}

class Model {
  /** What each sheet says: the agreed scores by the outcome's id. */
  readonly outcomes = new Map<Name, Map<string, Value>>(NAMES.map((name) => [name, new Map()]));
  /** Who manages whom by Team; whoever is not in it stands here with a blank. */
  readonly managers = new Map<Name, string>(NAMES.map((name) => [name, GRACE]));
  readonly ledger = new Map<string, Gathered>();

  /** Who recorded each outcome, whether or not a sheet still holds it. */
  readonly recorders = new Map<string, string>();

  /** What a rollup must bring of these people. */
  rollUp(names: readonly Name[] = NAMES): void {
    for (const name of names) {
      const manager = this.managers.get(name) as string;
      if (manager === '') continue;
      for (const [id, scores] of this.outcomes.get(name) as Map<string, Value>) {
        if (this.ledger.has(id)) continue;
        const held = this.recorders.get(id) !== manager;
        this.ledger.set(id, { name, scores, held, confirmed: false });
      }
      // What was held because somebody else recorded it is right once Team names that one.
      for (const [id, entry] of this.ledger) {
        if (entry.name !== name || entry.confirmed) continue;
        if (this.recorders.get(id) === manager) entry.held = false;
      }
    }
  }

  get held(): Gathered[] {
    return [...this.ledger.values()].filter(({ held, confirmed }) => held && !confirmed);
  }
}

type Step = fc.AsyncCommand<Model, Company>;

/** Where a person stands in Team, or the first row that is free. */
function rowOf(name: Name, { workbook }: Company): number {
  const emails = (workbook.read('Team', 'B2:B30') as Value[][]).flat();
  const at = emails.indexOf(emailOf(name));
  return (at < 0 ? emails.indexOf('') : at) + 2;
}

/** Somebody records what the sheet says; the manager, or whoever stands in. */
class RecordOutcome implements Step {
  constructor(
    readonly name: Name,
    readonly by: string,
  ) {}
  check = () => true;
  async run(model: Model, company: Company): Promise<void> {
    const sheet = company.sheetOf(this.name);
    sheet.share(this.by, 'editor');
    const id = await record(company.host, sheet.id, this.by);
    const row = rowsOf(sheet, 'Outcomes').find((one) => one.Id === id);
    model.outcomes.get(this.name)?.set(id, row?.['Agreed scores'] as Value);
    model.recorders.set(id, this.by);
  }
  toString = () => `${this.by} records ${this.name}`;
}

/** Somebody edits, or empties, the last row of Outcomes in a career sheet: the ledger keeps what was recorded. */
class Tamper implements Step {
  constructor(
    readonly name: Name,
    readonly deletes: boolean,
  ) {}
  check = (model: Readonly<Model>) => Number(model.outcomes.get(this.name)?.size) > 0;
  async run(model: Model, company: Company): Promise<void> {
    const sheet = company.sheetOf(this.name);
    const outcomes = model.outcomes.get(this.name) as Map<string, Value>;
    const row = rowsOf(sheet, 'Outcomes').length + 1;
    const access = company.host.store.access(emailOf(this.name));
    const tab = access.write(sheet.id).sheets.find(({ name }) => name === 'Outcomes');
    const cells = tab?.cells ?? {};
    const headers = (sheet.read('Outcomes', 'A1:Z1') as Value[][])[0];
    const letter = String.fromCharCode(65 + headers.indexOf('Agreed scores'));
    const id = String(cells[`A${row}`]?.v);
    if (this.deletes) {
      for (const a1 of Object.keys(cells))
        if (/^[A-Z]+/.exec(a1)?.[0] + String(row) === a1) delete cells[a1];
      outcomes.delete(id);
    } else {
      cells[`${letter}${row}`] = { ...cells[`${letter}${row}`], v: 'delivery-1=2' };
      outcomes.set(id, 'delivery-1=2');
    }
    access.flush();
  }
  toString = () =>
    `${this.deletes ? 'somebody deletes' : 'somebody edits'} ${this.name}'s last outcome`;
}

class Type implements Step {
  constructor(
    readonly name: Name,
    readonly score: number,
  ) {}
  check = () => true;
  async run(_: Model, company: Company): Promise<void> {
    const sheet = company.sheetOf(this.name);
    const access = company.host.store.access(emailOf(this.name));
    const tab = access.write(sheet.id).sheets.find(({ name }) => name === 'Assessment');
    if (tab) tab.cells.E2 = { ...tab.cells.E2, v: this.score };
    access.flush();
  }
  toString = () => `${this.name} scores ${this.score}`;
}

/** Team names another manager; a blank takes the person out of Team. */
class Move implements Step {
  constructor(
    readonly name: Name,
    readonly manager: string,
  ) {}
  check = () => true;
  async run(model: Model, company: Company): Promise<void> {
    model.managers.set(this.name, this.manager);
    const link = `https://docs.google.com/spreadsheets/d/${company.sheetOf(this.name).id}/edit`;
    const isIn = this.manager !== '';
    const row = rowOf(this.name, company);
    company.workbook.paste('Team', `A${row}`, [
      isIn ? [this.name, emailOf(this.name), this.manager] : ['', '', ''],
    ]);
    company.workbook.type('Team', `G${row}`, isIn ? link : '');
  }
  toString = () =>
    this.manager === '' ? `${this.name} leaves Team` : `${this.name} moves to ${this.manager}`;
}

/** The manager confirms all that is held. */
class Confirm implements Step {
  check = (model: Readonly<Model>) => model.held.length > 0;
  async run(model: Model, company: Company): Promise<void> {
    for (const entry of model.held) {
      const [id] = [...model.ledger].find(([, one]) => one === entry) as [string, Gathered];
      await company.workbook.call('confirmOutcomes', [id]);
      entry.confirmed = true;
      // Confirming brings the person's row up to date as well.
      model.rollUp([entry.name]);
    }
  }
  toString = () => 'the manager confirms';
}

class Remove implements Step {
  constructor(readonly name: Name) {}
  check = () => true;
  async run(model: Model, company: Company): Promise<void> {
    await company.workbook.call('removePerson', { email: emailOf(this.name) });
    model.managers.set(this.name, '');
    for (const [id, { name }] of model.ledger) if (name === this.name) model.ledger.delete(id);
  }
  toString = () => `${this.name} is removed`;
}

class RollUp implements Step {
  constructor(
    /** Minutes since whatever came before. */
    readonly later: number,
    /** The call at which a run before it is stopped. */
    readonly stopAt: number,
  ) {}
  check = () => true;
  async run(model: Model, company: Company): Promise<void> {
    const { host, workbook } = company;
    host.clock.advance(this.later * MINUTE_MS);
    host.faults = new Faults().stop(this.stopAt, { after: true });
    await workbook.call('runJob', 'rollup').catch(() => null);
    host.faults = null;
    await workbook.call('runJob', 'rollup');
    model.rollUp();
    const rows = rowsOf(workbook, 'Ledger').filter((row) => NAMES.includes(row.Person as Name));
    expect(new Set(rows.map(({ Id }) => Id)).size).toBe(rows.length);
    expect(
      Object.fromEntries(
        rows.map((row) => [
          row.Id,
          {
            name: row.Person,
            scores: row['Agreed scores'],
            held: row['Held because'] !== '',
            confirmed: row['Confirmed by'] !== '',
          },
        ]),
      ),
    ).toEqual(Object.fromEntries(model.ledger));
  }
  toString = () => `roll up ${this.later} minutes later, stopped once at call ${this.stopAt}`;
}

const name = fc.constantFrom(...NAMES);
const STEPS = [
  fc.tuple(name, fc.constantFrom(GRACE, GRACE, LINUS)).map((all) => new RecordOutcome(...all)),
  fc.tuple(name, fc.boolean()).map((all) => new Tamper(...all)),
  fc.tuple(name, fc.constantFrom(0, 1, 2)).map((all) => new Type(...all)),
  fc.tuple(name, fc.constantFrom(GRACE, LINUS, '')).map((all) => new Move(...all)),
  fc.constant(new Confirm()),
  name.map((one) => new Remove(one)),
  fc
    .tuple(fc.constantFrom(0, 3, 30), fc.integer({ min: 1, max: 80 }))
    .map((all) => new RollUp(...all)),
];

let tiny: TinyCompany;

beforeAll(async () => {
  tiny = await TinyCompany.lay();
});

afterAll(() => tiny.close());

test('whatever people do in whatever order, the ledger holds each outcome once, as it was recorded', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.commands([...STEPS, STEPS[0], STEPS[6], STEPS[6]], { maxCommands: 14 }),
      async (steps) => {
        const company = tiny.start();
        const model = modelOf(company);
        await fc.asyncModelRun(() => ({ model, real: company }), steps);
        await new RollUp(30, 1).run(model, company);
      },
    ),
    { numRuns: 25 },
  );
});

/** What the sheets hold in the beginning; nothing is gathered yet. */
function modelOf(company: Company): Model {
  const model = new Model();
  for (const name of NAMES) {
    for (const row of rowsOf(company.sheetOf(name), 'Outcomes')) {
      model.outcomes.get(name)?.set(String(row.Id), row['Agreed scores']);
      model.recorders.set(String(row.Id), String(row['Recorded by']));
    }
  }
  return model;
}
