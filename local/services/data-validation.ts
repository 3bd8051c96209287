// Google's DataValidation and its builder: a rule for what a cell may hold.

import type { Execution } from '../run/execution';
import { formatReference } from '../workspace/a1';
import type { ValidationRule } from '../workspace/validation';
import type { Scalar } from '../workspace/workbook';
import type { EnumValue } from './enumeration';
import type { Range } from './range';
import { Service } from './service';
import { ServiceError } from './service-error';
import { isA, signatureError } from './signature';
import { DataValidationCriteria } from './spreadsheet-enums';
import { openOffers } from './spreadsheet-offers';

const READERS = ['getAllowInvalid', 'getCriteriaType', 'getCriteriaValues', 'getHelpText', 'copy'];

export class DataValidation extends Service {
  static override readonly service = 'DataValidation';
  static override readonly offers = openOffers('hold', READERS);

  constructor(
    execution: Execution,
    readonly rule: ValidationRule,
    /** The range of a rule that has one. */
    private readonly source: Range | null,
  ) {
    super(execution);
  }

  getAllowInvalid(): boolean {
    return this.rule.allowInvalid;
  }

  getHelpText(): string | null {
    return this.rule.help ?? null;
  }

  getCriteriaType(): EnumValue {
    return DataValidationCriteria[criteriaOf(this.rule)];
  }

  /** What `withCriteria` would take: the list and whether its arrow shows; the range; the bounds. */
  getCriteriaValues(): unknown[] {
    const { kind, values, min, max, showDropdown } = this.rule;
    if (kind === 'list') return [values ?? [], showDropdown];
    if (kind === 'range') return [this.source, showDropdown];
    if (kind === 'checkbox') return values ?? [];
    return [min, max].filter((bound) => bound !== undefined);
  }

  copy(): DataValidationBuilder {
    return new DataValidationBuilder(this.execution, { ...this.rule }, this.source);
  }
}

export class DataValidationBuilder extends Service {
  static override readonly service = 'DataValidationBuilder';
  static override readonly offers = openOffers('hold', [
    ...READERS,
    'requireValueInList',
    'requireValueInRange',
    'requireNumberBetween',
    'requireNumberGreaterThanOrEqualTo',
    'requireNumberLessThanOrEqualTo',
    'requireDate',
    'requireCheckbox',
    'setAllowInvalid',
    'setHelpText',
    'build',
  ]);

  constructor(
    execution: Execution,
    private rule: Partial<ValidationRule> = {},
    private source: Range | null = null,
  ) {
    super(execution);
  }

  requireValueInList(values: unknown, showDropdown: unknown = true): this {
    if (!Array.isArray(values)) throw this.mismatch('requireValueInList', [values, showDropdown]);
    return this.criteria({
      kind: 'list',
      values: values as Scalar[],
      showDropdown: showDropdown === true,
    });
  }

  requireValueInRange(range: unknown, showDropdown: unknown = true): this {
    if (!isA<Range>(range, 'Range')) {
      throw this.mismatch('requireValueInRange', [range, showDropdown]);
    }
    this.source = range;
    const source = formatReference(range.sheet.getName(), range.area);
    return this.criteria({ kind: 'range', source, showDropdown: showDropdown === true });
  }

  requireNumberBetween(start: unknown, end: unknown): this {
    const [min, max] = this.numbers('requireNumberBetween', start, end);
    return this.criteria({ kind: 'number', min, max });
  }

  requireNumberGreaterThanOrEqualTo(bound: unknown): this {
    const [min] = this.numbers('requireNumberGreaterThanOrEqualTo', bound);
    return this.criteria({ kind: 'number', min });
  }

  requireNumberLessThanOrEqualTo(bound: unknown): this {
    const [max] = this.numbers('requireNumberLessThanOrEqualTo', bound);
    return this.criteria({ kind: 'number', max });
  }

  requireDate(): this {
    return this.criteria({ kind: 'date' });
  }

  /** With no values, TRUE and FALSE; with one, it and blank. */
  requireCheckbox(...values: unknown[]): this {
    return this.criteria({
      kind: 'checkbox',
      ...(values.length > 0 && { values: values as Scalar[] }),
    });
  }

  setAllowInvalid(allow: unknown): this {
    if (typeof allow !== 'boolean') throw this.mismatch('setAllowInvalid', [allow]);
    this.rule.allowInvalid = allow;
    return this;
  }

  setHelpText(text: unknown): this {
    if (text === null) delete this.rule.help;
    else this.rule.help = String(text);
    return this;
  }

  getAllowInvalid(): boolean {
    return this.rule.allowInvalid ?? true;
  }

  getHelpText(): string | null {
    return this.rule.help ?? null;
  }

  getCriteriaType(): EnumValue | null {
    return this.rule.kind ? this.build().getCriteriaType() : null;
  }

  getCriteriaValues(): unknown[] {
    return this.rule.kind ? this.build().getCriteriaValues() : [];
  }

  copy(): DataValidationBuilder {
    return new DataValidationBuilder(this.execution, { ...this.rule }, this.source);
  }

  build(): DataValidation {
    const { kind, showDropdown = true, allowInvalid = true, ...rest } = this.rule;
    if (!kind) {
      throw new ServiceError('A data validation rule needs criteria before it can be built.');
    }
    return new DataValidation(
      this.execution,
      { kind, showDropdown, allowInvalid, ...rest },
      this.source,
    );
  }

  /** New criteria replace the old; help and what happens to invalid input stay. */
  private criteria(criteria: Partial<ValidationRule>): this {
    const { allowInvalid, help } = this.rule;
    this.rule = {
      ...criteria,
      ...(allowInvalid !== undefined && { allowInvalid }),
      ...(help !== undefined && { help }),
    };
    return this;
  }

  private numbers(method: string, ...bounds: unknown[]): number[] {
    if (!bounds.every((bound) => typeof bound === 'number')) throw this.mismatch(method, bounds);
    return bounds as number[];
  }

  private mismatch(method: string, args: unknown[]): ServiceError {
    return signatureError(`SpreadsheetApp.DataValidationBuilder.${method}`, args);
  }
}

function criteriaOf({ kind, min, max }: ValidationRule): keyof typeof DataValidationCriteria {
  if (kind === 'list') return 'VALUE_IN_LIST';
  if (kind === 'range') return 'VALUE_IN_RANGE';
  if (kind === 'checkbox') return 'CHECKBOX';
  if (kind === 'date') return 'DATE_IS_VALID_DATE';
  if (max === undefined) return 'NUMBER_GREATER_THAN_OR_EQUAL_TO';
  return min === undefined ? 'NUMBER_LESS_THAN_OR_EQUAL_TO' : 'NUMBER_BETWEEN';
}
