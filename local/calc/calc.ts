// The formulas of a workbook computed without a page, by the engine that the
// page has and the workbook's own functions.

import {
  ICommandService,
  LocaleService,
  LogLevel,
  Univer,
  UniverInstanceType,
} from '@univerjs/core';
import {
  FormulaExecutedStateType,
  SetFormulaCalculationNotificationMutation,
  UniverFormulaEnginePlugin,
} from '@univerjs/engine-formula';
import { UniverSheetsPlugin } from '@univerjs/sheets';
import { CalculationMode, UniverSheetsFormulaPlugin } from '@univerjs/sheets-formula';
import { customFunctions } from '../page/custom-functions';
import { Failures, UniverEngine } from '../page/engine';
import { functionClasses } from '../page/functions';
import { fromUniver, toUniver } from '../page/snapshot';
import type { SheetData, Workbook } from '../workspace/workbook';

/** The same workbook with every formula computed; nothing else of it differs, the given one stays as it is. */
export async function recalculate(workbook: Workbook): Promise<Workbook> {
  const failures = new Failures();
  const functions = customFunctions(workbook.script?.files['Code.js'] ?? '');
  const univer = new Univer({
    logLevel: LogLevel.SILENT,
    override: [[LocaleService, { useClass: Wordless }]],
  });
  try {
    univer.registerPlugin(UniverFormulaEnginePlugin, {
      function: functionClasses(functions, workbook.timeZone, failures.add),
    });
    univer.registerPlugin(UniverSheetsPlugin);
    univer.registerPlugin(UniverSheetsFormulaPlugin, {
      initialFormulaComputing: CalculationMode.FORCED,
    });
    const done = calculated(univer);
    univer.createUnit(UniverInstanceType.UNIVER_SHEET, toUniver(workbook));
    const engine = new UniverEngine(univer.__getInjector(), workbook.id);
    await done;
    failures.settle(engine.unit);
    const after = fromUniver(engine.unit.getSnapshot(), workbook, engine);
    return {
      ...workbook,
      sheets: workbook.sheets.map((sheet, index) => withComputed(sheet, after.sheets[index])),
    };
  } finally {
    univer.dispose();
  }
}

/** Progress is announced in words, by a timer that may fire after the engine is gone: nobody reads them. */
class Wordless extends LocaleService {
  override t = (key: string) => key;
}

/** The end of the calculation that the engine begins by itself: a second one at once would disturb it. */
function calculated(univer: Univer): Promise<void> {
  const commands = univer.__getInjector().get(ICommandService);
  return new Promise((resolve) => {
    commands.onCommandExecuted(({ id, params }) => {
      if (id !== SetFormulaCalculationNotificationMutation.id) return;
      const { functionsExecutedState: state } = params as { functionsExecutedState?: number };
      if (state === undefined || state === FormulaExecutedStateType.INITIAL) return;
      setImmediate(resolve);
    });
  });
}

function withComputed(sheet: SheetData, computed: SheetData): SheetData {
  const cells: SheetData['cells'] = {};
  for (const [address, cell] of Object.entries(sheet.cells)) {
    const { v, error, spill, ...rest } = cell;
    if (cell.f === undefined && spill === undefined) cells[address] = cell;
    else if (Object.keys(rest).length > 0) cells[address] = rest;
  }
  for (const [address, { v, f, error, spill }] of Object.entries(computed.cells)) {
    if (f === undefined && spill === undefined) continue;
    cells[address] = {
      ...(v !== undefined && { v }),
      ...cells[address],
      ...(error !== undefined && { error }),
      ...(spill !== undefined && { spill }),
    };
  }
  return { ...sheet, cells };
}
