// Code.js as text: the bundle in a scope of its own, then a function for each entry
// point, since Sheets and google.script.run find functions by their text alone. It is
// read in Google's editor, so it stays as written while it is small; every cell's call
// loads it, so beyond that it becomes as short as it can be.

import { commentOf, isCustomFunction, shownInSheets } from './entry-points.js';

const READABLE = 60_000;
const HEADING = '// Career Sheet, built from TypeScript: change the sources, not this.\n';

/**
 * @param {string} module the bundle, its exports at its end
 * @param {import('./entry-points.js').EntryPoint[]} points
 */
export async function codeText(module, points) {
  const readable = readableText(module, points);
  return Buffer.byteLength(readable) < READABLE ? readable : shortText(module, points);
}

function readableText(module, points) {
  const { body, localNames } = withoutExports(module);
  const members = points.map(({ name }) => `  ${name}: ${localNames.get(name)},\n`).join('');
  const functions = points.map((point) => {
    const list = point.parameters.join(', ');
    const call = `return careerSheet.${point.name}(${list});`;
    return `\n${commentOf(point.doc)}\nfunction ${point.name}(${list}) {\n  ${call}\n}\n`;
  });
  return `${HEADING}${inScope('careerSheet', body, `{\n${members}}`)}${functions.join('')}`;
}

/** Documentation is left to the functions whose documentation Sheets shows. */
async function shortText(module, points) {
  const { body, localNames } = withoutExports(module);
  const members = points.map(({ name }) => localNames.get(name)).join(', ');
  const swc = await import('@swc/core');
  const { code } = await swc.minify(inScope('c', body, `[${members}]`), {
    compress: { ecma: 2019, passes: 3, unsafe: true, unsafe_arrows: true, unsafe_methods: true },
    ecma: 2019,
    format: { comments: false, ecma: 2019 },
    mangle: true,
    module: false,
  });
  const functions = points.map((point, index) => {
    const comment = isCustomFunction(point) ? `${commentOf(shownInSheets(point.doc))}\n` : '';
    const list = point.parameters.join(', ');
    const passed = list.length > '...arguments'.length ? '...arguments' : list;
    return `\n${comment}function ${point.name}(${list}) {return c[${index}](${passed})}`;
  });
  return `${HEADING}${code}\n${functions.join('')}\n`;
}

function inScope(name, body, result) {
  return `"use strict";\nvar ${name} = (() => {\n${body}\nreturn ${result};\n})();\n`;
}

function withoutExports(module) {
  const clause = /\bexport \{([^}]*)\};\s*$/.exec(module);
  const localNames = clause[1].split(',').map((item) => {
    const [local, exported = local] = item.trim().split(' as ');
    return [exported, local];
  });
  return { body: module.slice(0, clause.index), localNames: new Map(localNames) };
}
