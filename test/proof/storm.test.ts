// A thousand runs in which every tenth call goes wrong at random: fails before or after its effect,
// takes long, or ends the run. Four of them come one after the other; done again once Google is well,
// all end the same.

import { type Company, TinyCompany } from './tiny-company';
import { again, Noted, stateOf, WORK_NAMES, WORKS, type Work } from './works';

const RUNS = 1000;
const RATE = 0.1;
/** How often somebody tries while the storm lasts. */
const TRIES = 4;

let tiny: TinyCompany;

beforeAll(async () => {
  tiny = await TinyCompany.lay();
});

afterAll(() => tiny.close());

jest.setTimeout(300_000);

test.each(WORK_NAMES)('a %s in a storm ends the same', async (name) => {
  const work: Work = WORKS[name];
  const started = (): Company => {
    const company = tiny.start();
    work.before?.(company);
    return company;
  };
  const quiet = started();
  await work.once(quiet);
  const whole = JSON.stringify(stateOf(quiet), null, 1);
  for (let seed = WORK_NAMES.indexOf(name); seed < RUNS / TRIES; seed += WORK_NAMES.length) {
    const company = started();
    const faults = new Noted();
    faults.random({ seed, rate: RATE, of: ['fail', 'failAfter', 'stop', 'stopAfter', 'slow'] });
    company.host.faults = faults;
    for (let tries = 0; tries < TRIES; tries += 1) await work.once(company).catch(() => null);
    const told = await again(company, work).catch((error: Error) => error.message);
    const state = JSON.stringify(stateOf(company), null, 1);
    if (told === undefined && state === whole) continue;
    const where = `seed ${seed}`;
    expect({ where, told, ...JSON.parse(state) }).toEqual({ where, ...JSON.parse(whole) });
  }
});
