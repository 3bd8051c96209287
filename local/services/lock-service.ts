// Classes LockService and Lock: one run at a time in a section of code.

import type { Execution } from '../run/execution';
import { whenever } from '../run/whenever';
import { type Offers, Service } from './service';
import { ServiceError } from './service-error';
import { signatureError } from './signature';

export class Lock extends Service {
  static override readonly service = 'Lock';
  static override readonly offers: Offers = {
    tryLock: { kind: 'lock' },
    waitLock: { kind: 'lock' },
    releaseLock: { kind: 'lock' },
    hasLock: { kind: 'hold' },
  };

  constructor(
    execution: Execution,
    private readonly name: string,
  ) {
    super(execution);
  }

  tryLock(timeoutInMillis: unknown): boolean | Promise<boolean> {
    if (typeof timeoutInMillis !== 'number') {
      throw signatureError('Lock.tryLock', [timeoutInMillis]);
    }
    return this.execution.shared.locks.take(this.name, this.execution, timeoutInMillis);
  }

  waitLock(timeoutInMillis: unknown): void | Promise<void> {
    if (typeof timeoutInMillis !== 'number') {
      throw signatureError('Lock.waitLock', [timeoutInMillis]);
    }
    return whenever(this.tryLock(timeoutInMillis), (isTaken) => {
      if (isTaken) return;
      throw new ServiceError('Lock timeout: another process was holding the lock for too long.');
    });
  }

  releaseLock(): void {
    this.execution.shared.locks.release(this.name, this.execution);
  }

  hasLock(): boolean {
    return this.execution.shared.locks.has(this.name, this.execution);
  }
}

export class LockService extends Service {
  static override readonly service = 'LockService';
  static override readonly offers: Offers = {
    getDocumentLock: { kind: 'hold' },
    getScriptLock: { kind: 'hold' },
    getUserLock: { kind: 'hold' },
  };

  getDocumentLock(): Lock {
    const { scriptId, fileId } = this.execution;
    return new Lock(this.execution, `${scriptId} document ${fileId}`);
  }

  getScriptLock(): Lock {
    return new Lock(this.execution, `${this.execution.scriptId} script`);
  }

  getUserLock(): Lock {
    const { scriptId, user } = this.execution;
    return new Lock(this.execution, `${scriptId} user ${user}`);
  }
}
