// The sample company: a template, a manager workbook and the career sheets of 60 people, made as
// people would make them, with the built scripts. Names, scores, ids and times are seeded, so
// that it is the same each time.

import { Host, type OpenFile, type Session, type Value } from '../host';
import { type Employee, invent, type People } from './company-people';
import { type Random, seeded } from './random';

/** Makes the company in a folder, which is emptied first. Needs both scripts built; takes some seconds. */
export async function makeCompany(dir: string): Promise<void> {
  const ids = seeded(1);
  const clock = new Clock('2026-02-02T09:00:00Z');
  const host = Host.open(dir, {
    fresh: true,
    now: () => clock.now(),
    newId: () => ids.id(),
    savesOnClose: true,
    oneThread: true,
  });
  try {
    await new Company(host, clock, seeded(60)).live();
  } finally {
    host.close();
  }
}

const ROUND = '2026 H2';

/** It moves only when it is told to. */
class Clock {
  private at: number;

  constructor(start: string) {
    this.at = Date.parse(start);
  }

  now(): Date {
    return new Date(this.at);
  }

  pass(minutes: number): void {
    this.at += minutes * 60_000;
  }

  /** The next morning, Saturdays and Sundays left out. */
  nextDay(): void {
    const day = new Date(this.at);
    do day.setUTCDate(day.getUTCDate() + 1);
    while (day.getUTCDay() % 6 === 0);
    this.at = day.setUTCHours(8, 30, 0, 0);
  }

  jumpTo(date: string): void {
    this.at = Date.parse(`${date}T08:30:00Z`);
  }
}

class Company {
  private readonly people: People;
  private readonly sheets = new Map<Employee, CareerSheet>();

  constructor(
    private readonly host: Host,
    private readonly clock: Clock,
    private readonly random: Random,
  ) {
    this.people = invent(random);
  }

  async live(): Promise<void> {
    const { head, staff } = this.people;
    for (const { email, name } of [head, ...staff]) this.host.store.addPerson({ email, name });
    const owner = this.as(head);
    const template = owner.create('Career sheet (template)', 'sheet');
    await template.click('Career Sheet > Set up as template', ['OK']);
    for (const { email } of staff) template.share(email, 'viewer');
    const old = template.copy('Career sheet 2025 (old template)');
    old.type(...old.named('framework_version'), '0.9.0');
    for (const { email } of staff.filter(keptTheOldOne)) old.share(email, 'viewer');

    for (const person of staff.filter(({ isVeteran }) => isVeteran)) {
      this.clock.nextDay();
      await this.firstRound(person, template);
    }
    this.clock.jumpTo('2026-09-01');
    template.type(...template.named('round'), ROUND);
    for (const [index, person] of staff.entries()) {
      if (index % 3 === 0) this.clock.nextDay();
      await this.thisRound(person, keptTheOldOne(person) ? old : template);
      this.clock.pass(25);
    }

    this.clock.nextDay();
    const workbook = owner.create('Engineering (manager workbook)', 'manager');
    await workbook.click('Career Sheet Manager > Set up as manager workbook', ['OK']);
    this.fillSettings(workbook, template);
    this.fillTeam(workbook);
    await this.fillPay(workbook);
    await this.addLevelAbove(workbook);
  }

  private as({ email }: Employee): Session {
    return this.host.as(email);
  }

  private async firstRound(person: Employee, template: OpenFile): Promise<void> {
    const sheet = this.copyFor(person, template);
    sheet.scoreAsSeenBy(person, -0.35, 1);
    await this.submit(person, sheet);
    await this.openReview(person, sheet);
    await this.record(person, sheet, person.manager as Employee);
  }

  /** Scores carry over from the round before, if there was one; then the person goes through them again. */
  private async thisRound(person: Employee, template: OpenFile): Promise<void> {
    const { story } = person;
    if (story === 'has no sheet') return;
    const sheet = this.sheets.get(person) ?? this.copyFor(person, template);
    if (person.isVeteran) await sheet.file.call('startRound', { round: ROUND });
    if (story === 'untouched') return;
    this.clock.pass(40);
    const halfFilled = story === 'half filled' || story === 'submitted half filled';
    sheet.scoreAsSeenBy(person, 0, halfFilled ? 0.55 : 1);
    sheet.giveEvidence();
    if (this.random.chance(0.3)) sheet.addGoal();
    if (story === 'half filled' || story === 'link to a colleague') return;
    await this.submit(person, sheet);
    if (story.startsWith('submitted') || story === 'old framework' || !sheet.isShared) return;
    await this.openReview(person, sheet);
    if (story === 'in review') return;
    if (story === 'recorded with blanks') sheet.leaveBlank(Math.floor(person.ability) + 1);
    const recorder = this.recorderOf(person);
    await this.record(person, sheet, recorder);
    if (story === 'recorded again') {
      this.clock.pass(15);
      sheet.raiseOne();
      await this.record(person, sheet, recorder);
    }
  }

