// Hosts that begin as another is: what one of them changes, the others know nothing of.

import { Faults, Host, type OpenFile } from '../../local/host';
import { ADA, fileWithScript, GRACE } from './temporary-host';

const CODE = `
  function sheet(name) { return SpreadsheetApp.getActive().getSheetByName(name || 'Sheet1'); }
  function fill() {
    sheet().getRange('A1:B2').setValues([['one', 'two'], ['=A1', 4]]);
    sheet().getRange('A1').setFontWeight('bold');
    SpreadsheetApp.getActive().insertSheet('Other').getRange('A1').setFormula('=Sheet1!A1');
    SpreadsheetApp.getActive().setNamedRange('first', sheet().getRange('A1'));
    PropertiesService.getDocumentProperties().setProperty('key', 'before');
    PropertiesService.getUserProperties().setProperty('key', 'before');
    ScriptApp.newTrigger('fill').timeBased().after(1).create();
  }
  function change() {
    sheet().insertRowBefore(1);
    sheet('Other').setName('Renamed').getRange('B1').setValue('new');
    sheet().getRange('A2').setNote('noted');
    SpreadsheetApp.getActive().addEditor('${GRACE}').rename('Changed');
    PropertiesService.getDocumentProperties().setProperty('key', 'after');
    PropertiesService.getUserProperties().setProperty('key', 'after');
    ScriptApp.deleteTrigger(ScriptApp.getProjectTriggers()[0]);
  }
  function copyAndChange() {
    var copy = SpreadsheetApp.getActive().copy('Copy');
    copy.getSheets()[0].getRange('A1').setValue('in the copy');
    return copy.getSheets()[0].getRange('A1:B1').getValues()[0];
  }
  function now() { return Date.now(); }
`;

let host: Host;
let file: OpenFile;
const hosts: Host[] = [];

beforeEach(async () => {
  host = kept(Host.inMemory({ simulate: { clock: new Date('2026-11-20T12:00:00Z') } }));
  file = fileWithScript(host, CODE);
  await file.call('fill');
});

afterEach(() => {
  for (const one of hosts.splice(0)) one.close();
});

function kept(one: Host): Host {
  hosts.push(one);
  return one;
}

const at = (one: Host) => one.as(ADA).open(file.id);
const all = (one: Host) => [
  at(one).workbook(),
  one.store.userProperties(ADA, at(one).workbook().script?.id as string),
  one.store.triggers().length,
];

test('a fork begins as its host is, and neither sees what the other does', async () => {
  const before = all(host);
  const [first, second] = [kept(host.fork()), kept(host.fork())];
  expect(all(first)).toEqual(before);
  await at(first).call('change');
  at(first).type('Sheet1', 'C3', 'typed');
  expect(all(host)).toEqual(before);
  expect(all(second)).toEqual(before);
  const changed = all(first);
  await file.call('change');
  expect(all(second)).toEqual(before);
  expect(all(first)).toEqual(changed);
  expect(at(first).workbook().sheets[1].cells).toEqual({
    A1: { f: '=Sheet1!A2' },
    B1: { v: 'new' },
  });
});

test('what lies in a file is changed by hand in one of them alone', () => {
  const fork = kept(host.fork());
  const access = fork.store.access(ADA);
  at(fork).type('Sheet1', 'C3', 'typed');
  const cell = access.write(file.id).sheets[0].cells.A1;
  cell.v = 'by hand';
  Object.assign(cell.style ?? {}, { bold: false });
  expect(at(fork).read('Sheet1', 'A1')).toBe('by hand');
  expect(file.workbook().sheets[0].cells.A1).toEqual({ v: 'one', style: { bold: true } });
});

test('a copy of a file shares nothing that can be seen', async () => {
  expect(await file.call('copyAndChange')).toEqual(['in the copy', 'two']);
  expect(file.read('Sheet1', 'A1')).toBe('one');
});

test('the clock goes on from where it was, faults begin anew', async () => {
  const started = host.clock.now();
  host.faults = new Faults().fail('Range.setNote');
  const fork = kept(host.fork());
  expect(await at(fork).call('now')).toBe(started.getTime());
  await at(fork).call('change');
  expect(host.clock.now()).toEqual(started);
  const later = kept(host.fork({ simulate: { clock: new Date('2027-01-01T00:00:00Z') } }));
  expect(later.clock.now()).toEqual(new Date('2027-01-01T00:00:00Z'));
  expect(fork.ran).toHaveLength(2);
});
