// CacheService and Cache: text that is kept for a while.

import { documented } from './documented';
import { fileWithScript, GRACE, returned, temporaryHost } from './temporary-host';

const SERVICE = 'reference/cache/cache-service';
const CACHE = 'reference/cache/cache';

documented(
  'CacheService.getScriptCache, getDocumentCache, getUserCache: who shares them',
  SERVICE,
  async () => {
    const host = temporaryHost();
    const file = fileWithScript(
      host,
      `function caches() { return ['Script', 'Document', 'User'].map(function (kind) { return CacheService['get' + kind + 'Cache'](); }); }
     function put() { caches().forEach(function (cache) { cache.put('key', 'value'); }); }
     function get() { return caches().map(function (cache) { return cache.get('key'); }); }`,
    );
    file.share(GRACE, 'editor');
    await file.call('put');
    expect(await file.call('get')).toEqual(['value', 'value', 'value']);
    expect(await host.as(GRACE).open(file.id).call('get')).toEqual(['value', 'value', null]);
    expect(await file.copy('Copy').call('get')).toEqual([null, null, null]);
  },
);

documented(
  'Cache.put, get: ten minutes unless said otherwise, six hours at most',
  CACHE,
  async () => {
    let time = Date.parse('2026-11-20T12:00:00Z');
    const host = temporaryHost({ now: () => new Date(time) });
    const file = fileWithScript(
      host,
      `function put() {
       var cache = CacheService.getScriptCache();
       cache.put('plain', 'a'); cache.put('short', 'b', 20); cache.put('long', 'c', 999999);
     }
     function get() { return ['plain', 'short', 'long', 'absent'].map(function (key) { return CacheService.getScriptCache().get(key); }); }`,
    );
    await file.call('put');
    const after = async (seconds: number) => {
      time += seconds * 1000;
      return file.call('get');
    };
    expect(await after(0)).toEqual(['a', 'b', 'c', null]);
    expect(await after(21)).toEqual(['a', null, 'c', null]);
    expect(await after(600)).toEqual([null, null, 'c', null]);
    expect(await after(21_000)).toEqual([null, null, null, null]);
  },
);

documented('Cache.put: 250 characters a key, 100 KB a value', CACHE, async () => {
  const result = await returned(`
    var cache = CacheService.getScriptCache();
    function text(length) { return new Array(length + 1).join('x'); }
    return [[text(250), 'v'], [text(251), 'v'], ['k', text(100 * 1024)], ['k', text(100 * 1024 + 1)], ['k', 5]].map(function (pair) {
      try { cache.put(pair[0], pair[1]); return null; } catch (error) { return error.message; }
    });`);
  expect(result).toEqual([
    null,
    'Argument too large: key',
    null,
    'Argument too large: value',
    "The parameters (String,number,number) don't match the method signature for Cache.put.",
  ]);
});

documented('Cache.remove: the entry is gone', CACHE, async () => {
  const result = await returned(`
    var cache = CacheService.getUserCache();
    cache.put('key', 'value');
    cache.remove('key');
    return cache.get('key');`);
  expect(result).toBeNull();
});