  private copyFor(person: Employee, template: OpenFile): CareerSheet {
    const file = this.as(person).open(template.id).copy(`Career sheet of ${person.name}`);
    const sheet = new CareerSheet(file, this.random, person.story !== 'sheet not shared');
    sheet.introduce(person);
    if (sheet.isShared) file.share(this.people.head.email, 'viewer');
    this.sheets.set(person, sheet);
    return sheet;
  }

  private async submit(person: Employee, { file, isShared }: CareerSheet): Promise<void> {
    this.clock.pass(35);
    const toTheHead = person.manager === this.people.head;
    await file.call('submitReview', { addManager: isShared || !toTheHead });
  }

  private async openReview(person: Employee, sheet: CareerSheet): Promise<void> {
    this.clock.pass(60);
    const manager = person.manager as Employee;
    const file = this.as(manager).open(sheet.file.id);
    await file.call('openReview');
    this.clock.pass(30);
    sheet.agree(person, manager, file);
  }

  private async record(person: Employee, sheet: CareerSheet, recorder: Employee): Promise<void> {
    const isManager = recorder === person.manager;
    if (!isManager) sheet.file.share(recorder.email, 'editor');
    const file = this.as(recorder).open(sheet.file.id);
    const view = (await file.call('loadReview')) as ReviewView;
    const last = view.outcomes[view.outcomes.length - 1];
    await file.call('recordReview', {
      outcomeId: view.outcomeId,
      lastOutcomeId: last?.id ?? '',
      agrees: person.story !== 'recorded in disagreement',
      confirmed: {
        notScored: view.framework.skills.map(({ id }) => id),
        notManager: !isManager,
        replaces: last?.round === view.round,
      },
    });
  }

  /** The manager, or once a manager of others who stood in. */
  private recorderOf({ story, manager }: Employee): Employee {
    if (story !== 'recorded by somebody else') return manager as Employee;
    const others = this.people.staff.filter(({ role }) => role === manager?.role);
    return others.find((other) => other !== manager) as Employee;
  }

  private fillSettings(workbook: OpenFile, template: OpenFile | null): void {
    const fill = (name: string, text: string) => workbook.type(...workbook.named(name), text);
    if (template) fill('template', addressOf(template));
    fill('round', ROUND);
    fill('self_assessment_until', '2026-09-18');
    fill('reviews_until', '2026-10-30');
    fill('grace_months', '3');
  }

  private fillTeam(workbook: OpenFile): void {
    const columns = headersOf(workbook, 'Team');
    const rows = this.people.staff.flatMap((person, index) => {
      const cells: Record<string, string> = {
        Name: person.name,
        'E-mail': person.email,
        "Manager's e-mail": (person.manager as Employee).email,
        Direction: person.direction,
        'Current grade': person.grade,
        'Start date': person.started,
        'Career sheet': this.linkFor(person, index),
      };
      const row = columns.map((header) => cells[header] ?? '');
      return person.isListedTwice ? [row, row] : [row];
    });
    workbook.paste('Team', 'A2', rows);
  }

  /** Grades with pay, and what some of the people are paid: invented, like all else here. */
  private async fillPay(workbook: OpenFile): Promise<void> {
    workbook.paste('Grades', 'A2', MADE_UP_GRADES);
    await workbook.click('Career Sheet Manager > Add pay tab');
    workbook.paste('Pay factors', 'C2', [['made-up crowns', '1']]);
    const paid = MADE_UP_PAY.map((pay) => [pay, 'month', 'made-up crowns']);
    workbook.paste('Pay', 'C2', paid);
  }

  /** The head's branch file, and the workbook of the one above, who reads it. */
  private async addLevelAbove(workbook: OpenFile): Promise<void> {
    const { head } = this.people;
    this.host.store.addPerson(ABOVE);
    await workbook.click('Career Sheet Manager > Make a branch file');
    const link = String(workbook.read(...workbook.named('branch_file')));
    const branch = this.as(head)
      .files()
      .find(({ id }) => link.includes(id));
    if (!branch) throw new Error('The head of the sample company has no branch file.');
    this.as(head).open(branch.id).share(ABOVE.email, 'viewer');
    const above = this.host.as(ABOVE.email).create('Whole company (manager workbook)', 'manager');
    await above.click('Career Sheet Manager > Set up as manager workbook', ['OK']);
    this.fillSettings(above, null);
    above.paste('Team', 'A2', [[head.name, head.email, ABOVE.email, head.direction]]);
    above.paste('Team', 'F2', [[head.started]]);
    above.type('Team', 'H2', link);
  }

