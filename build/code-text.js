// Code.js as text: the bundle as one object, then a function for each entry point,
// since Sheets and google.script.run find functions by their text alone. It is read in
// Google's editor, so it stays as written while it is small; every cell's call loads
// it, so beyond that it becomes as short as it can be.

import swc from '@swc/core';
import { documentationOf, functionOf, isCustomFunction } from './entry-points.js';

const READABLE = 60_000;
const HEADING = '// Career Sheet, built from TypeScript: change the sources, not this.\n';

/**
 * @param {string} module the bundle, its exports at its end
 * @param {import('./entry-points.js').EntryPoint[]} points
 */
export async function codeText(module, points) {
  const bundled = asObject(module);
  const wrappers = points.map((point) => `\n${documentationOf(point)}\n${functionOf(point)}\n`);
  const readable = `${HEADING}${bundled}${wrappers.join('')}`;
  if (Buffer.byteLength(readable) < READABLE) return readable;

  const { code } = await swc.minify(bundled, {
    compress: { ecma: 2019, passes: 3 },
    ecma: 2019,
    format: { comments: false, ecma: 2019 },
    mangle: true,
    module: false,
  });
  const short = points.map((point) => {
    // Of the others nobody but the reader of the sources sees the documentation.
    const documentation = isCustomFunction(point) ? `${documentationOf(point)}\n` : '';
    return `\n${documentation}${functionOf(point)}`;
  });
  return `${HEADING}${code}\n${short.join('')}\n`;
}

function asObject(module) {
  const exported = /\bexport \{([^}]*)\};\s*$/.exec(module);
  const members = exported[1].replace(/(\w+) as (\w+)/g, '$2: $1');
  const body = `${module.slice(0, exported.index)}return {${members}};`;
  return `"use strict";\nvar careerSheet = (() => {\n${body}\n})();\n`;
}
