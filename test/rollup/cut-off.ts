// Runs that end in the middle, as when Google stops them.

import { Faults, type Host } from '../../local/host';

/** Stops what runs behind its n-th change of anything; says whether it came to its end before. */
export async function cutOff(
  host: Host,
  changes: number,
  run: () => Promise<unknown>,
): Promise<boolean> {
  const faults = new Faults().stop({ change: changes }, { after: true });
  host.faults = faults;
  await run().catch(() => {});
  host.faults = null;
  return faults.struck === 0;
}