  /** People link in different ways: by address, by bare id, by a formula. */
  private linkFor(person: Employee, index: number): string {
    const { story } = person;
    if (story === 'has no sheet') return '';
    if (story === 'link is no link') return `ask ${person.name.split(' ')[0]} for the link`;
    if (story === 'link to another file') return addressOf(this.offsiteBudgetOf(person));
    const linked = story === 'link to a colleague' ? this.colleagueOf(person) : person;
    const { file } = this.sheets.get(linked) as CareerSheet;
    if (index % 9 === 4) return file.id;
    return index % 9 === 7 ? `=HYPERLINK("${addressOf(file)}";"${file.name}")` : addressOf(file);
  }

  private colleagueOf(person: Employee): Employee {
    const others = this.people.staff.filter(
      (other) => other.manager === person.manager && other.story === 'recorded',
    );
    return others.find((other) => other !== person) as Employee;
  }

  private offsiteBudgetOf(person: Employee): OpenFile {
    const file = this.as(person).create('Offsite budget');
    file.paste('Sheet1', 'A1', [
      ['What', 'Cost'],
      ['Train', '480'],
      ['Rooms', '1260'],
    ]);
    file.share(this.people.head.email, 'viewer');
    return file;
  }
}

/** Above the head of engineering. */
const ABOVE = { name: 'Sasha Boardwell', email: 'sasha.boardwell@example.com' };

/** Direction, from, to, grade, job title, pay floor and next floor. */
const MADE_UP_GRADES = [
  ['Individual Contributor', '0', '1.4', 'Junior Engineer', 'Engineer', '30000', '42000'],
  ['Individual Contributor', '1.4', '2.6', 'Engineer', 'Engineer', '42000', '58000'],
  ['Individual Contributor', '2.6', '5', 'Senior Engineer', 'Senior engineer', '58000', '90000'],
  ['Functional Leader', '0', '3', 'Team Lead', 'Team lead', '50000', '70000'],
  ['Functional Leader', '3', '5', 'Senior Team Lead', 'Team lead', '70000', '95000'],
  ['Cross Functional Leader', '0', '5', 'Engineering Manager', 'Manager', '60000', '110000'],
];

/** Of the first in Team. */
const MADE_UP_PAY = ['92000', '71000', '94000', '66000', '48000', '61000', '64000', '60000'];

function keptTheOldOne({ story }: Employee): boolean {
  return story === 'old framework';
}

/** What of the sidebar's view is needed to record. */
interface ReviewView {
  outcomeId: string;
  round: string;
  outcomes: { id: string; round: string }[];
  framework: { skills: { id: string }[] };
}

/** A career sheet as its person and their manager fill it, finding columns by their headers. */
class CareerSheet {
  private readonly skills: Skill[];

  constructor(
    /** As its person has it open. */
    readonly file: OpenFile,
    private readonly random: Random,
    /** With the head of engineering, and with the manager on submission. */
    readonly isShared: boolean,
  ) {
    const competencies = this.column(file, 'Competency');
    const strengths = new Map<Value, number>();
    this.skills = this.column(file, 'Level')
      .map(Number)
      .filter((level) => level > 0)
      .map((level, at) => {
        const competency = competencies[at];
        const strength = strengths.get(competency) ?? random.between(-0.5, 0.5);
        strengths.set(competency, strength);
        return {
          level,
          ease: strength + random.between(-0.6, 0.6) - level,
          hadNoChance: random.chance(0.015),
        };
      });
  }

  introduce(person: Employee): void {
    const fill = (name: string, text: string) => this.file.type(...this.file.named(name), text);
    fill('person', person.name);
    fill('email', person.email);
    fill('manager_email', (person.manager as Employee).email);
    fill('current_grade', person.grade);
    fill('direction', person.direction);
    if (person.aspired) fill('aspired_direction', person.aspired);
  }

  /** Self scores from the first skill on, up to a share of all; `growth` in levels. */
  scoreAsSeenBy({ ability, selfView }: Employee, growth: number, share: number): void {
    const count = Math.round(this.skills.length * share);
    const seen = ability + selfView + growth;
    const scores = this.skills.slice(0, count).map((skill) => scoreOf(skill, seen));
    this.paste(this.file, 'Self score', scores);
  }

  /** For some of the skills that the person claims. */
  giveEvidence(): void {
    const claimed = this.column(this.file, 'Self score').map((score) => score === 2);
    this.paste(
      this.file,
      'Evidence',
      this.skills.map((_, at) =>
        claimed[at] && this.random.chance(0.2) ? this.random.pick(EVIDENCE) : '',
      ),
    );
  }

  addGoal(): void {
    const skills = this.column(this.file, 'Skill');
    const weak = this.column(this.file, 'Self score').indexOf(1);
    const goal: Record<string, string> = {
      ...this.random.pick(GOALS),
      Skill: String(skills[Math.max(weak, 0)]),
      Due: '2026-12-18',
      State: 'Planned',
    };
    this.file.paste('Goals', 'A2', [
      headersOf(this.file, 'Goals').map((header) => goal[header] ?? ''),
    ]);
  }

