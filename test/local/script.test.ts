// npm run local -- script.mjs: a person's script over a workspace.

import { execFile } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './temporary-host';

const LOCAL = join(import.meta.dirname, '../../dist/local/script.js');

let dir: string;

beforeEach(() => {
  dir = temporaryFolder();
});

afterEach(() => rmSync(dir, { recursive: true, force: true }));

function local(
  source: string,
  ...args: string[]
): Promise<{ code: number; out: string; err: string }> {
  const file = join(dir, 'script.mjs');
  writeFileSync(file, source);
  const argv = [LOCAL, ...(source ? [file] : []), '--workspace', join(dir, 'workspace'), ...args];
  return new Promise((resolve) => {
    const child = execFile(process.execPath, argv, (_, out, err) => {
      resolve({ code: child.exitCode ?? 1, out, err });
    });
  });
}

test('a script finds what the one before left, unless it starts afresh', async () => {
  const typing = `export default async (host) => {
    host.as('ada@elsewhere.org').create('Mine').type('Sheet1', 'A1', '2');
  };`;
  const listing = `export default async (host) => {
    for (const { id, name } of host.as('ada@elsewhere.org').files()) {
      console.log(name, host.as('ada@elsewhere.org').open(id).read('Sheet1', 'A1'));
    }
  };`;
  expect(await local(typing)).toEqual({ code: 0, out: '', err: '' });
  expect(await local(listing)).toEqual({ code: 0, out: 'Mine 2\n', err: '' });
  expect(await local(listing, '--fresh')).toEqual({ code: 0, out: '', err: '' });
});

test('what is wrong is said, and the exit status tells', async () => {
  expect(await local('')).toEqual({
    code: 1,
    out: '',
    err: 'Usage: npm run local -- script.mjs [--workspace DIR] [--fresh]\n',
  });
  const noFunction = await local('export const x = 1;');
  expect([noFunction.code, noFunction.err]).toEqual([
    1,
    expect.stringContaining('exports no default function'),
  ]);
  const failing = await local(
    "export default (host) => { host.as('ada@elsewhere.org').open('nothing'); };",
  );
  expect([failing.code, failing.err]).toEqual([
    1,
    expect.stringMatching(
      /You do not have permission to access the requested document\.[\s\S]*script\.mjs/,
    ),
  ]);
});
