// What Sheets, the menu and the sidebar of a manager workbook may call, nothing more.

import { payTarget } from '../functions/grade';
import * as menu from '../rollup/menu';

export * from './custom-functions';
export * from './handout';
export * from './import';
export * from './jobs';
export * from './preparation';
export * from './rollup';
export * from './rounds';
export * from './updates';

/**
 * Builds the menu when the file opens.
 */
export function onOpen(): void {
  menu.addMenu();
}

/**
 * Builds the menu when the add-on is installed from an open file.
 */
export function onInstall(): void {
  onOpen();
}

/**
 * Opens the sidebar.
 */
export function openSidebar(): void {
  menu.openSidebar();
}

/**
 * Opens the page that imports a sheet from elsewhere.
 */
export function openImport(): void {
  menu.openImport();
}

/**
 * Reads the career sheets that Team links to, and says at the end how it went.
 */
export function rollUp(): void {
  menu.rollUpActive();
}

/**
 * Adds the tabs Pay and Pay factors.
 */
export function addPayTab(): void {
  menu.addPayTab();
}

/**
 * Makes a branch file for the level above, and names it in Settings.
 */
export function makeBranchFile(): void {
  menu.makeBranchFile();
}

/**
 * Sets the spreadsheet up as a manager workbook.
 */
export function setUpAsManagerWorkbook(): void {
  menu.setUpActive();
}

/**
 * The pay target: between the pay floor of the grade that a direction and a progress permit and the next floor, linear in progress; blank if there is no such grade or no pay beside it.
 *
 * @param {number} progress The progress.
 * @param {string} direction The direction's name.
 * @param {range} grades Seven columns: direction, from, to, grade, job title, pay floor, next floor; from counts as inside, to as outside but for a direction's last grade.
 * @return {number} The pay target, in the currency and the period of the floors.
 * @customfunction
 */
export function PAY_TARGET(progress: unknown, direction: unknown, grades: unknown): number | '' {
  return payTarget(progress, direction, grades);
}