  /** The agreed scores, which start from the self scores, where the manager sees it otherwise and the two settle on it. */
  agree({ ability }: Employee, { lenience }: Employee, file: OpenFile): void {
    const agreed = this.column(file, 'Agreed score').map(String);
    const notes = agreed.map(() => '');
    this.skills.forEach((skill, at) => {
      const managers = scoreOf(skill, ability + lenience);
      if (managers === agreed[at] || this.random.chance(0.4)) return;
      if (this.random.chance(0.6)) {
        notes[at] = this.random.pick(managers > agreed[at] ? NOTES_UP : NOTES_DOWN);
      }
      agreed[at] = managers;
    });
    this.paste(file, 'Agreed score', agreed.slice(0, this.skills.length));
    this.paste(file, "Manager's note", notes.slice(0, this.skills.length));
  }

  /** Leaves the first skill on a level of each competency without an agreed score. */
  leaveBlank(level: number): void {
    const competencies = this.column(this.file, 'Competency');
    const levels = this.column(this.file, 'Level');
    const first = (at: number) =>
      levels[at] === level &&
      (levels[at - 1] !== level || competencies[at - 1] !== competencies[at]);
    const agreed = this.column(this.file, 'Agreed score').map(String);
    this.paste(
      this.file,
      'Agreed score',
      this.skills.map((_, at) => (first(at) ? '' : agreed[at])),
    );
  }

  /** On second thoughts, one skill that was agreed to be at 1 is at 2. */
  raiseOne(): void {
    const agreed = this.column(this.file, 'Agreed score').map(String);
    agreed[agreed.indexOf('1')] = '2';
    this.paste(this.file, 'Agreed score', agreed.slice(0, this.skills.length));
  }

  /** The cells below a header of Assessment. */
  private column(file: OpenFile, header: string): Value[] {
    const letter = letterOf(file, header);
    return (file.read('Assessment', `${letter}2:${letter}200`) as Value[][]).map(([cell]) => cell);
  }

  private paste(file: OpenFile, header: string, texts: string[]): void {
    const cells = texts.map((text) => [text]);
    file.paste('Assessment', `${letterOf(file, header)}2`, cells);
  }
}

interface Skill {
  level: number;
  /** How far above a person's ability, in levels and turned round, the skill is for them. */
  ease: number;
  hadNoChance: boolean;
}

function scoreOf({ ease, hadNoChance }: Skill, ability: number): string {
  if (hadNoChance) return 'n/a';
  const margin = ability + ease;
  if (margin > 0.1) return '2';
  return margin > -0.7 ? '1' : '0';
}

function headersOf(file: OpenFile, tab: string): string[] {
  const [headers] = file.read(tab, 'A1:Z1') as Value[][];
  return headers.map(String);
}

function letterOf(file: OpenFile, header: string): string {
  const at = headersOf(file, 'Assessment').indexOf(header);
  if (at < 0) throw new Error(`The tab "Assessment" has no column "${header}".`);
  return String.fromCharCode(65 + at);
}

function addressOf({ id }: OpenFile): string {
  return `https://docs.google.com/spreadsheets/d/${id}/edit`;
}

const EVIDENCE = [
  'Moved the nightly import to the queue and took it over the release.',
  'Wrote the guide that the new colleagues follow in their first week.',
  'Found the slow query behind the timeouts; the dashboard shows the drop.',
  'Ran the retrospective in May, with three changes that stayed.',
  'Paired with two colleagues on the payment tests.',
  'Split the migration into steps that could each be rolled back.',
  'Asked sales what they need before the estimate, and changed the plan.',
  'On call in March: two incidents, both written up.',
];

const NOTES_UP = [
  'You do this more often than you say: see the release in June.',
  'The team named you for this in the survey.',
  'Sold short. We agreed on a 2.',
];

const NOTES_DOWN = [
  'Once so far: let us look again at the next review.',
  'Needs a second example from another project.',
  'We agreed that the others did the larger part.',
];

const GOALS = [
  {
    Goal: 'Lead one project from the first talk to the release',
    'How we will know': 'It is live, and the people who asked for it use it',
    Support: 'Mentoring',
    'With whom or which resource': 'A lead of another team, every two weeks',
  },
  {
    Goal: 'Give a talk at the engineering meeting',
    'How we will know': 'Held before the winter break',
    Support: 'On the job',
    'With whom or which resource': 'The meeting on the last Thursday',
  },
  {
    Goal: 'Take the course on databases',
    'How we will know': 'Two slow reports are fast again',
    Support: 'Training',
    'With whom or which resource': 'The shared learning budget',
  },
];
