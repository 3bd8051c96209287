// The running formula engine of one workbook: what it computed beyond the
// values in the cells.

import {
  type ICellData,
  type Injector,
  type IRange,
  IUniverInstanceService,
  type Nullable,
  type Workbook as Unit,
  UniverInstanceType,
} from '@univerjs/core';
import { FormulaDataModel, LexerTreeBuilder } from '@univerjs/engine-formula';
import { cellName } from '../workspace/a1';
import { isError } from './cells';
import type { Place } from './functions';
import type { Engine } from './snapshot';

interface Failure {
  place: Place;
  sentence: string;
}

/** Why functions failed, until the sentences are put into their cells. */
export class Failures {
  private fresh: Failure[] = [];
  /** Of the calculation before: it may have been cut short before its results reached the cells. */
  private older: Failure[] = [];

  readonly add = (place: Place, sentence: string): void => {
    this.fresh.push({ place, sentence });
  };

  /** Each failed formula's cell gets its sentence, as far as the results are in the cells. */
  settle(unit: Unit): void {
    const waits = ({ place, sentence }: Failure): boolean => {
      const cell = unit.getSheetBySheetId(place.sheetId)?.getCellRaw(place.row, place.column);
      if (!cell || !isError(cell.v)) return true;
      cell.custom = { ...cell.custom, error: sentence };
      return false;
    };
    this.older = this.older.filter(waits);
    this.fresh = this.fresh.filter(waits);
  }

  /** The same at the end of a calculation: what then has no failed cell was caught by its formula. */
  finish(unit: Unit): void {
    this.settle(unit);
    this.older = this.fresh;
    this.fresh = [];
  }
}

export class UniverEngine implements Engine {
  private readonly formulas: FormulaDataModel;
  private readonly lexer: LexerTreeBuilder;

  constructor(
    private readonly injector: Injector,
    private readonly unitId: string,
  ) {
    this.formulas = injector.get(FormulaDataModel);
    this.lexer = injector.get(LexerTreeBuilder);
  }

  get unit(): Unit {
    const service = this.injector.get(IUniverInstanceService);
    return service.getUnit<Unit>(this.unitId, UniverInstanceType.UNIVER_SHEET) as Unit;
  }

  spills(sheetId: string): ReturnType<Engine['spills']> {
    const ranges = this.formulas.getArrayFormulaRange()[this.unitId]?.[sheetId] ?? {};
    const values = this.formulas.getArrayFormulaCellData()[this.unitId]?.[sheetId] ?? {};
    const sheet = this.unit.getSheetBySheetId(sheetId);
    return cellsOf<IRange>(ranges).flatMap(({ row, column, entry: range }) => {
      const source = cellName(row + 1, column + 1);
      return cellsOf<ICellData>(values)
        .filter((cell) => within(range, cell.row, cell.column))
        .filter((cell) => cell.row !== row || cell.column !== column)
        .filter((cell) => !hasContent(sheet?.getCellRaw(cell.row, cell.column)))
        .map((cell) => ({ row: cell.row, column: cell.column, source, cell: cell.entry }));
    });
  }

  sharedFormula(sheetId: string, row: number, column: number): string | null {
    const sheet = this.unit.getSheetBySheetId(sheetId);
    const id = sheet?.getCellRaw(row, column)?.si;
    let formula: string | null = null;
    sheet?.getCellMatrix().forValue((r, c, cell) => {
      if (cell?.si !== id || !cell?.f) return;
      formula = this.lexer.moveFormulaRefOffset(cell.f, column - c, row - r);
      return false;
    });
    return formula;
  }
}

function cellsOf<T>(matrix: object): { row: number; column: number; entry: T }[] {
  return Object.entries(matrix).flatMap(([row, columns]) =>
    Object.entries((columns ?? {}) as Record<string, T | null>).flatMap(([column, entry]) =>
      entry ? [{ row: Number(row), column: Number(column), entry }] : [],
    ),
  );
}

function within(range: IRange, row: number, column: number): boolean {
  return (
    row >= range.startRow &&
    row <= range.endRow &&
    column >= range.startColumn &&
    column <= range.endColumn
  );
}

function hasContent(cell: Nullable<ICellData>): boolean {
  return Boolean(
    cell && (cell.f || cell.si || (cell.v !== undefined && cell.v !== null && cell.v !== '')),
  );
}
