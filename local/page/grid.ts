// The spreadsheet in the page: Univer, set up with a workbook and its functions.

import {
  CommandType,
  DEFAULT_STYLES,
  type ICommandInfo,
  ICommandService,
  type IRange,
  IUndoRedoService,
  LocaleType,
  LogLevel,
  mergeLocales,
  type Plugin,
  type PluginCtor,
  RedoCommand,
  UndoCommand,
  Univer,
  UniverInstanceType,
} from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import {
  FormulaExecutedStateType,
  FunctionType,
  type IFunctionInfo,
  SetFormulaCalculationNotificationMutation,
} from '@univerjs/engine-formula';
import { UniverSheetsConditionalFormattingPreset } from '@univerjs/preset-sheets-conditional-formatting';
import conditionalFormattingWords from '@univerjs/preset-sheets-conditional-formatting/locales/en-US';
import {
  AutoHeightController,
  ILayoutService,
  IRenderManagerService,
  SetScrollOperation,
  UniverSheetsCorePreset,
} from '@univerjs/preset-sheets-core';
import coreWords from '@univerjs/preset-sheets-core/locales/en-US';
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation';
import dataValidationWords from '@univerjs/preset-sheets-data-validation/locales/en-US';
import { UniverSheetsFilterPreset } from '@univerjs/preset-sheets-filter';
import filterWords from '@univerjs/preset-sheets-filter/locales/en-US';
import { UniverSheetsNotePreset } from '@univerjs/preset-sheets-note';
import noteWords from '@univerjs/preset-sheets-note/locales/en-US';
import { UniverSheetsSortPreset } from '@univerjs/preset-sheets-sort';
import sortWords from '@univerjs/preset-sheets-sort/locales/en-US';
import {
  InsertColMutation,
  InsertRowMutation,
  RemoveColMutation,
  RemoveRowMutation,
  SetRangeValuesCommand,
  SetRangeValuesMutation,
  SetSelectionsOperation,
} from '@univerjs/sheets';
import { CalculationMode } from '@univerjs/sheets-formula';
import { cellName, cellPosition } from '../workspace/a1';
import { same } from '../workspace/same';
import type { Edit } from '../workspace/shift';
import type { Workbook } from '../workspace/workbook';
import { fromUniverCell, fromUniverStyle, PLAIN, toUniverCell } from './cells';
import { type CellChange, typed } from './changes';
import { type CustomFunction, customFunctions } from './custom-functions';
import { Failures, UniverEngine } from './engine';
import { withCommas } from './formula';
import { functionClasses } from './functions';
import type { Position } from './guard';
import { type Link, linkOf } from './link';
import type { Selection } from './messages';
import { fromUniver, normal, numberOf, toUniver } from './snapshot';
import { commitPastSuggestions } from './suggestions';
import type { Sheets } from './sync';

/** Parts of Univer's menus that offer what a workbook cannot keep, what only scripts set, or what nobody needs here. */
const HIDDEN_MENUS = [
  'base-ui.operation.toggle-shortcut-panel',
  ...[
    'common',
    'financial',
    'logical',
    'text',
    'date',
    'lookup',
    'math',
    'statistical',
    'engineering',
    'information',
    'database',
  ].map((group) => `formula-ui.operation.insert-function.${group}`),
  'sheet.command.add-range-protection-from-sheet-bar',
  'sheet.command.add-range-protection-from-toolbar',
  'sheet.command.change-sheet-protection-from-sheet-bar',
  'sheet.command.delete-worksheet-protection-from-sheet-bar',
  'sheet.command.set-text-rotation',
  'sheet.command.view-sheet-permission-from-sheet-bar',
  'sheet.contextMenu.permission',
  'sheet.menu.data-validation',
  'sheet.operation.open.conditional.formatting.panel',
  'sheet.toolbar.text-to-number',
];

// Some of Univer's parts look past the default style of a tab.
DEFAULT_STYLES.fs = PLAIN.fs as number;

/** The cell that is selected or pointed at. */
export interface CellAt {
  a1: string;
  /** Why its formula failed. */
  error: string | null;
  /** Where it leads. */
  link: Link | null;
}

