// Named ranges as Univer's defined names. What Univer has no place for, where it
// follows inserted and deleted rows all the same, rides along under hidden names.

import { formatArea, parseReference, quotedSheet, type Reference } from '../workspace/a1';
import type { Chart, Protection, SheetData, Workbook } from '../workspace/workbook';

export interface DefinedName {
  id: string;
  name: string;
  formulaOrRefString: string;
  localSheetId: string;
  hidden?: boolean;
}

const WHOLE_WORKBOOK = 'AllDefaultWorkbook';

/** By id, as the snapshot's resource holds them. */
export function toDefinedNames({ namedRanges, sheets }: Workbook): Record<string, DefinedName> {
  const names: Record<string, DefinedName> = {};
  const add = (name: string, reference: string, hidden: boolean) => {
    names[name] = {
      id: name,
      name,
      formulaOrRefString: absolute(reference),
      localSheetId: WHOLE_WORKBOOK,
      ...(hidden && { hidden }),
    };
  };
  for (const [name, reference] of Object.entries(namedRanges)) add(name, reference, false);
  for (const sheet of sheets) {
    for (const [name, range] of passengersOf(sheet)) {
      add(name, range.includes('!') ? range : `${quotedSheet(sheet.name)}!${range}`, true);
    }
  }
  return names;
}

/** The named ranges that people and scripts see. */
export function readNamedRanges(names: Record<string, DefinedName>): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { name, formulaOrRefString } of Object.values(names)) {
    if (!name.startsWith(PASSENGER)) found[name] = relative(formulaOrRefString);
  }
  return found;
}

/** Charts and protection of a tab, where its rows and columns now are. */
export function readPassengers(
  sheet: Pick<SheetData, 'id' | 'charts' | 'protection'>,
  names: Record<string, DefinedName>,
): { charts: Chart[]; protection: Protection | null } {
  /** Nothing for a range whose cells were all deleted. */
  const rangeNow = (name: string, before: string): string[] => {
    const now = referenceOf(names[name]);
    if (!now) return [];
    return [before.includes('!') ? relative(names[name].formulaOrRefString) : formatArea(now.area)];
  };
  const charts = sheet.charts.map((chart) => {
    const anchor = referenceOf(names[anchorName(sheet.id, chart.id)])?.area;
    return {
      ...chart,
      ranges: chart.ranges.flatMap((range, index) =>
        rangeNow(chartName(sheet.id, chart.id, index), range),
      ),
      ...(anchor && { row: anchor.row, column: anchor.column }),
    };
  });
  if (!sheet.protection) return { charts, protection: null };
  const unprotected = sheet.protection.unprotected.flatMap((range, index) =>
    rangeNow(openName(sheet.id, index), range),
  );
  return { charts, protection: { ...sheet.protection, unprotected } };
}

function referenceOf(name: DefinedName | undefined): Reference | null {
  return name ? parseReference(name.formulaOrRefString) : null;
}

const PASSENGER = '_of_';

function anchorName(sheet: number, chart: number): string {
  return `${PASSENGER}${sheet}_chart_${chart}_anchor`;
}

function chartName(sheet: number, chart: number, index: number): string {
  return `${PASSENGER}${sheet}_chart_${chart}_range_${index}`;
}

function openName(sheet: number, index: number): string {
  return `${PASSENGER}${sheet}_open_${index}`;
}

function passengersOf(sheet: SheetData): [name: string, range: string][] {
  return [
    ...sheet.charts.flatMap((chart): [string, string][] => [
      [
        anchorName(sheet.id, chart.id),
        formatArea({ row: chart.row, column: chart.column, rows: 1, columns: 1 }),
      ],
      ...chart.ranges.map((range, index): [string, string] => [
        chartName(sheet.id, chart.id, index),
        range,
      ]),
    ]),
    ...(sheet.protection?.unprotected ?? []).map((range, index): [string, string] => [
      openName(sheet.id, index),
      range,
    ]),
  ];
}

/** `Summary!B2:C4` as `Summary!$B$2:$C$4`: a name's reference never moves with the cell that uses it. */
function absolute(reference: string): string {
  const bang = reference.lastIndexOf('!');
  const area = reference.slice(bang + 1).replace(/\$/g, '');
  return reference.slice(0, bang + 1) + area.replace(/[A-Za-z]+|\d+/g, (part) => `$${part}`);
}

function relative(reference: string): string {
  const bang = reference.lastIndexOf('!');
  return reference.slice(0, bang + 1) + reference.slice(bang + 1).replace(/\$/g, '');
}
