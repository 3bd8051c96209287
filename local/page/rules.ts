// Dropdowns and other validations, conditional formats, notes and filters: what
// Univer keeps beside the sheets, as resources of its plugins.

import type { IRange } from '@univerjs/core';
import { cellName, cellPosition } from '../workspace/a1';
import type {
  ConditionalFormat,
  FilterCriteria,
  SheetData,
  Validation,
} from '../workspace/workbook';
import { withCommas } from './formula';
import { fromUniverRange, toUniverRange } from './ranges';

/** Resources by the plugin that reads them; each holds one entry a sheet. */
export const RESOURCES = {
  SHEET_DATA_VALIDATION_PLUGIN: validationsOf,
  SHEET_CONDITIONAL_FORMATTING_PLUGIN: conditionalFormatsOf,
  SHEET_NOTE_PLUGIN: notesOf,
  SHEET_FILTER_PLUGIN: filterOf,
} as const;

/** The rule as the workspace has it rides along as `kept`: Univer's own parts say less. */
interface KeptValidation {
  uid: string;
  ranges: IRange[];
  type: string;
  operator?: string;
  formula1?: string;
  formula2?: string;
  allowBlank?: boolean;
  showErrorMessage?: boolean;
  error?: string;
  errorStyle?: number;
  showDropDown?: boolean;
  renderMode?: number;
  bizInfo?: { kept?: Omit<Validation, 'ranges'> };
}

/** Univer's numbers: what happens to an invalid entry, and how a dropdown looks. */
const REFUSE = 1;
const WARN = 2;
const PLAIN_CELL = 0;
const ARROW = 1;

interface KeptFormat {
  cfId: string;
  ranges: IRange[];
  stopIfTrue: boolean;
  rule: Record<string, unknown> & { kept?: Omit<ConditionalFormat, 'ranges'> };
}

function validationsOf(sheet: SheetData): KeptValidation[] {
  return sheet.validations.flatMap((validation, index) => {
    const { ranges, ...kept } = validation;
    const rule: KeptValidation = {
      uid: `validation-${index}`,
      ranges: rangesOf(ranges, sheet),
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: kept.allowInvalid ? WARN : REFUSE,
      bizInfo: { kept },
      ...criteriaOf(validation),
    };
    if (kept.help !== undefined) rule.error = kept.help;
    return rule.ranges.length > 0 ? [rule] : [];
  });
}

function criteriaOf({
  kind,
  values = [],
  source,
  min,
  max,
  showDropdown,
}: Validation): Pick<KeptValidation, 'type'> & Partial<KeptValidation> {
  const renderMode = showDropdown ? ARROW : PLAIN_CELL;
  switch (kind) {
    case 'list':
      return {
        type: 'list',
        formula1: JSON.stringify(values.map(String)),
        showDropDown: showDropdown,
        renderMode,
      };
    case 'range':
      return {
        type: 'list',
        formula1: `=${source}`,
        showDropDown: showDropdown,
        renderMode,
      };
    case 'number':
      return { type: 'decimal', ...between(min, max) };
    case 'date':
      return {
        type: 'date',
        ...between(min ?? FIRST_DAY, max ?? LAST_DAY),
      };
    case 'checkbox':
      return { type: 'checkbox' };
  }
}

const FIRST_DAY = 1;
const LAST_DAY = 2_958_465;

function between(min: number | undefined, max: number | undefined): Partial<KeptValidation> {
  if (max === undefined) {
    return { operator: 'greaterThanOrEqual', formula1: String(min ?? 0) };
  }
  if (min === undefined) {
    return { operator: 'lessThanOrEqual', formula1: String(max) };
  }
  return {
    operator: 'between',
    formula1: String(min),
    formula2: String(max),
  };
}

export function readValidations(rules: KeptValidation[] = []): Validation[] {
  return rules.flatMap((rule) => {
    const kept = rule.bizInfo?.kept ?? made(rule);
    return kept ? [{ ranges: rule.ranges.map(fromUniverRange), ...kept }] : [];
  });
}

/** A rule that was made in the page; null where the workspace has no word for it. */
function made(rule: KeptValidation): Omit<Validation, 'ranges'> | null {
  const rest = {
    showDropdown: rule.renderMode !== PLAIN_CELL,
    allowInvalid: rule.errorStyle !== REFUSE,
    ...(rule.error && { help: rule.error }),
  };
  if (rule.type === 'checkbox') return { kind: 'checkbox', ...rest };
  if (rule.type === 'list') {
    const text = rule.formula1 ?? '';
    if (text.startsWith('=')) return { kind: 'range', source: text.slice(1), ...rest };
    return { kind: 'list', values: listed(text), ...rest };
  }
  return null;
}

function listed(text: string): string[] {
  try {
    const values = JSON.parse(text);
    if (Array.isArray(values)) return values.map(String);
  } catch {}
  return text.split(',').filter(Boolean);
}

