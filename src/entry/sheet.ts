// What Sheets, the menu and the sidebar of a career sheet may call, nothing more.

import * as menu from '../sheets/menu';

export * from './custom-functions';
export * from './framework';
export * from './review';

/**
 * Builds the menu when the file opens.
 * @param event What Sheets says about the opening, its authorization mode among it.
 */
export function onOpen(event: GoogleAppsScript.Events.SheetsOnOpen): void {
  menu.addMenu(event);
}

/**
 * Builds the menu when the add-on is installed from an open file.
 * @param event As for opening.
 */
export function onInstall(event: GoogleAppsScript.Events.SheetsOnOpen): void {
  onOpen(event);
}

/**
 * Opens the sidebar.
 */
export function openSidebar(): void {
  menu.openSidebar();
}

/**
 * Opens the owner's page for the framework of a template.
 */
export function openFramework(): void {
  menu.openFramework();
}

/**
 * Calculates every cell that calls a function of ours again.
 */
export function recalculateAll(): void {
  menu.recalculateActive();
}

/**
 * Sets the spreadsheet up as a template of career sheets.
 */
export function setUpAsTemplate(): void {
  menu.setUpActiveAsTemplate();
}
