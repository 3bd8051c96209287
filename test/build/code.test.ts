// What the build makes of small sources.

import vm from 'node:vm';
import { project } from './fixture';

describe('Code.js', () => {
  const built = project({
    'src/entry/sheet.ts': `
import { greet } from '../greet';
export * from './cells';
export { ready as isReady } from './cells';

/**
 * Greets a person,
 * by name.
 * @param {"Ada"} name Who
 *   to greet.
 * @param [times] How often;
 *   once unless given.
 * @returns what to say
 * @customfunction
 */
export function GREET(name: string, times = 1): string {
  return greet(name).repeat(times);
}
`,
    'src/entry/cells.ts': `
export interface Cell { value: string }
/** Whether all is ready. */
export function ready(): boolean { return true; }
`,
    'src/greet.ts': 'export function greet(name: string) { return "Hi " + name; }\n',
  });
  const code = built.read('dist/sheet/Code.js');

  it('has a documented function for each export, its parameters by name, each text on one line', () => {
    expect(code).toContain(`
/**
 * Greets a person, by name.
 * @param {"Ada"} name Who to greet.
 * @param times How often; once unless given.
 * @returns what to say
 * @customfunction
 */
function GREET(name, times) {
  return careerSheet.GREET(name, times);
}
`);
  });

  it('runs as a script, and gives the outside those functions alone', () => {
    const context = vm.createContext({});
    vm.runInContext(code, context);
    expect(Object.keys(context).sort()).toEqual(['GREET', 'careerSheet', 'isReady', 'ready']);
    expect(vm.runInContext('GREET("Ada")', context)).toBe('Hi Ada');
    expect(vm.runInContext('GREET("Ada", 2)', context)).toBe('Hi AdaHi Ada');
    expect(vm.runInContext('isReady() && ready()', context)).toBe(true);
  });

  it('can be read while it is small, and is shortened but for what Sheets shows when it is not', () => {
    const lines = Array.from({ length: 2000 }, (_, at) => `    "sentence number ${at} of many",\n`);
    const long = built.again({
      'src/greet.ts': `export function greet(name: string) {\n  return [\n${lines.join('')}    name,\n  ].join();\n}\n`,
    });
    const shortened = long.read('dist/sheet/Code.js');
    expect(code).toContain('\nfunction greet(name) {\n');
    expect(code).toContain(' * Whether all is ready.\n');
    expect(shortened).not.toContain('greet(name)');
    expect(shortened).not.toContain('Whether all is ready');
    expect(shortened).toContain('\n * Greets a person, by name.\n');
    expect(shortened).toMatch(/^function ready\(\) \{return c\[\d\]\(\)\}$/m);
    const context = vm.createContext({});
    vm.runInContext(shortened, context);
    expect(vm.runInContext('GREET("Ada").slice(-3)', context)).toBe('Ada');
    expect(vm.runInContext('isReady() && ready()', context)).toBe(true);
  });
});

describe('the sidebar', () => {
  const built = project({
    'src/sidebar/sheet.tsx': `
import { render } from 'preact';
import './style.css';
const name: string = '</script><script>';
render(<p title={\`\${name} // not a comment /* nor this */\`}>{name}</p>, document.body);
`,
    'src/sidebar/style.css': 'p::after { content: "</style>"; color: red; }',
  });
  const html = built.read('dist/sheet/sidebar.html');

  it('is one file, its script and style whole whatever they hold', () => {
    expect(html.match(/<script>/g)).toHaveLength(1 + 1);
    expect(html.match(/<\/script>/g)).toHaveLength(1);
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(html).toContain('color:red');
  });

  it('has no template literal, from which Google would strip comments', () => {
    expect(html).not.toContain('`');
  });
});

describe('--if-changed', () => {
  it('builds when a source changes, or an output is gone or altered, and else not', () => {
    const built = project();
    expect(built.again({}, '--if-changed').said).toBe('');
    expect(built.again({ 'dist/sheet/Code.js': '' }, '--if-changed').said).toContain('built in');
    expect(built.read('dist/sheet/Code.js')).toContain('function onOpen()');
    const changed = built.again(
      { 'src/entry/sheet.ts': '/** Builds the menu anew. */\nexport function onOpen() {}' },
      '--if-changed',
    );
    expect(changed.said).toContain('built in');
    expect(changed.read('dist/sheet/Code.js')).toContain('anew');
    expect(changed.again({}, '--if-changed').said).toBe('');
  });
});

it('what an earlier build left behind is not pushed', () => {
  const built = project({ 'dist/sheet/old.html': 'old' });
  expect(built.folder('dist/sheet')).toEqual([
    'Code.js',
    'appsscript.json',
    'design.html',
    'sidebar.html',
  ]);
});
