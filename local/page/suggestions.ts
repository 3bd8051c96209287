// Univer keeps its list of functions up for a moment after a name has been typed to its end, and
// that list takes Enter and Tab: whoever types on quickly would have to press them twice.

import { CommandType, ICommandService, type Injector } from '@univerjs/core';
import {
  DeviceInputEventType,
  IEditorBridgeService,
  IEditorService,
  IShortcutService,
  KeyCode,
  SetCellEditVisibleOperation,
} from '@univerjs/preset-sheets-core';

/** Lets Enter and Tab commit a formula unless a function's name is being typed. */
export function commitPastSuggestions(injector: Injector): void {
  const commands = injector.get(ICommandService);
  const shortcuts = injector.get(IShortcutService);
  for (const keycode of [KeyCode.ENTER, KeyCode.TAB]) {
    const id = `page.operation.commit-${keycode}`;
    commands.registerCommand({
      id,
      type: CommandType.OPERATION,
      handler: () => commit(injector, keycode),
    });
    shortcuts.registerShortcut({
      id,
      binding: keycode,
      priority: ABOVE_THE_LIST,
      preconditions: () => document.querySelector(LIST) !== null && !typesName(injector),
    });
  }
}

const LIST = 'ul[data-u-comp=sheets-formula-editor]';
/** The list's own shortcuts have 1000. */
const ABOVE_THE_LIST = 2000;

function commit(injector: Injector, keycode: KeyCode): boolean {
  const bridge = injector.get(IEditorBridgeService);
  const unitId = bridge.getEditLocation()?.unitId;
  if (unitId === undefined) return false;
  bridge.disableForceKeepVisible();
  return injector.get(ICommandService).syncExecuteCommand(SetCellEditVisibleOperation.id, {
    visible: false,
    eventType: DeviceInputEventType.Keyboard,
    keycode,
    unitId,
  });
}

function typesName(injector: Injector): boolean {
  const editor = injector.get(IEditorService).getFocusEditor();
  const text = editor?.getDocumentData().body?.dataStream ?? '';
  const [cursor] = editor?.getSelectionRanges() ?? [];
  return !cursor?.collapsed || /[\p{L}_][\p{L}\d_.]*$/u.test(text.slice(0, cursor.startOffset));
}
