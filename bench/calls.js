// What counts as a call: getting hold of a tab or a range is none, and a person's answer none of the server's.

const COUNTED = ['open', 'read', 'write', 'copy', 'share', 'fetch', 'lock', 'store', 'trigger'];

/** How many calls scripts made on a host since its counts were reset. */
export function callsIn(host) {
  const { kinds } = host.counts();
  return COUNTED.reduce((sum, kind) => sum + (kinds[kind] ?? 0), 0);
}
