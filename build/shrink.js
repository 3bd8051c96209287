// Code.js is read in Google's editor, so it stays as written while it is small;
// every cell's call loads it, so beyond that it loses its white space.

import * as esbuild from 'esbuild';

const LIMIT = 60_000;
const HEADING =
  '// Career Sheet. Built from the TypeScript sources of the project: change those, not this.\n';

/** The bundle and its wrappers as one text, with names kept in any case. */
export async function shrink(bundled, wrappers) {
  const readable = `${HEADING}${bundled}\n${wrappers}`;
  if (Buffer.byteLength(readable) < LIMIT) return readable;
  const { code } = await esbuild.transform(bundled, {
    charset: 'utf8',
    minifySyntax: true,
    minifyWhitespace: true,
    target: 'es2019',
  });
  return `${HEADING}${code}\n${wrappers}`;
}
