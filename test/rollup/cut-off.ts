// Runs that end in the middle, as when Google stops them.

import { Gate } from '../../local/gate';

/** Lets a run hang at its n-th change of any workbook, as when Google ends it; says whether it ended before. */
export async function cutOff(changes: number, run: () => Promise<unknown>): Promise<boolean> {
  const real = Gate.prototype.call;
  let left = changes;
  let hang: () => void;
  const hung = new Promise<boolean>((resolve) => {
    hang = () => resolve(false);
  });
  const spy = jest.spyOn(Gate.prototype, 'call').mockImplementation(function (this: Gate, ...call) {
    if (left === 0) return new Promise(() => {});
    const before = changesIn(this);
    const result = real.apply(this, call);
    if (changesIn(this) > before) left -= 1;
    if (left === 0) hang();
    return result;
  });
  const ended = run().then(
    () => true,
    () => false,
  );
  const finished = await Promise.race([ended, hung]);
  spy.mockRestore();
  return finished;
}

function changesIn({ counts }: Gate): number {
  const { write = 0, store = 0, copy = 0, share = 0 } = counts.kinds;
  return write + store + copy + share;
}