function conditionalFormatsOf(sheet: SheetData): KeptFormat[] {
  return sheet.conditionalFormats.flatMap((format, index) => {
    const { ranges, ...kept } = format;
    const style = {
      ...(format.background !== undefined && { bg: { rgb: format.background } }),
      ...(format.color !== undefined && { cl: { rgb: format.color } }),
      ...(format.bold !== undefined && { bl: Number(format.bold) }),
    };
    const rule = { type: 'highlightCell', style, ...conditionOf(format), kept };
    const entry = {
      cfId: `format-${index}`,
      ranges: rangesOf(ranges, sheet),
      stopIfTrue: true,
      rule,
    };
    return entry.ranges.length > 0 ? [entry] : [];
  });
}

function conditionOf({ kind, value }: ConditionalFormat): Record<string, unknown> {
  switch (kind) {
    case 'formula':
      return { subType: 'formula', value: withCommas(String(value)) };
    case 'blank':
      return { subType: 'text', operator: 'containsBlanks' };
    case 'notBlank':
      return { subType: 'text', operator: 'notContainsBlanks' };
    case 'lessThan':
    case 'greaterThan':
      return { subType: 'number', operator: kind, value: Number(value) };
    default:
      return typeof value === 'number'
        ? { subType: 'number', operator: 'equal', value }
        : { subType: 'text', operator: 'equal', value: String(value) };
  }
}

/** Rules come from scripts alone: the page offers no way to make one. */
export function readConditionalFormats(entries: KeptFormat[] = []): ConditionalFormat[] {
  return entries.flatMap(({ ranges, rule }) =>
    rule.kept ? [{ ranges: ranges.map(fromUniverRange), ...rule.kept }] : [],
  );
}

type Notes = Record<number, Record<number, { note: string } & Record<string, unknown>>>;

function notesOf(sheet: SheetData): Notes {
  const notes: Notes = {};
  for (const [address, { note }] of Object.entries(sheet.cells)) {
    if (note === undefined) continue;
    const position = cellPosition(address);
    const [row, col] = [position.row - 1, position.column - 1];
    notes[row] ??= {};
    notes[row][col] = { id: `note-${address}`, row, col, note, ...sizeOf(note) };
  }
  return notes;
}

/** Pixels that show a note whole, as long as it is no letter. */
function sizeOf(note: string): { width: number; height: number } {
  const lines = note.split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 1) / 40), 0);
  return { width: 280, height: Math.min(24 + 20 * lines, 260) };
}

/** Notes by address. */
export function readNotes(notes: Notes = {}): Map<string, string> {
  const found = new Map<string, string>();
  for (const [row, columns] of Object.entries(notes)) {
    for (const [column, { note }] of Object.entries(columns)) {
      if (note) found.set(cellName(Number(row) + 1, Number(column) + 1), note);
    }
  }
  return found;
}

interface UniverFilter {
  ref: IRange;
  filterColumns?: {
    colId: number;
    filters?: { blank?: true; filters?: string[] };
    customFilters?: { and?: 1; customFilters: { val: string | number; operator?: string }[] };
  }[];
  cachedFilteredOut?: number[];
}

function filterOf(sheet: SheetData): UniverFilter | null {
  const ref = sheet.filter && toUniverRange(sheet.filter, sheet);
  if (!ref) return null;
  const filterColumns = Object.entries(sheet.filterCriteria ?? {}).map(([column, criteria]) => ({
    colId: Number(column) - 1,
    ...((criteria.values || criteria.blank) && {
      filters: {
        ...(criteria.blank && { blank: true as const }),
        ...(criteria.values && { filters: criteria.values }),
      },
    }),
    ...(criteria.conditions && {
      customFilters: {
        ...(criteria.and && { and: 1 as const }),
        customFilters: criteria.conditions.map(({ operator, value }) => ({
          val: value,
          ...(operator && { operator }),
        })),
      },
    }),
  }));
  return { ref, filterColumns };
}

export function readFilter(
  filter: UniverFilter | undefined,
): Pick<SheetData, 'filter' | 'filterCriteria'> {
  if (!filter) return { filter: null };
  const criteria: Record<number, FilterCriteria> = {};
  for (const { colId, filters, customFilters } of filter.filterColumns ?? []) {
    criteria[colId + 1] = {
      ...(filters?.filters && { values: filters.filters }),
      ...(filters?.blank && { blank: true }),
      ...(customFilters && {
        conditions: customFilters.customFilters.map(({ val, operator }) => ({
          ...(operator && { operator }),
          value: val,
        })),
        ...(customFilters.and && { and: true }),
      }),
    };
  }
  return {
    filter: fromUniverRange(filter.ref),
    ...(Object.keys(criteria).length > 0 && { filterCriteria: criteria }),
  };
}

function rangesOf(texts: readonly string[], sheet: SheetData): IRange[] {
  return texts.flatMap((text) => toUniverRange(text, sheet) ?? []);
}
