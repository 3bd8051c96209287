// The host's promise: each method that it offers has a test which names the page
// of Google's documentation that it follows.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CLASSES } from '../../local/services/offered';

interface Documented {
  /** `Class.method` */
  methods: string[];
  page: string;
}

/** From the sources of the tests: `documented('Range.getValue, setValue: what is seen', 'reference/…', …)`. */
const documented = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.test.ts') && file !== 'offered.test.ts')
  .flatMap((file) => documentedIn(readFileSync(join(import.meta.dirname, file), 'utf8')));

const offered = CLASSES.flatMap((type) =>
  Object.keys(type.offers).map((method) => `${type.service}.${method}`),
);

test('each offered method has a test that names its page in the documentation', () => {
  const tested = new Set(documented.flatMap(({ methods }) => methods));
  expect(offered.filter((method) => !tested.has(method))).toEqual([]);
});

test('each method that a test names is offered', () => {
  const named = new Set(documented.flatMap(({ methods }) => methods));
  expect([...named].filter((method) => !offered.includes(method))).toEqual([]);
});

test('each page is one under developers.google.com/apps-script', () => {
  const strange = documented.filter(
    ({ page }) => !/^(reference|guides|concepts)\/[a-z0-9/#().-]+$/i.test(page),
  );
  expect(strange).toEqual([]);
});

test('no class is offered twice, and each offer is a method of its class', () => {
  const names = CLASSES.map((type) => type.service);
  expect(names).toEqual([...new Set(names)]);
  const missing = CLASSES.flatMap((type) =>
    Object.keys(type.offers).filter(
      (method) => typeof Reflect.get(type.prototype, method) !== 'function',
    ),
  );
  expect(missing).toEqual([]);
});

function documentedIn(source: string): Documented[] {
  const pages = new Map(
    [...source.matchAll(/^const (\w+) = '([^']+)';/gm)].map(([, name, value]) => [name, value]),
  );
  const calls = source.matchAll(
    /\bdocumented\(\s*(['"`])(.+?)\1,\s*(?:'([^']+)'|(\w+)|`\$\{(\w+)\}([^`]*)`)/gs,
  );
  return [...calls].map(([, , title, page, constant, prefix, rest]) => ({
    methods: methodsIn(title),
    page: page ?? (constant ? (pages.get(constant) ?? constant) : `${pages.get(prefix)}${rest}`),
  }));
}

/** `Range.getValue, setValue: what is seen` names two methods of Range; other titles name none. */
function methodsIn(title: string): string[] {
  const names = title.split(': ')[0];
  if (!/^\w+\.\w+(, (\w+\.)?\w+)*$/.test(names)) return [];
  let holder = '';
  return names.split(', ').map((name) => {
    const [method, own = holder] = name.split('.').reverse();
    holder = own;
    return `${holder}.${method}`;
  });
}