export interface GridEvents {
  /** Somebody edited, or formulas were computed. */
  edited(): void;
  /** Somebody changed these cells, by whatever means but undo. */
  wrote(sheet: number, cells: Position[]): void;
  /** Typing in a cell came to its end. */
  idle(): void;
  selected(cell: CellAt): void;
  hovered(cell: CellAt | null): void;
  /** Cells may be elsewhere on the screen, or hold other values. */
  moved(): void;
  /** The cells are drawn: the page can be used. */
  ready(): void;
}

export class Grid implements Sheets {
  readonly api: FUniver;
  private readonly univer: Univer;
  private readonly commands: ICommandService;
  private readonly failures = new Failures();
  /** Tabs whose rows have been given the height of their text. */
  private readonly fitted = new Set<string>();
  private readonly moves: Edit[] = [];
  /** True while something is undone or redone. */
  private undoing = false;
  /** True while others' changes are put in. */
  private applying = false;

  /** @param base what the page shows; it keeps what Univer is never told */
  constructor(
    private readonly container: HTMLElement,
    private base: Workbook,
    private readonly editable: boolean,
    private readonly events: GridEvents,
  ) {
    const functions = customFunctions(base.script?.files['Code.js'] ?? '');
    this.univer = new Univer({
      locale: LocaleType.EN_US,
      locales: { [LocaleType.EN_US]: WORDS },
      logLevel: LogLevel.ERROR,
    });
    for (const [plugin, config] of plugins(container, functions, base.timeZone, this.failures)) {
      this.univer.registerPlugin(plugin, config);
    }
    this.api = FUniver.newAPI(this.univer);
    this.commands = this.univer.__getInjector().get(ICommandService);
    this.listen();
    this.create(base);
    commitPastSuggestions(this.univer.__getInjector());
  }

  content(): Workbook {
    const engine = this.engine();
    this.failures.settle(engine.unit);
    return fromUniver(this.book().save(), this.base, engine);
  }

  takeMoves(): Edit[] {
    return this.moves.splice(0);
  }

  normal(workbook: Workbook): Workbook {
    return normal(workbook);
  }

  apply(changes: CellChange[]): void {
    const unit = this.engine().unit;
    const styles = unit.getStyles();
    for (const sheet of new Set(changes.map((change) => change.sheet))) {
      const worksheet = unit.getSheets().find((one) => numberOf(one.getSheetId()) === sheet);
      if (!worksheet) continue;
      const cleared: CellValues = {};
      const written: CellValues = {};
      for (const { a1, before, after } of changes.filter((change) => change.sheet === sheet)) {
        const position = cellPosition(a1);
        const [row, column] = [position.row - 1, position.column - 1];
        const raw = worksheet.getCellRaw(row, column);
        const now = raw && fromUniverCell(raw, (style) => fromUniverStyle(styles.get(style) ?? {}));
        if (!same(typed(now ?? undefined), before)) continue; // typed here meanwhile: that goes out next
        cleared[row] = { ...cleared[row], [column]: null };
        if (!after) continue;
        const cell = toUniverCell(after, (style) => style);
        written[row] = { ...written[row], [column]: cell };
      }
      this.silently(() => {
        for (const cellValue of [cleared, written]) {
          const target = { unitId: unit.getUnitId(), subUnitId: worksheet.getSheetId() };
          this.commands.syncExecuteCommand(SetRangeValuesMutation.id, { ...target, cellValue });
        }
      });
    }
    this.events.moved();
  }

  rebuild(workbook: Workbook): boolean {
    const book = this.book();
    if (book.isCellEditing()) return false;
    const active = book.getActiveSheet();
    const id = active.getSheetId();
    const range = active.getActiveRange()?.getRange();
    const { sheetViewStartRow, sheetViewStartColumn } = active.getScrollState();
    this.univer.__getInjector().get(IUndoRedoService).clearUndoRedo(book.getId());
    this.api.disposeUnit(book.getId());
    this.base = workbook;
    this.fitted.clear();
    this.create(workbook);
    const sheet = this.book()
      .getSheets()
      .find((one) => one.getSheetId() === id);
    if (!sheet || sheet.isSheetHidden()) return true;
    this.book().setActiveSheet(sheet);
    sheet.scrollToCell(sheetViewStartRow, sheetViewStartColumn);
    if (range && inside(range, sheet.getMaxRows(), sheet.getMaxColumns())) {
      const { startRow, startColumn, endRow, endColumn } = range;
      const [height, width] = [endRow - startRow + 1, endColumn - startColumn + 1];
      sheet.setActiveRange(sheet.getRange(startRow, startColumn, height, width));
    }
    return true;
  }

