// What the build refuses, on sources that hold exactly one mistake each.

import { project } from './fixture';

/** The whole build of an entry file with this in it. */
function entry(text: string) {
  return project({ 'src/entry/sheet.ts': text });
}

const LEVEL = `
/**
 * The level of one competency.
 * @param scores The scores.
 * @param rule The rule.
 * @customfunction
 */
export function LEVEL(scores: unknown, rule?: unknown): unknown {
  return [scores, rule];
}
`;

describe('the build stops, and says which function and why, when', () => {
  it('none of these holds: then it builds', () => {
    expect(entry(LEVEL)).toMatchObject({ ok: true });
  });

  it.each([
    ['has no comment', 'export function submit() {}'],
    ['has an ordinary comment', '// Submits.\nexport function submit() {}'],
    [
      'has only tags',
      '/**\n * @param x The x.\n */\nexport function submit(x: string) { return x; }',
    ],
  ])('an entry point %s', (_, text) => {
    const { ok, said } = entry(text);
    expect(ok).toBe(false);
    expect(said).toMatch(/^sheet: submit in src\/entry\/sheet\.ts lacks documentation;.*\.$/m);
  });

  it.each([
    ['one is missing', LEVEL.replace(' * @param rule The rule.\n', ''), '(scores)'],
    [
      'one is too many',
      LEVEL.replace(' * @c', ' * @param more More.\n * @c'),
      '(scores, rule, more)',
    ],
    ['one has another name', LEVEL.replace('@param rule', '@param rules'), '(scores, rules)'],
    [
      'their order differs',
      LEVEL.replace('@param scores', '@param x')
        .replace('@param rule', '@param scores')
        .replace('@param x', '@param rule'),
      '(rule, scores)',
    ],
  ])('@param names and parameters differ: %s', (_, text, documented) => {
    const { ok, said } = entry(text);
    expect(ok).toBe(false);
    expect(said).toContain(
      `LEVEL in src/entry/sheet.ts documents the parameters ${documented}, but takes (scores, rule).`,
    );
  });

  it.each([
    ['a capitalised one lacks @customfunction', LEVEL.replace(' * @customfunction\n', ''), 'LEVEL'],
    [
      'a custom function is not capitalised',
      LEVEL.replace('function LEVEL', 'function level'),
      'level',
    ],
    ['a custom function ends in _', LEVEL.replace('function LEVEL', 'function LEVEL_'), 'LEVEL_'],
    ['a custom function is built in', LEVEL.replace('function LEVEL', 'function RANK'), 'RANK'],
    ['a parameter has no text', LEVEL.replace('@param rule The rule.', '@param rule'), 'LEVEL'],
    ['the help holds HTML', LEVEL.replace('The rule.', 'The <b>rule</b>.'), 'LEVEL'],
    ['a parameter has no name', LEVEL.replace('rule?: unknown)', '...rule: unknown[])'), 'LEVEL'],
  ])('%s', (_, text, name) => {
    const { ok, said } = entry(text);
    expect(ok).toBe(false);
    expect(said).toMatch(new RegExp(`^sheet: ${name} in src/entry/sheet\\.ts .+\\.$`, 'm'));
  });

  it('what is exported is no function', () => {
    const { ok, said } = entry('/** Submits. */\nexport const submit = () => {};');
    expect(ok).toBe(false);
    expect(said).toContain('submit in src/entry/sheet.ts is exported but is no function');
  });

  it('the mistake is in a file that the entry passes on', () => {
    const { ok, said } = project({
      'src/entry/sheet.ts': "export * from './cells';",
      'src/entry/cells.ts': 'export function submit() {}',
    });
    expect(ok).toBe(false);
    expect(said).toContain('submit in src/entry/cells.ts lacks documentation');
  });
});

