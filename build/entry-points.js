// What Sheets, menus and the sidebar may call: the functions that an entry file
// exports, each with the documentation that stands above it.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse as parseTypeScript } from '@babel/parser';
import { parse as parseComments } from 'comment-parser';
import { BuildError } from './problem.js';
import { SHEETS_FUNCTIONS } from './sheets-functions.js';

/**
 * @typedef {object} EntryPoint
 * @property {string} name
 * @property {string} file where the function is written, below the root
 * @property {(string | null)[]} parameters null for one without a name of its own
 * @property {import('comment-parser').Block | null} doc
 */

/** @returns {EntryPoint[]} everything that the file exports, in the order of the file */
export function entryPoints(root, file) {
  return parse(root, file).body.flatMap((statement) => exportsOf(root, statement, file));
}

/** @param {EntryPoint} point @returns {string[]} a sentence for each thing wrong with it */
export function entryPointProblems(point) {
  const { name, parameters, doc } = point;
  const problems = [];
  const complain = (text) => problems.push(`${name} in ${point.file} ${text}`);

  if (parameters.includes(null)) {
    complain('has a parameter without a name of its own; give it one, since Sheets shows it');
  }
  if (name.endsWith('_')) complain('ends in _, so nothing outside the script can call it');
  if (!doc?.description) {
    complain('lacks documentation; say right above it, in a /** comment, what it does');
    return problems;
  }

  const documented = tagsOf(doc, 'param').map((tag) => tag.name);
  if (documented.join() !== parameters.join()) {
    complain(`documents the parameters ${list(documented)}, but takes ${list(parameters)}`);
  }
  const isCustom = isCustomFunction(point);
  const isCapitalised = /^[A-Z]/.test(name);
  if (isCapitalised && !isCustom) {
    complain('is capitalised like a custom function; add @customfunction or rename it');
  }
  if (isCustom && !isCapitalised) {
    complain('has @customfunction, so write its name in capitals');
  }
  if (isCustom && SHEETS_FUNCTIONS.has(name.toUpperCase())) {
    complain('has the name of a function that Sheets itself offers; rename it');
  }
  if (isCustom) {
    for (const tag of tagsOf(doc, 'param')) {
      if (!tag.description) complain(`says nothing about ${tag.name}; Sheets shows that text`);
    }
    const shown = [doc, ...tagsOf(doc, 'param')].map(({ description }) => description).join(' ');
    if (/<[a-z/]/i.test(shown)) complain('has HTML in its documentation; Sheets shows it as text');
  }
  return problems;
}

/** A comment with each text on one line, as Sheets wants it. */
export function commentOf({ description, tags }) {
  const lines = [description, ...tags.map(tagLine)];
  return `/**\n${lines.map((line) => ` * ${oneLine(line)}\n`).join('')} */`;
}

/** What of its documentation Sheets shows to whoever writes a formula. */
export function shownInSheets(doc) {
  return {
    ...doc,
    tags: doc.tags.filter(({ tag }) => tag === 'param' || tag === 'customfunction'),
  };
}

/** @param {EntryPoint} point */
export function isCustomFunction({ doc }) {
  return tagsOf(doc, 'customfunction').length > 0;
}

/** Sheets does not know the brackets of an optional parameter. */
function tagLine({ tag, type, name, description }) {
  return `@${tag} ${type ? `{${type}} ` : ''}${name} ${description}`;
}

function exportsOf(root, statement, file) {
  if (statement.exportKind === 'type') return [];
  if (statement.type === 'ExportAllDeclaration') {
    return entryPoints(root, fileOf(root, statement.source.value, file));
  }
  if (statement.type !== 'ExportNamedDeclaration') return [];
  const { declaration, source, specifiers } = statement;
  if (declaration?.type === 'FunctionDeclaration') {
    return [entryPoint(declaration, statement.leadingComments, file)];
  }
  if (declaration) throw notAFunction(declaration, file);
  if (!source) {
    throw new BuildError([`${file} exports names apart; write export before each function`]);
  }
  const offered = entryPoints(root, fileOf(root, source.value, file));
  return specifiers
    .filter((specifier) => specifier.exportKind !== 'type')
    .map(({ local, exported }) => {
      const point = offered.find(({ name }) => name === local.name);
      if (point) return { ...point, name: exported.name };
      throw new BuildError([`${file} exports ${local.name}, which ${source.value} lacks`]);
    });
}

function entryPoint(declaration, comments, file) {
  const comment = comments?.at(-1);
  const isDoc = comment?.type === 'CommentBlock' && comment.value.startsWith('*');
  return {
    name: declaration.id.name,
    file,
    parameters: declaration.params.map(parameterName),
    doc: isDoc ? parseComments(`/*${comment.value}*/`)[0] : null,
  };
}

function parameterName(parameter) {
  if (parameter.type === 'AssignmentPattern') return parameterName(parameter.left);
  return parameter.type === 'Identifier' ? parameter.name : null;
}

function notAFunction(declaration, file) {
  const name = declaration.id?.name ?? declaration.declarations?.[0]?.id.name ?? 'something';
  return new BuildError([`${name} in ${file} is exported but is no function; write it as one`]);
}

function parse(root, file) {
  if (!existsSync(path.join(root, file))) throw new BuildError([`${file} is missing`]);
  const text = readFileSync(path.join(root, file), 'utf8');
  return parseTypeScript(text, { sourceType: 'module', plugins: ['typescript'] }).program;
}

/** Imports have no extension. */
function fileOf(root, source, importer) {
  const base = path.join(path.dirname(importer), source);
  const index = path.join(base, 'index.ts');
  return existsSync(path.join(root, index)) ? index : `${base}.ts`;
}

function tagsOf(doc, name) {
  return doc.tags.filter(({ tag }) => tag === name);
}

function list(names) {
  return names.length > 0 ? `(${names.map((name) => name ?? '…').join(', ')})` : 'none';
}

function oneLine(text) {
  return text.replace(/\s+/g, ' ').trim();
}