  /** Commits what is being typed in a cell. */
  async endEditing(): Promise<void> {
    if (this.book().isCellEditing()) await this.book().endEditingAsync(true);
  }

  focus(): void {
    this.univer.__getInjector().get(ILayoutService).focus();
  }

  undo(): void {
    this.api.undo();
  }

  redo(): void {
    this.api.redo();
  }

  /** The value of a cell as it is now, computed or spilled ones as well; positions from 1. */
  value(sheet: number, row: number, column: number): unknown {
    const worksheet = this.book()
      .getSheets()
      .find((one) => numberOf(one.getSheetId()) === sheet);
    return worksheet?.getSheet().getCell(row - 1, column - 1)?.v ?? null;
  }

  /** Where a cell of the tab in front is, in pixels inside the container; positions from 1. */
  place(row: number, column: number): { left: number; top: number; zoom: number } | null {
    const shown = this.shown();
    if (!shown) return null;
    const { skeleton, main, zoom, canvas } = shown;
    const cell = skeleton.getNoMergeCellWithCoordByIndex(row - 1, column - 1);
    const { startRow, startColumn } = this.book().getActiveSheet().getFreeze();
    const scrolledY = row - 1 < startRow ? 0 : main.viewportScrollY;
    const scrolledX = column - 1 < startColumn ? 0 : main.viewportScrollX;
    return {
      left: canvas.left + (cell.startX - scrolledX) * zoom,
      top: canvas.top + (cell.startY - scrolledY) * zoom,
      zoom,
    };
  }

  /** The part of the container that shows cells, without the headers, in pixels inside it. */
  cellArea(): { left: number; top: number; width: number; height: number } | null {
    const shown = this.shown();
    if (!shown) return null;
    const { skeleton, zoom, canvas } = shown;
    const [right, down] = [skeleton.rowHeaderWidth * zoom, skeleton.columnHeaderHeight * zoom];
    return {
      left: canvas.left + right,
      top: canvas.top + down,
      width: canvas.width - right,
      height: canvas.height - down,
    };
  }

  get activeSheet(): number {
    return numberOf(this.book().getActiveSheet().getSheetId());
  }

  get selection(): Selection {
    const range = this.book().getActiveSheet().getActiveRange();
    return { sheet: this.activeSheet, a1: range?.getA1Notation() ?? 'A1' };
  }

  /** Brings cells to the front, and leaves alone who types in others. */
  select({ sheet, a1 }: Selection): void {
    const book = this.book();
    const worksheet = book.getSheetBySheetId(String(sheet));
    if (!worksheet || worksheet.isSheetHidden() || book.isCellEditing()) return;
    book.setActiveSheet(worksheet);
    if (a1 === null) return;
    const range = worksheet.getRange(a1);
    worksheet.scrollToCell(Math.max(range.getRow() - ROWS_ABOVE, 0), 0);
    worksheet.setActiveRange(range);
  }

  dispose(): void {
    this.univer.dispose();
  }

  private create(workbook: Workbook): void {
    this.univer.createUnit(UniverInstanceType.UNIVER_SHEET, toUniver(workbook));
    if (!this.editable) void this.onlyView();
  }

  private async onlyView(): Promise<void> {
    const permission = this.book().getWorkbookPermission();
    await permission.setReadOnly();
    await permission.setPoint(this.api.Enum.WorkbookPermissionPoint.CopyContent, true);
  }

  private book() {
    const book = this.api.getActiveWorkbook();
    if (!book) throw new Error('The page shows no workbook.');
    return book;
  }

  private engine(): UniverEngine {
    return new UniverEngine(this.univer.__getInjector(), this.base.id);
  }

  /** How the tab in front is drawn; null before it is. */
  private shown() {
    const render = this.univer
      .__getInjector()
      .get(IRenderManagerService)
      .getRenderById(this.base.id);
    const main = render?.scene.getViewport(MAIN_VIEWPORT);
    const skeleton = this.book().getActiveSheet().getSkeleton();
    const element = render?.engine.getCanvasElement();
    if (!render || !main || !skeleton || !element) return null;
    const own = element.getBoundingClientRect();
    const around = this.container.getBoundingClientRect();
    const canvas = {
      left: own.left - around.left,
      top: own.top - around.top,
      width: own.width,
      height: own.height,
    };
    return { main, skeleton, canvas, zoom: render.scene.getAncestorScale().scaleX };
  }

