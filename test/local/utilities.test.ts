// Utilities: dates as text, unique ids, waiting.

import { documented } from './documented';
import { returned } from './temporary-host';

const UTILITIES = 'reference/utilities/utilities';

function formatted(instant: string, zone: string, patterns: string[]): Promise<unknown> {
  return returned(`return ${JSON.stringify(patterns)}.map(function (pattern) {
    try { return Utilities.formatDate(new Date('${instant}'), '${zone}', pattern); } catch (error) { return error.message; }
  });`);
}

documented('Utilities.formatDate: the letters of SimpleDateFormat', UTILITIES, async () => {
  const patterns = {
    'yyyy-MM-dd': '2026-07-04',
    "yyyy-MM-dd'T'HH:mm:ssXXX": '2026-07-05T01:05:09+02:00'
      .replace('05T', '04T')
      .replace('T01', 'T23'),
    'yy/M/d': '26/7/4',
    'EEE, d MMM y': 'Sat, 4 Jul 2026',
    'EEEE, MMMM d': 'Saturday, July 4',
    'h:mm a': '11:05 PM',
    'HH:mm:ss.SSS': '23:05:09.042',
    Z: '+0200',
    u: '6',
    "''yy 'o''clock'": "'26 o'clock",
    'YYYY-ww': '2026-27',
    b: "Illegal pattern character 'b'",
  };
  const result = await formatted(
    '2026-07-04T21:05:09.042Z',
    'Europe/Berlin',
    Object.keys(patterns),
  );
  expect(result).toEqual(Object.values(patterns));
});

documented('Utilities.formatDate: in the time zone that is named', UTILITIES, async () => {
  const at = (zone: string) => formatted('2026-01-01T03:00:00Z', zone, ['yyyy-MM-dd HH:mm']);
  expect(await at('America/New_York')).toEqual(['2025-12-31 22:00']);
  expect(await at('Asia/Kolkata')).toEqual(['2026-01-01 08:30']);
  expect(await at('GMT+4:00')).toEqual(['2026-01-01 07:00']);
  expect(await at('GMT')).toEqual(['2026-01-01 03:00']);
});

documented('Utilities.parseDate: the text as clocks of the zone show it', UTILITIES, async () => {
  const result = await returned(`
    const time = (zone, text) => {
      try { return Utilities.parseDate(text, zone, 'yyyy-MM-dd').toISOString(); }
      catch (error) { return error.message; }
    };
    return [time('GMT', '2026-12-31'), time('America/New_York', '2026-12-31'), time('GMT', 'soon')];`);
  expect(result).toEqual([
    '2026-12-31T00:00:00.000Z',
    '2026-12-31T05:00:00.000Z',
    'Unparseable date: "soon"',
  ]);
});

documented('Utilities.getUuid: one of its kind', UTILITIES, async () => {
  const [one, other] = (await returned(
    'return [Utilities.getUuid(), Utilities.getUuid()];',
  )) as string[];
  expect(one).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
  expect(one).not.toBe(other);
});

documented('Utilities.sleep: comes back, and five minutes is the longest', UTILITIES, async () => {
  const result = await returned(`
    Utilities.sleep(1);
    try { Utilities.sleep(300001); } catch (error) { return error.message; }`);
  expect(result).toBe('Argument too large: milliseconds');
});
