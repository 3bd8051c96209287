// PropertiesService and Properties: what lasts, for whom, and how much of it.

import { documented } from './documented';
import { fileWithScript, GRACE, returned, temporaryHost } from './temporary-host';

const SERVICE = 'reference/properties/properties-service';
const PROPERTIES = 'reference/properties/properties';

const CODE = `
  function write(kind, key, value) { PropertiesService['get' + kind + 'Properties']().setProperty(key, value); }
  function all(kind) { return PropertiesService['get' + kind + 'Properties']().getProperties(); }
`;

documented(
  'PropertiesService.getDocumentProperties, getScriptProperties: all users share them',
  SERVICE,
  async () => {
    const host = temporaryHost();
    const file = fileWithScript(host, CODE);
    file.share(GRACE, 'editor');
    const graces = host.as(GRACE).open(file.id);
    await file.call('write', 'Document', 'key', 'of the document');
    await graces.call('write', 'Script', 'key', 'of the script');
    expect(await graces.call('all', 'Document')).toEqual({ key: 'of the document' });
    expect(await file.call('all', 'Script')).toEqual({ key: 'of the script' });
  },
);

documented(
  'PropertiesService.getUserProperties: only the user, only in this script',
  SERVICE,
  async () => {
    const host = temporaryHost();
    const file = fileWithScript(host, CODE);
    file.share(GRACE, 'editor');
    await file.call('write', 'User', 'key', 'mine');
    expect(await file.call('all', 'User')).toEqual({ key: 'mine' });
    expect(await host.as(GRACE).open(file.id).call('all', 'User')).toEqual({});
    expect(await file.copy('Copy').call('all', 'User')).toEqual({});
  },
);

documented(
  "PropertiesService.getUserProperties: a cell sees the owner's and sets none",
  'guides/sheets/functions',
  async () => {
    const host = temporaryHost();
    const file = fileWithScript(host, CODE);
    file.share(GRACE, 'editor');
    await file.call('write', 'User', 'key', 'the owner');
    const graces = host.as(GRACE).open(file.id);
    expect(await graces.cell('all', 'User')).toEqual({ key: 'the owner' });
    await expect(graces.cell('write', 'User', 'key', 'x')).rejects.toThrow(
      'You do not have permission to call Properties.setProperty.',
    );
  },
);

documented(
  'Properties.getProperty, setProperty: text by key, null without one',
  PROPERTIES,
  async () => {
    const result = await returned(`
    var properties = PropertiesService.getScriptProperties();
    var same = properties.setProperty('n', 5) === properties;
    return [same, properties.getProperty('n'), properties.getProperty('absent')];`);
    expect(result).toEqual([true, '5', null]);
  },
);

documented(
  'Properties.setProperties, getProperties, getKeys: a copy of all of them',
  PROPERTIES,
  async () => {
    const result = await returned(`
    var properties = PropertiesService.getScriptProperties();
    properties.setProperties({ a: 'x', b: 'y' });
    properties.getProperties().a = 'changed';
    properties.setProperties({ c: 'z' });
    var three = [properties.getKeys(), properties.getProperties()];
    properties.setProperties({ d: 'only' }, true);
    return three.concat([properties.getKeys()]);`);
    expect(result).toEqual([['a', 'b', 'c'], { a: 'x', b: 'y', c: 'z' }, ['d']]);
  },
);

documented('Properties.deleteProperty, deleteAllProperties: gone', PROPERTIES, async () => {
  const result = await returned(`
    var properties = PropertiesService.getDocumentProperties();
    properties.setProperties({ a: 'x', b: 'y', c: 'z' });
    var keys = properties.deleteProperty('a').deleteProperty('absent').getKeys();
    return [keys, properties.deleteAllProperties().getKeys()];`);
  expect(result).toEqual([['b', 'c'], []]);
});

documented(
  'Properties.setProperty: 9 KB a value, 500 KB a store',
  'guides/services/quotas',
  async () => {
    const result = await returned(`
    var properties = PropertiesService.getScriptProperties(), full = new Array(9 * 1024 + 1).join('x');
    function error(call) { try { call(); return null; } catch (thrown) { return thrown.message; } }
    return [
      error(function () { properties.setProperty('fits', full); }),
      error(function () { properties.setProperty('large', full + 'x'); }),
      error(function () { for (var i = 0; i < 60; i += 1) properties.setProperty('k' + i, full); }),
    ];`);
    expect(result).toEqual([
      null,
      'Argument too large: value',
      'You have exceeded the property storage quota. Please remove some properties and try again.',
    ]);
  },
);
