// The scripts as they would be pushed: what Google finds in them, what they ask for.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { parse } from 'acorn';
import { type Scope, scopesNeeded, WITHOUT_SCOPE } from './scopes';
import { nodesOf } from './syntax';

const PROJECT = path.resolve(import.meta.dirname, '../..');
const DIST = path.join(PROJECT, 'dist');
const FRAMEWORKS = readdirSync(path.join(PROJECT, 'src/frameworks')).map((file) =>
  file.replace('.json', '.html'),
);
/** manager-import.tsx is the page `import` of the manager workbook, beside its sidebar. */
const pagesOf = (target: string) => [
  'sidebar.html',
  ...readdirSync(path.join(PROJECT, 'src/sidebar'))
    .filter((file) => file.startsWith(`${target}-`) && file.endsWith('.tsx'))
    .map((file) => file.slice(target.length + 1).replace('.tsx', '.html')),
];
/** Pay exists in manager workbooks alone. */
const customFunctionsOf = (target: string) => [
  'GRADE',
  'LEVEL',
  'LEVEL_GAP',
  'NEXT_SKILLS',
  ...(target === 'manager' ? ['PAY_TARGET'] : []),
  'PROGRESS',
  'PROGRESS_BY_DIRECTION',
];

describe.each(['sheet', 'manager'])('dist/%s', (target) => {
  const read = (file: string) => readFileSync(path.join(DIST, target, file), 'utf8');
  const code = read('Code.js');
  const pages = pagesOf(target);
  const tree = parse(code, { ecmaVersion: 2019, sourceType: 'script' });
  const functions = globalFunctions(code);
  const customFunctions = customFunctionsOf(target);

  it('holds Code.js, HTML files and the manifest, nothing else', () => {
    expect(readdirSync(path.join(DIST, target)).sort()).toEqual(
      ['Code.js', 'appsscript.json', 'design.html', ...pages, ...FRAMEWORKS].sort(),
    );
  });

  it('is small enough to be loaded for every cell', () => {
    const limit = target === 'sheet' ? 60_000 : 220_000;
    expect(Buffer.byteLength(code)).toBeLessThan(limit);
  });

  it('calls no service while it loads', () => {
    const services = [...Object.keys(scopesNeeded(tree).services), 'SpreadsheetApp', 'Session'];
    const untouchable = new Proxy(() => {}, {
      get(_, name) {
        throw new Error(`${String(name)} was called while the file loaded`);
      },
      apply() {
        throw new Error('a service was called while the file loaded');
      },
    });
    const context = Object.fromEntries(services.map((name) => [name, untouchable]));
    expect(() => vm.runInNewContext(code, context)).not.toThrow();
  });

  it('offers onOpen, onInstall and the custom functions', () => {
    expect(functions).toEqual(expect.arrayContaining(['onOpen', 'onInstall', ...customFunctions]));
    expect(functions.filter((name) => /^[A-Z]/.test(name)).sort()).toEqual(customFunctions);
  });

  it('offers nothing that neither Sheets nor a menu nor a page calls', () => {
    const html = pages.map(read).join();
    const named = new Set(nodesOf(tree).map(({ value }) => value));
    const needed = (name: string) =>
      ['onOpen', 'onInstall', ...customFunctions].includes(name) ||
      named.has(name) ||
      html.includes(`"${name}"`);
    expect(functions.filter((name) => !needed(name))).toEqual([]);
  });

  it('has the documentation of each custom function right above it, its parameters by name', () => {
    for (const name of customFunctions) {
      const match = code.match(
        new RegExp(`\n/\\*\\*\n((?: \\* .+\n)+) \\*/\nfunction ${name}\\(([\\w, ]+)\\) {`),
      );
      expect([name, match]).toEqual([name, expect.anything()]);
      const [, doc, parameters] = match as RegExpMatchArray;
      const documented = [...doc.matchAll(/@param (?:\{.+?\} )?(\w+) \S/g)].map(([, each]) => each);
      expect([name, documented.join(', ')]).toEqual([name, parameters]);
      expect([name, doc]).toEqual([name, expect.stringContaining('@customfunction')]);
    }
  });

  it('asks for the scopes that its calls need, and no more', () => {
    const manifest = JSON.parse(read('appsscript.json'));
    const { scopes, services } = scopesNeeded(tree);
    const unknown = Object.keys(services).filter((name) => !WITHOUT_SCOPE.has(name));
    expect(manifest.oauthScopes.map(shortScope).sort()).toEqual([...scopes].sort());
    expect(unknown).toEqual([]);
    expect(manifest.runtimeVersion).toBe('V8');
  });

  it('holds each framework as data that cannot be taken for markup', () => {
    for (const file of FRAMEWORKS) {
      const html = read(file);
      expect(html).not.toMatch(/<|\/\/|\/\*/);
      expect(JSON.parse(html)).toHaveProperty('id', path.basename(file, '.html'));
    }
  });

  it.each(pages)(
    'has %s in one file that loads nothing and keeps every comment-like text',
    (page) => {
      const html = read(page);
      const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, text]) => text);
      expect(scripts).toHaveLength(1);
      const types = nodesOf(parse(scripts[0], { ecmaVersion: 2022 })).map(({ type }) => type);
      expect(types).not.toContain('TemplateLiteral');
      expect(html).not.toMatch(/<(script|img|iframe)[^>]*\ssrc=|<link|@import|url\(|\bimport\(/);
      expect(html).not.toMatch(/\b(fetch|XMLHttpRequest|WebSocket|EventSource)\s*\(/);
    },
  );
});

/** What the file leaves behind in the global scope as a function, as Sheets would list it. */
function globalFunctions(code: string): string[] {
  const context = vm.createContext({});
  vm.runInContext(code, context);
  return Object.keys(context).filter((name) => typeof context[name] === 'function');
}

function shortScope(url: string): Scope {
  return url.replace('https://www.googleapis.com/auth/', '') as Scope;
}