  private silently(change: () => void): void {
    this.applying = true;
    try {
      change();
    } finally {
      this.applying = false;
    }
  }

  private listen(): void {
    const { api, events } = this;
    this.commands.beforeCommandExecuted((command) => {
      if (command.id === SetRangeValuesCommand.id) readSemicolons(command.params);
      if (isUndo(command)) this.undoing = true;
    });
    this.commands.onCommandExecuted((command, options) => {
      if (isUndo(command)) this.undoing = false;
      if (isComputed(command)) {
        this.failures.finish(this.engine().unit);
        performance.mark('computed');
        this.tellSelected();
      }
      // Univer's own event comes only seconds after the page can be used.
      if (command.id === SetSelectionsOperation.id) this.tellSelected();
      if (command.id === SetScrollOperation.id) events.moved();
      if (command.type !== CommandType.MUTATION || this.applying) return;
      const move = this.moveOf(command);
      if (move) this.moves.push(move);
      if (!QUIET.test(command.id)) events.edited();
      const ownWriting = !this.undoing && !options?.fromFormula;
      if (command.id === SetRangeValuesMutation.id && ownWriting) this.tellWritten(command);
      events.moved();
    });
    api.addEvent(api.Event.LifeCycleChanged, ({ stage }) => {
      if (stage !== api.Enum.LifecycleStages.Rendered) return;
      this.fit();
      events.ready();
    });
    api.addEvent(api.Event.ActiveSheetChanged, () => {
      this.fit();
      events.moved();
    });
    api.addEvent(api.Event.SheetEditEnded, () => setTimeout(() => events.idle()));
    api.addEvent(api.Event.Scroll, () => events.moved());
    api.addEvent(api.Event.SheetZoomChanged, () => events.moved());
    api.addEvent(api.Event.CellHover, ({ row, column }) =>
      events.hovered(this.cellAt(row, column)),
    );
  }

  private tellSelected(): void {
    // None while the page is built anew.
    const range = this.api.getActiveWorkbook()?.getActiveSheet().getActiveRange()?.getRange();
    if (range) this.events.selected(this.cellAt(range.startRow, range.startColumn));
  }

  private tellWritten({ params }: Readonly<ICommandInfo>): void {
    const { subUnitId, cellValue } = params as { subUnitId: string; cellValue: CellValues };
    const cells = Object.entries(cellValue ?? {}).flatMap(([row, columns]) =>
      Object.keys(columns).map((column) => ({ row: Number(row) + 1, column: Number(column) + 1 })),
    );
    this.events.wrote(numberOf(subUnitId), cells);
  }

  private moveOf({ id, params }: Readonly<ICommandInfo>): Edit | null {
    const kind = MOVES[id];
    if (!kind) return null;
    const { subUnitId, range } = params as { subUnitId: string; range: IRange };
    const sheet = this.book().getSheetBySheetId(subUnitId)?.getSheetName();
    if (sheet === undefined) return null;
    const [start, end] =
      kind.axis === 'rows' ? [range.startRow, range.endRow] : [range.startColumn, range.endColumn];
    return { sheet, axis: kind.axis, at: start + 1, count: (end - start + 1) * kind.sign };
  }

  private cellAt(row: number, column: number): CellAt {
    this.failures.settle(this.engine().unit);
    const cell = this.book().getActiveSheet().getSheet().getCellRaw(row, column);
    const content = fromUniverCell(cell ?? {}, () => ({}));
    return {
      a1: cellName(row + 1, column + 1),
      error: content.error ?? null,
      link: linkOf(content),
    };
  }

  /** Rows without a height of their own get that of their text, as in Sheets. */
  private fit(): void {
    const sheet = this.book().getActiveSheet();
    if (this.fitted.has(sheet.getSheetId())) return;
    this.fitted.add(sheet.getSheetId());
    const text: IRange = {
      startRow: 0,
      endRow: sheet.getLastRow(),
      startColumn: 0,
      endColumn: sheet.getLastColumn(),
    };
    const heights = this.univer.__getInjector().get(AutoHeightController);
    const { redos } = heights.getUndoRedoParamsOfAutoHeight([text], sheet.getSheetId());
    for (const { id, params } of redos) this.commands.syncExecuteCommand(id, params as object);
  }
}

