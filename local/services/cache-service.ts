// Classes CacheService and Cache: text that is kept for a while.

import type { Execution } from '../run/execution';
import { type Offers, Service } from './service';
import { ServiceError } from './service-error';
import { signatureError } from './signature';

const DEFAULT_SECONDS = 600;
const LONGEST_SECONDS = 21_600;
const KEY_LENGTH = 250;
const VALUE_BYTES = 100 * 1024;

export class Cache extends Service {
  static override readonly service = 'Cache';
  static override readonly offers: Offers = {
    get: { kind: 'store' },
    put: { kind: 'store' },
    remove: { kind: 'store' },
  };

  constructor(
    execution: Execution,
    private readonly name: string,
  ) {
    super(execution);
  }

  get(key: unknown): string | null {
    if (typeof key !== 'string') throw signatureError('Cache.get', [key]);
    return this.caches.get(this.name, key);
  }

  put(key: unknown, value: unknown, expirationInSeconds: unknown = DEFAULT_SECONDS): void {
    const args = [key, value, expirationInSeconds];
    if (typeof key !== 'string' || typeof value !== 'string') {
      throw signatureError('Cache.put', args);
    }
    if (typeof expirationInSeconds !== 'number') throw signatureError('Cache.put', args);
    if (key.length > KEY_LENGTH) throw new ServiceError('Argument too large: key');
    if (Buffer.byteLength(value) > VALUE_BYTES) throw new ServiceError('Argument too large: value');
    const seconds = Math.min(Math.max(expirationInSeconds, 1), LONGEST_SECONDS);
    this.caches.put(this.name, key, value, seconds);
  }

  remove(key: unknown): void {
    if (typeof key !== 'string') throw signatureError('Cache.remove', [key]);
    this.caches.remove(this.name, key);
  }

  private get caches() {
    return this.execution.shared.caches;
  }
}

export class CacheService extends Service {
  static override readonly service = 'CacheService';
  static override readonly offers: Offers = {
    getDocumentCache: { kind: 'hold' },
    getScriptCache: { kind: 'hold' },
    getUserCache: { kind: 'hold' },
  };

  getDocumentCache(): Cache {
    const { scriptId, fileId } = this.execution;
    return new Cache(this.execution, `${scriptId} document ${fileId}`);
  }

  getScriptCache(): Cache {
    return new Cache(this.execution, `${this.execution.scriptId} script`);
  }

  getUserCache(): Cache {
    const { scriptId, user } = this.execution;
    return new Cache(this.execution, `${scriptId} user ${user}`);
  }
}
