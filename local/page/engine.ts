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

/** Why functions failed, until the sentences are put into their cells. */
export class Failures {
  private readonly found: { place: Place; sentence: string }[] = [];

  readonly add = (place: Place, sentence: string): void => {
    this.found.push({ place, sentence });
  };

  /** Each failed formula's cell gets its sentence; to be called once the results are in the cells. */
  settle(unit: Unit): void {
    for (const { place, sentence } of this.found.splice(0)) {
      const sheet = unit.getSheetBySheetId(place.sheetId);
      const cell = sheet?.getCellRaw(place.row, place.column);
      if (cell && isError(cell.v)) cell.custom = { ...cell.custom, error: sentence };
    }
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