function isUndo({ id }: Readonly<ICommandInfo>): boolean {
  return id === UndoCommand.id || id === RedoCommand.id;
}

function isComputed({ id, params }: Readonly<ICommandInfo>): boolean {
  const state = (params as { functionsExecutedState?: number } | undefined)?.functionsExecutedState;
  return (
    id === SetFormulaCalculationNotificationMutation.id &&
    state === FormulaExecutedStateType.SUCCESS
  );
}

/** Univer's mutations of rows and columns. */
const MOVES: Record<string, { axis: Edit['axis']; sign: 1 | -1 }> = {
  [InsertRowMutation.id]: { axis: 'rows', sign: 1 },
  [RemoveRowMutation.id]: { axis: 'rows', sign: -1 },
  [InsertColMutation.id]: { axis: 'columns', sign: 1 },
  [RemoveColMutation.id]: { axis: 'columns', sign: -1 },
};

/** So many rows stay in sight above what a script selects. */
const ROWS_ABOVE = 4;

/** Univer's name for the part that scrolls. */
const MAIN_VIEWPORT = 'viewMain';

type CellValues = Record<number, Record<number, object | null>>;

/** Mutations that change nothing which is kept. */
const QUIET =
  /^(formula\.|doc\.)|row-auto-height|set-worksheet-active|filter-change|calculation-(start|stop|notification)/;

const ONLY_VIEW = 'You can only view this file: ask its owner to share it with you as an editor.';

/** Univer's own words, but for what it says of protected ranges, which only viewers meet here. */
function viewersWords() {
  const own = coreWords['sheets-ui'];
  const { dialog } = own.permission;
  const refusals = Object.keys(dialog).filter((key) => /Err$|^alertContent$/.test(key));
  const said = Object.fromEntries(refusals.map((key) => [key, ONLY_VIEW]));
  return {
    'sheets-ui': { ...own, permission: { ...own.permission, dialog: { ...dialog, ...said } } },
  };
}

const WORDS = mergeLocales(
  coreWords,
  viewersWords(),
  conditionalFormattingWords,
  dataValidationWords,
  filterWords,
  noteWords,
  sortWords,
);

function plugins(
  container: HTMLElement,
  functions: CustomFunction[],
  timeZone: string,
  failures: Failures,
): [PluginCtor<Plugin>, never][] {
  const presets = [
    UniverSheetsCorePreset({
      container,
      ribbonType: 'simple',
      menu: Object.fromEntries(HIDDEN_MENUS.map((id) => [id, { hidden: true }])),
      formula: {
        function: functionClasses(functions, timeZone, failures.add) as never,
        description: functions.map(described),
        initialFormulaComputing: CalculationMode.FORCED,
      },
      sheets: { disableForceStringAlert: true, disableForceStringMark: true },
    }),
    UniverSheetsDataValidationPreset({ showEditOnDropdown: false, showSearchOnDropdown: false }),
    UniverSheetsConditionalFormattingPreset(),
    UniverSheetsNotePreset(),
    UniverSheetsSortPreset(),
    UniverSheetsFilterPreset(),
  ];
  const entries = presets.flatMap((preset) => preset.plugins as unknown[]);
  const pairs = entries.map((entry) => (Array.isArray(entry) ? entry : [entry, undefined]));
  return [...new Map(pairs.map((pair) => [pair[0], pair])).values()] as [
    PluginCtor<Plugin>,
    never,
  ][];
}

/** What the formula bar says about a function while it is typed. */
function described({ name, description, parameters }: CustomFunction): IFunctionInfo {
  return {
    functionName: name,
    functionType: FunctionType.User,
    description,
    abstract: description,
    functionParameter: parameters.map((parameter) => ({
      name: parameter.name,
      detail: parameter.description,
      example: '',
      require: parameter.optional ? 0 : 1,
      repeat: 0,
    })),
  };
}

/** What is typed or pasted may separate arguments by `;`, which Univer does not read. */
function readSemicolons(params: unknown): void {
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const cell = value as { f?: unknown };
    if (typeof cell.f === 'string') cell.f = withCommas(cell.f);
    else for (const inner of Object.values(value)) visit(inner);
  };
  visit((params as { value?: unknown } | undefined)?.value);
}

function inside(range: IRange, rows: number, columns: number): boolean {
  return range.endRow < rows && range.endColumn < columns;
}
