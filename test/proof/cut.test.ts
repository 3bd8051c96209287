// Every piece of work stopped at every single service call, before and after its effect, and a second
// one started at each of them: done again, it ends as if nothing had happened.

import { type Company, TinyCompany } from './tiny-company';
import { again, Noted, stateOf, WORK_NAMES, WORKS, type Work } from './works';

/** So slow that a run saves on its way and sets a trigger, as one of many people does. */
const SLOWNESS = 20;

let tiny: TinyCompany;

beforeAll(async () => {
  tiny = await TinyCompany.lay();
});

afterAll(() => tiny.close());

describe.each(WORK_NAMES)('%s', (name) => {
  const work: Work = WORKS[name];
  let whole: string;

  function started(holdWrites = true, threads = false): Company {
    const company = tiny.start({ holdWrites }, { threads });
    work.before?.(company);
    return company;
  }

  beforeAll(async () => {
    const company = started();
    await work.once(company);
    whole = JSON.stringify(stateOf(company), null, 1);
  });

  /** Ends like the work that was left alone; where it does not, the difference is shown beside where it went wrong. */
  async function endsTheSame(company: Company, where: string): Promise<void> {
    const told = await again(company, work).catch((error: Error) => error.message);
    const state = JSON.stringify(stateOf(company), null, 1);
    if (told === undefined && state === whole) return;
    expect({ where, told, ...JSON.parse(state) }).toEqual({ where, ...JSON.parse(whole) });
  }

  jest.setTimeout(300_000);

  // What is written stands at the latest with the next call that needs it, and at once where Google
  // holds nothing back: between the two, every state that a run can leave behind is met.
  test.each([
    ['after its effect, when every write stands at once', { after: true, holdWrites: false }],
    ['before its effect', { after: false, holdWrites: true }],
  ])('stopped at any call %s ends the same, done again', async (_, { after, holdWrites }) => {
    for (let call = 1, isOver = false; !isOver; call += 1) {
      const company = started(holdWrites);
      const faults = new Noted().slow(SLOWNESS).stop(call, { after }) as Noted;
      company.host.faults = faults;
      await work.once(company).catch(() => null);
      isOver = faults.struck === 0;
      await endsTheSame(company, `call ${call}, ${faults.names[call - 1]}`);
    }
  });

  test('started a second time at any call ends the same', async () => {
    for (let call = 1, isOver = false; !isOver; call += 1) {
      const company = started(true, true);
      const second = () => work.once(company).catch(() => null);
      const faults = new Noted().during(call, second) as Noted;
      company.host.faults = faults;
      await work.once(company).catch(() => null);
      isOver = faults.struck === 0;
      await endsTheSame(company, `call ${call}, ${faults.names[call - 1]}`);
    }
  });
});
