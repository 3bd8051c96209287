// Google's ConditionalFormatRule, its builder, and the BooleanCondition that tells about it.

import type { Execution } from '../run/execution';
import { sheetsNamedIn } from '../workspace/shift';
import type { ConditionalFormat } from '../workspace/workbook';
import { colorOf } from './color';
import type { EnumValue } from './enumeration';
import type { Range } from './range';
import { Service } from './service';
import { ServiceError } from './service-error';
import type { Sheet } from './sheet';
import { isA, signatureError } from './signature';
import { BooleanCriteria } from './spreadsheet-enums';
import { openOffers } from './spreadsheet-offers';

/** A rule without the cells that it holds for. */
type Rule = Omit<ConditionalFormat, 'ranges'>;

export class ConditionalFormatRule extends Service {
  static override readonly service = 'ConditionalFormatRule';
  static override readonly offers = openOffers('hold', [
    'getRanges',
    'getBooleanCondition',
    'copy',
  ]);

  constructor(
    execution: Execution,
    readonly rule: Rule,
    readonly ranges: readonly Range[],
  ) {
    super(execution);
  }

  getRanges(): Range[] {
    return [...this.ranges];
  }

  getBooleanCondition(): BooleanCondition {
    return new BooleanCondition(this.execution, this.rule);
  }

  copy(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.execution, { ...this.rule }, [...this.ranges]);
  }
}

export class BooleanCondition extends Service {
  static override readonly service = 'BooleanCondition';
  static override readonly offers = openOffers('hold', [
    'getCriteriaType',
    'getCriteriaValues',
    'getBackground',
    'getFontColor',
    'getBold',
  ]);

  constructor(
    execution: Execution,
    private readonly rule: Rule,
  ) {
    super(execution);
  }

  getCriteriaType(): EnumValue {
    return BooleanCriteria[CRITERIA[this.rule.kind]];
  }

  getCriteriaValues(): unknown[] {
    return this.rule.value === undefined ? [] : [this.rule.value];
  }

  getBackground(): string | null {
    return this.rule.background ?? null;
  }

  getFontColor(): string | null {
    return this.rule.color ?? null;
  }

  getBold(): boolean | null {
    return this.rule.bold ?? null;
  }
}

export class ConditionalFormatRuleBuilder extends Service {
  static override readonly service = 'ConditionalFormatRuleBuilder';
  static override readonly offers = openOffers('hold', [
    'whenCellEmpty',
    'whenCellNotEmpty',
    'whenNumberEqualTo',
    'whenNumberGreaterThan',
    'whenNumberLessThan',
    'whenTextEqualTo',
    'whenFormulaSatisfied',
    'setBackground',
    'setFontColor',
    'setBold',
    'setRanges',
    'getRanges',
    'getBooleanCondition',
    'copy',
    'build',
  ]);

  constructor(
    execution: Execution,
    private rule: Partial<Rule> = {},
    private ranges: Range[] = [],
  ) {
    super(execution);
  }

  whenCellEmpty(): this {
    return this.when({ kind: 'blank' });
  }

  whenCellNotEmpty(): this {
    return this.when({ kind: 'notBlank' });
  }

  whenNumberEqualTo(number: unknown): this {
    return this.when({ kind: 'equal', value: this.number('whenNumberEqualTo', number) });
  }

  whenNumberGreaterThan(number: unknown): this {
    return this.when({ kind: 'greaterThan', value: this.number('whenNumberGreaterThan', number) });
  }

  whenNumberLessThan(number: unknown): this {
    return this.when({ kind: 'lessThan', value: this.number('whenNumberLessThan', number) });
  }

  whenTextEqualTo(text: unknown): this {
    if (typeof text !== 'string') throw this.mismatch('whenTextEqualTo', text);
    return this.when({ kind: 'text', value: text });
  }

  whenFormulaSatisfied(formula: unknown): this {
    if (typeof formula !== 'string') throw this.mismatch('whenFormulaSatisfied', formula);
    return this.when({ kind: 'formula', value: formula });
  }

  setBackground(color: unknown): this {
    return this.format({ background: colorOf(color) });
  }

  setFontColor(color: unknown): this {
    return this.format({ color: colorOf(color) });
  }

  setBold(bold: unknown): this {
    if (bold !== null && typeof bold !== 'boolean') throw this.mismatch('setBold', bold);
    return this.format({ bold: bold ?? undefined });
  }

  setRanges(ranges: unknown): this {
    if (!Array.isArray(ranges) || !ranges.every((range) => isA<Range>(range, 'Range'))) {
      throw this.mismatch('setRanges', ranges);
    }
    this.ranges = [...ranges];
    return this;
  }

  getRanges(): Range[] {
    return [...this.ranges];
  }

  getBooleanCondition(): BooleanCondition | null {
    return this.rule.kind ? new BooleanCondition(this.execution, this.rule as Rule) : null;
  }

  copy(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.execution, { ...this.rule }, [...this.ranges]);
  }

  build(): ConditionalFormatRule {
    const { kind } = this.rule;
    if (!kind || this.ranges.length === 0) {
      throw new ServiceError('A conditional format rule needs a condition and at least one range.');
    }
    return new ConditionalFormatRule(this.execution, { ...this.rule, kind }, [...this.ranges]);
  }

  private when(condition: Pick<Rule, 'kind' | 'value'>): this {
    const { background, color, bold } = this.rule;
    this.rule = condition;
    return this.format({ background, color, bold });
  }

  private format(format: Partial<Rule>): this {
    const entries = Object.entries({ ...this.rule, ...format });
    this.rule = Object.fromEntries(entries.filter(([, value]) => value !== undefined));
    return this;
  }

  private number(method: string, value: unknown): number {
    if (typeof value !== 'number') throw this.mismatch(method, value);
    return value;
  }

  private mismatch(method: string, value: unknown): ServiceError {
    return signatureError(`SpreadsheetApp.ConditionalFormatRuleBuilder.${method}`, [value]);
  }
}

/** Throws Google's sentence when a rule's ranges or formula reach into another tab. */
export function refuseOtherSheets({ rule, ranges }: ConditionalFormatRule, sheet: Sheet): void {
  const named = rule.kind === 'formula' ? sheetsNamedIn(String(rule.value)) : [];
  const foreign = named.some((name) => name !== sheet.getName());
  if (foreign || ranges.some((range) => !range.sheet.is(sheet))) {
    throw new ServiceError('Conditional format rule cannot reference a different sheet.');
  }
}

const CRITERIA: Record<Rule['kind'], keyof typeof BooleanCriteria> = {
  blank: 'CELL_EMPTY',
  notBlank: 'CELL_NOT_EMPTY',
  equal: 'NUMBER_EQUAL_TO',
  lessThan: 'NUMBER_LESS_THAN',
  greaterThan: 'NUMBER_GREATER_THAN',
  text: 'TEXT_EQUAL_TO',
  formula: 'CUSTOM_FORMULA',
};
