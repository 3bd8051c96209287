// What Sheets, the menu and the sidebar of a manager workbook may call, nothing more.

import * as menu from '../rollup/menu';

export * from './custom-functions';
export * from './import';
export * from './preparation';
export * from './rollup';
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
 * Sets the spreadsheet up as a manager workbook.
 */
export function setUpAsManagerWorkbook(): void {
  menu.setUpActive();
}
