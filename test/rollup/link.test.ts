// What people put into the link column of Team.

import { hyperlinkIn, spreadsheetIdIn } from '../../src/rollup/link';

const id = '1AbC-dEf_GhIjKlMnOpQrStUvWxYz0123456789abcde';

test.each([
  ['an address', `https://docs.google.com/spreadsheets/d/${id}/edit#gid=0`],
  ['an address without its end', `https://docs.google.com/spreadsheets/d/${id}`],
  ['an address with a query', `https://docs.google.com/spreadsheets/d/${id}/edit?usp=sharing`],
  ['an address of a second account', `https://docs.google.com/spreadsheets/u/1/d/${id}/edit`],
  ['an address of a domain', `https://docs.google.com/a/example.org/spreadsheets/d/${id}/edit`],
  ['an address of Drive', `https://drive.google.com/file/d/${id}/view`],
  ['an old address of Drive', `https://drive.google.com/open?id=${id}`],
  ['an address without https', `docs.google.com/spreadsheets/d/${id}/edit`],
  ['an address of the local host', `http://127.0.0.1:8080/file/${id}?as=ada%40example.org`],
  ['a bare id', id],
  ['spaces around it', `  ${id}\n`],
])('%s names the spreadsheet', (_, text) => {
  expect(spreadsheetIdIn(text)).toBe(id);
});

test.each([
  ['nothing', ''],
  ['words', 'see the team drive'],
  ['an e-mail', 'ada.lovelace.of.the.analytical.engine@example.org'],
  ['another site', 'https://example.org/'],
  ['a document', `https://docs.google.com/document/d/${id}/edit`],
  ['a folder', `https://drive.google.com/drive/folders/${id}`],
  ['a published page', `https://docs.google.com/spreadsheets/d/e/2PACX-${id}/pubhtml`],
])('%s is no link to a spreadsheet', (_, text) => {
  expect(spreadsheetIdIn(text)).toBeNull();
});

test('a HYPERLINK formula names its address, however it is written', () => {
  const address = `https://docs.google.com/spreadsheets/d/${id}/edit`;
  expect(hyperlinkIn(`=HYPERLINK("${address}";"Ada")`)).toBe(address);
  expect(hyperlinkIn(`= hyperlink( "${address}" , "Ada ""the first""")`)).toBe(address);
  expect(hyperlinkIn(`=HYPERLINK("${address}")`)).toBe(address);
  expect(hyperlinkIn('=HYPERLINK(A1;"Ada")')).toBeNull();
  expect(hyperlinkIn('=SUM(1;2)')).toBeNull();
});
