// The formulas of the tab Pay, each without its `=`, for the cells of one row. Arguments are parted
// by `;`, and there are no decimals and no braces: all locales read that.

import type { PAID_GRADES, PAY, PAY_FACTORS } from '../layout/manager-workbook';

type Place<Columns> = Record<keyof Columns, string>;

/** Where things stand: whole columns such as `Rollup!$B:$B`, and cells of the row such as `$B2`. */
export interface PayPlaces {
  rollup: Record<'email' | 'name' | 'progress' | 'direction', string>;
  grades: Place<(typeof PAID_GRADES)['columns']>;
  /** The seven columns of Grades as one reference. */
  gradeTable: string;
  factors: Place<(typeof PAY_FACTORS)['columns']>;
  cell: Place<(typeof PAY)['columns']>;
}

const NO_FACTOR = 'no factor';

/** What the last rollup says of the person, blank when it says nothing. */
export function fromRollup(key: 'name' | 'progress' | 'direction', places: PayPlaces): string {
  const { rollup, cell } = places;
  const found = `INDEX(${rollup[key]};MATCH(${cell.email};${rollup.email};0))`;
  return `IF(${cell.email}="";"";IFERROR(${found};""))`;
}

/** The pay in the currency and for the period of the floors. */
export function comparable({ cell, factors }: PayPlaces): string {
  // Turned over twice, so that a factor that is not filled in yet is an error and not 0.
  const factor = (of: 'period' | 'currency' | 'country') =>
    `IF(${cell[of]}="";1;1/(1/INDEX(${factors[`${of}Factor`]};MATCH(${cell[of]};${factors[of]};0))))`;
  const product = [cell.pay, factor('period'), factor('currency'), factor('country')].join('*');
  return `IF(${cell.pay}="";"";IFERROR(${product};"${NO_FACTOR}"))`;
}

/** Blank without progress, a direction or grades of it. */
export function target(places: PayPlaces): string {
  const { cell, grades, gradeTable } = places;
  const own = `FILTER(${gradeTable};${grades.direction}=${cell.direction})`;
  return ifStanding(
    places,
    `IF(COUNTIF(${grades.direction};${cell.direction})=0;"";PAY_TARGET(${cell.progress};${cell.direction};${own}))`,
  );
}

/** The floor of the grade that direction and progress permit: the highest of those begun. */
export function floor(places: PayPlaces): string {
  const { cell, grades } = places;
  const begun = `(${grades.direction}=${cell.direction})*(${grades.from}<=${cell.progress})`;
  return `IF(${cell.target}="";"";MAX(FILTER(${grades.payFloor};${begun})))`;
}

export function index({ cell }: PayPlaces): string {
  return `IF(OR(${cell.target}="";NOT(ISNUMBER(${cell.comparable})));"";${cell.comparable}/${cell.target})`;
}

/** Words for what is worth a look, blank for nothing. */
export function flag({ cell }: PayPlaces): string {
  const isLow = `IF(${cell.index}<9/10;"below 0.9 of the target";"")`;
  const isBelow = `IF(${cell.comparable}<${cell.floor};"below the floor";"")`;
  const flags = `IF(${cell.index}="";"";TEXTJOIN(", ";TRUE;${isBelow};${isLow}))`;
  return `IF(${cell.comparable}="${NO_FACTOR}";"Pay factors lacks the period, currency or country";${flags})`;
}

function ifStanding({ cell }: PayPlaces, then: string): string {
  return `IF(OR(${cell.progress}="";${cell.direction}="");"";${then})`;
}
