// Classes Logger and console: lines in the log of a run.

import { format } from 'node:util';
import { type Offers, Service } from './service';

export class Logger extends Service {
  static override readonly service = 'Logger';
  static override readonly offers: Offers = { log: { kind: 'hold' } };

  log(...args: unknown[]): this {
    this.execution.log(line(args));
    return this;
  }
}

export class Console extends Service {
  static override readonly service = 'console';
  static override readonly offers: Offers = {
    log: { kind: 'hold' },
    info: { kind: 'hold' },
    warn: { kind: 'hold' },
    error: { kind: 'hold' },
  };

  log(...args: unknown[]): void {
    this.execution.log(line(args));
  }

  info(...args: unknown[]): void {
    this.execution.log(line(args));
  }

  warn(...args: unknown[]): void {
    this.execution.log(`Warning: ${line(args)}`);
  }

  error(...args: unknown[]): void {
    this.execution.log(`Error: ${line(args)}`);
  }
}

/** `%s` and the like are replaced; service objects appear by the name of their class. */
function line(args: unknown[]): string {
  return format(...args.map((arg) => (arg instanceof Service ? nameOf(arg) : arg)));
}

function nameOf(object: Service): string {
  return (object.constructor as typeof Service).service;
}
