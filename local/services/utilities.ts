// Class Utilities: dates as text, unique ids, waiting.

import { setTimeout as wait } from 'node:timers/promises';
import { parse } from 'date-fns';
import { formatInTimeZone, fromZonedTime } from 'date-fns-tz';
import { type Offers, Service } from './service';
import { ServiceError } from './service-error';
import { signatureError } from './signature';

export class Utilities extends Service {
  static override readonly service = 'Utilities';
  static override readonly offers: Offers = {
    formatDate: { kind: 'hold' },
    getUuid: { kind: 'hold' },
    parseDate: { kind: 'hold' },
    sleep: { kind: 'hold' },
  };

  /** `format` holds the letters of Java's SimpleDateFormat. */
  formatDate(date: unknown, timeZone: unknown, format: unknown): string {
    if (!(date instanceof Date) || typeof timeZone !== 'string' || typeof format !== 'string') {
      throw signatureError('Utilities.formatDate', [date, timeZone, format]);
    }
    return formatInTimeZone(date, knownZone(timeZone), unicodePattern(format));
  }

  getUuid(): string {
    const id = this.execution.newId().padEnd(32, '0');
    return [id.slice(0, 8), id.slice(8, 12), id.slice(12, 16), id.slice(16, 20), id.slice(20, 32)]
      .join('-')
      .toLowerCase();
  }

  /** The time at which clocks in the zone show what the text says. */
  parseDate(date: unknown, timeZone: unknown, format: unknown): Date {
    if (typeof date !== 'string' || typeof timeZone !== 'string' || typeof format !== 'string') {
      throw signatureError('Utilities.parseDate', [date, timeZone, format]);
    }
    const shown = parse(date, unicodePattern(format), new Date(0, 0, 1));
    if (Number.isNaN(shown.getTime())) throw new ServiceError(`Unparseable date: "${date}"`);
    return fromZonedTime(shown, knownZone(timeZone));
  }

  sleep(milliseconds: unknown): Promise<void> | void {
    if (typeof milliseconds !== 'number') throw signatureError('Utilities.sleep', [milliseconds]);
    if (milliseconds > 300_000) throw new ServiceError('Argument too large: milliseconds');
    if (!this.execution.time) return wait(milliseconds);
    this.execution.spend(milliseconds);
  }
}

/** As Java does: a zone that is not known is taken for GMT. */
function knownZone(timeZone: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return timeZone;
  } catch {
    const offset = /^GMT([+-])(\d{1,2}):?(\d{2})?$/.exec(timeZone);
    return offset ? `${offset[1]}${offset[2].padStart(2, '0')}:${offset[3] ?? '00'}` : 'UTC';
  }
}

/** Java's letters to those of date-fns: nearly the same, since both follow Unicode. */
function unicodePattern(format: string): string {
  return format.replace(/'(?:[^']|'')*'|([A-Za-z])\1*/g, (part, letter: string | undefined) => {
    if (!letter) return part;
    const count = part.length;
    switch (letter) {
      case 'Y':
        return 'R'.repeat(count);
      case 'u':
        return 'i';
      case 'a':
        return 'aa';
      case 'E':
        return count < 4 ? 'EEE' : 'EEEE';
      case 'Z':
        return 'xx';
      case 'X':
        return 'X'.repeat(count);
      case 'z':
        return count < 4 ? 'zzz' : 'zzzz';
      case 'y':
        return count === 1 ? 'yyyy' : part;
      default:
        if ('MdDHhmsSkKFwWGL'.includes(letter)) return part;
        throw new ServiceError(`Illegal pattern character '${letter}'`);
    }
  });
}
