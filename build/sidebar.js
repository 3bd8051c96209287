// A sidebar: Preact, its styles and its calls in one HTML file that loads nothing.

import { bundle } from './bundle.js';

/** Google strips what looks like a comment out of template literals, so there are none. */
export async function sidebarHtml(root, entry) {
  const { files, inputs } = await bundle(root, {
    entryPoints: [entry],
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    minify: true,
    platform: 'browser',
    supported: { 'template-literal': false },
    target: 'es2022',
  });
  const textOf = (extension) => files.find((file) => file.path.endsWith(extension))?.text ?? '';
  const css = textOf('.css').replaceAll('</style', '<\\/style');
  const js = textOf('.js').replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
  const html = `<!DOCTYPE html>
<html lang="en">
<head>
<base target="_top">
<meta charset="utf-8">
<title>Career Sheet</title>
<style>${css}</style>
</head>
<body>
<div id="app"></div>
<script>${js}</script>
</body>
</html>
`;
  return { html, inputs };
}
