// Semantic versions of a framework: which one is newer, and whether only typing errors were corrected.

/** Below 0 when the first is older, above 0 when it is newer, 0 when both are the same. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [partsOf(one), partsOf(other)];
  for (let at = 0; at < 3; at += 1) {
    if (a[at] !== b[at]) return a[at] - b[at];
  }
  return 0;
}

/** Whether nothing between two versions was more than a rewording marked as a typo. */
export function isPatch(from: string, to: string): boolean {
  const [a, b] = [partsOf(from), partsOf(to)];
  return a[0] === b[0] && a[1] === b[1];
}

/** Whatever is not written as three numbers is older than all versions. */
function partsOf(version: string): number[] {
  const parts = /^\s*(\d+)\.(\d+)\.(\d+)\s*$/.exec(version);
  return parts ? parts.slice(1).map(Number) : [-1, -1, -1];
}
