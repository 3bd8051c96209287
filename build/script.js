// One Apps Script project: Code.js, the sidebar and dialogs, the frameworks and the manifest.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { bundle } from './bundle.js';
import { codeText } from './code-text.js';
import { entryPointProblems, entryPoints } from './entry-points.js';
import { designHtml, frameworkHtml } from './framework.js';
import { bundleProblems, sourceProblems } from './platform-check.js';
import { stopOn } from './problem.js';
import { sidebarHtml } from './sidebar.js';

/** @param {'sheet' | 'manager'} target */
export async function script(root, target, manifest) {
  const folder = path.join('dist', target);
  const manifestFile = path.join(root, manifest);
  const code = await codeJs(root, target);
  const outputs = new Map([
    [path.join(folder, 'Code.js'), code.text],
    [path.join(folder, 'appsscript.json'), readFileSync(manifestFile, 'utf8')],
  ]);
  const sidebars = path.join(root, 'src', 'sidebar');
  const frameworks = path.join(root, 'src', 'frameworks');
  const inputs = [...code.inputs, manifestFile, sidebars, frameworks];
  for (const [page, entry] of pagesOf(sidebars, target)) {
    const { html, inputs: read } = await sidebarHtml(root, entry);
    outputs.set(path.join(folder, `${page}.html`), html);
    inputs.push(...read);
  }
  for (const file of frameworkFiles(frameworks)) {
    const { html, inputs: read } = await frameworkHtml(file);
    outputs.set(path.join(folder, `${path.basename(file, '.json')}.html`), html);
    inputs.push(file, ...read);
  }
  const design = await designHtml();
  outputs.set(path.join(folder, 'design.html'), design.html);
  inputs.push(...design.inputs);
  return { folder, outputs, inputs };
}

/** The sidebar of `manager` is manager.tsx; manager-import.tsx is its page `import`, a dialog's. */
function pagesOf(folder, target) {
  const dialogs = readdirSync(folder).flatMap((file) => {
    const page = file.startsWith(`${target}-`) && /-(.+)\.tsx$/.exec(file)?.[1];
    return page ? [[page, path.join('src', 'sidebar', file)]] : [];
  });
  return [['sidebar', path.join('src', 'sidebar', `${target}.tsx`)], ...dialogs.sort()];
}

async function codeJs(root, target) {
  const entry = path.join('src', 'entry', `${target}.ts`);
  const points = entryPoints(root, entry);
  stopOn(points.flatMap(entryPointProblems));

  const { files, inputs } = await bundle(root, {
    entryPoints: [entry],
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2019',
  });
  const own = inputs.filter((file) => !file.includes('node_modules'));
  stopOn((await Promise.all(own.map((file) => sourceProblems(root, file)))).flat());

  const text = await codeText(files[0].text, points);
  stopOn(bundleProblems(text, `dist/${target}/Code.js`));
  return { text, inputs };
}

function frameworkFiles(folder) {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return files.sort().map((file) => path.join(folder, file));
}