describe('the build stops, and says which name and where, when the code reaches for', () => {
  it.each([
    'setTimeout(() => {}, 1)',
    "fetch('x')",
    "new URL('x')",
    'structuredClone(1)',
    "process.on('x', () => {})",
    'typeof window',
    'globalThis.crypto.subtle',
    "globalThis['atob']('x')",
    'new TextEncoder()',
    'new WeakRef({})',
    "Function('return 1')",
  ])('%s', (expression) => {
    const { ok, said } = project({
      'src/entry/sheet.ts': `${LEVEL}export { submit } from '../work';`,
      'src/work.ts': `/** Submits. */\nexport function submit(): void { ${expression}; }`,
    });
    const name = expression.match(
      /setTimeout|fetch|URL|structuredClone|process|window|crypto|atob|TextEncoder|WeakRef|Function/,
    )?.[0];
    expect(ok).toBe(false);
    expect(said).toContain(`src/work.ts uses ${name}, which Apps Script does not have.`);
  });

  it.each([
    ['a branch never taken', 'if (false) { setTimeout(String); }'],
    ['a function inside', 'function later() { setTimeout(String); }'],
    ['after the return', 'return; setTimeout(String);'],
  ])('a name that Apps Script lacks in %s', (_, body) => {
    const { ok, said } = entry(`/** Submits. */\nexport function submit(): void { ${body} }`);
    expect(ok).toBe(false);
    expect(said).toContain('uses setTimeout');
  });

  it('a name that Apps Script lacks in a function that nobody calls', () => {
    const { ok, said } = entry(`${LEVEL}function unused() { setTimeout(String); }`);
    expect(ok).toBe(false);
    expect(said).toContain('src/entry/sheet.ts uses setTimeout');
  });

  it('the whole of globalThis, behind which any name could hide', () => {
    const { ok, said } = entry(`${LEVEL}const all = globalThis; all.LEVEL = LEVEL;`);
    expect(ok).toBe(false);
    expect(said).toContain('uses globalThis other than as globalThis.name');
  });

  it('none of these holds for names of its own that look alike', () => {
    const built = entry(
      `${LEVEL}
/** Submits. @param fetch What to fetch. */
export function submit(fetch: { window: number }): unknown {
  const process = (URL: string) => ({ crypto: URL });
  return [fetch.window, process(globalThis.String(1)), SpreadsheetApp.getActive(), console.log];
}`.replace('Submits. @param', 'Submits.\n * @param'),
    );
    expect(built.said).toContain('built in');
    expect(built.ok).toBe(true);
  });
});

describe('the build stops when the syntax is newer than ES2019', () => {
  it.each([
    ['a number', '10n', 'src/entry/sheet.ts:2: Big integer literals'],
    ['a pattern', '/(?<year>x)|(?<year>y)/', 'dist/sheet/Code.js has syntax newer than ES2019'],
  ])('and cannot be written in an older way: %s', (_, value, reason) => {
    const { ok, said } = entry(`/** Counts. */
export function count(): unknown { return ${value}; }`);
    expect(ok).toBe(false);
    expect(said).toContain(`sheet: ${reason}`);
  });

  it('but not when it can be', () => {
    const built = entry(`
class Counter { #value?: number; static first = 1; next() { return (this.#value ??= Counter.first); } }
/** Counts.
 * @param cell A cell. */
export function count(cell?: { value?: number }): unknown { return cell?.value ?? new Counter().next(); }`);
    expect(built.said).toContain('built in');
    expect(built.read('dist/sheet/Code.js')).not.toMatch(/\?\.|\?\?|#value/);
  });
});

it('the build stops when a framework is not whole, and says what is missing', () => {
  const { ok, said } = project({ 'src/frameworks/small.json': '{ "id": "small" }' });
  expect(ok).toBe(false);
  expect(said).toMatch(/^sheet: small\.json: .*skills.*\.$/m);
});

it('a build that stops leaves what was built before', () => {
  const built = entry(LEVEL);
  const before = built.read('dist/sheet/Code.js');
  const failed = built.again({ 'src/entry/sheet.ts': 'export function submit() {}' });
  expect(failed.ok).toBe(false);
  expect(failed.read('dist/sheet/Code.js')).toBe(before);
});
