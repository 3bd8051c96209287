// Whether Apps Script can run it: every name that code reaches for must be its
// own, ECMAScript's, or one of Google's services; the syntax no newer than ES2019.
// Found by reading the code, so code that never runs counts as well.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'acorn';
import * as esbuild from 'esbuild';
import { analyze } from 'eslint-scope';
import estraverse from 'estraverse';
import { PLATFORM_GLOBALS } from './platform-globals.js';

/** One source file by itself: names the file, and sees what the bundle leaves out. */
export async function sourceProblems(root, file) {
  if (!/\.tsx?$/.test(file)) return [];
  const text = readFileSync(file, 'utf8');
  const { code } = await esbuild.transform(text, { loader: 'ts', target: 'esnext' });
  return globalProblems(code, path.relative(root, file), 'module');
}

/** The built file: sees what packages bring along as well. */
export function bundleProblems(code, file) {
  try {
    parse(code, { ecmaVersion: 2019, sourceType: 'script' });
  } catch (error) {
    return [`${file} has syntax newer than ES2019: ${error.message}`];
  }
  return globalProblems(code, file, 'script');
}

function globalProblems(code, file, sourceType) {
  const tree = parse(code, { ecmaVersion: 'latest', sourceType, ranges: true });
  const { globalScope } = analyze(tree, { ecmaVersion: 2024, sourceType });
  const problems = new Set();

  const missing = globalScope.through.map(({ identifier }) => identifier.name);
  for (const name of [...missing, ...membersOfGlobalThis(tree)]) {
    if (!PLATFORM_GLOBALS.has(name)) {
      problems.add(`${file} uses ${name}, which Apps Script does not have`);
    }
  }
  if (hidesBehindGlobalThis(tree)) {
    problems.add(`${file} uses globalThis other than as globalThis.name, which cannot be checked`);
  }
  return [...problems];
}

function membersOfGlobalThis(tree) {
  const names = [];
  visit(tree, (node) => {
    if (isGlobalThisMember(node)) names.push(memberName(node));
  });
  return names.filter((name) => name !== null);
}

function hidesBehindGlobalThis(tree) {
  let hides = false;
  visit(tree, (node, parent) => {
    if (node.type !== 'Identifier' || node.name !== 'globalThis') return;
    const isPlainMember = parent && isGlobalThisMember(parent) && parent.object === node;
    const isNameOnly = parent?.type === 'MemberExpression' && parent.property === node;
    if (!(isPlainMember && memberName(parent) !== null) && !(isNameOnly && !parent.computed)) {
      hides = true;
    }
  });
  return hides;
}

function isGlobalThisMember(node) {
  return node.type === 'MemberExpression' && node.object.name === 'globalThis';
}

/** `globalThis.name` and `globalThis['name']`; null for what only running it would tell. */
function memberName({ computed, property }) {
  if (!computed) return property.name;
  return typeof property.value === 'string' ? property.value : null;
}

function visit(tree, enter) {
  estraverse.traverse(tree, { enter, fallback: 'iteration' });
}
