// Handing out as the sidebar does it.

import type { OpenFile } from '../../local/host';
import type { HandOutView } from '../../src/handout/overview';
import type { FileRequest } from '../../src/handout/request';
import { spreadsheetIdIn } from '../../src/rollup/link';
import { type Company, urlOf } from '../rollup/company';

/** Settings name the template. */
export function linkTemplate({ workbook, template }: Company): void {
  workbook.type(...workbook.named('template'), urlOf(template));
}

export async function lookAt({ workbook }: Company): Promise<HandOutView> {
  return (await workbook.call('lookAtHandOut')) as HandOutView;
}

/** Hands out these files, or whatever everybody lacks, to the end. */
export async function handOut(
  company: Company,
  files?: FileRequest[],
  confirmed: string[] = [],
): Promise<void> {
  const lacking = async () =>
    (await lookAt(company)).rows
      .filter(({ needsSheet }) => needsSheet)
      .map(({ email }) => ({ email, file: 'sheet' }) as const);
  await company.workbook.call('startHandOut', { files: files ?? (await lacking()), confirmed });
  await company.workbook.call('runJob', 'hand-out');
}

/** Opens the round of Settings in everybody's career sheet. */
export async function openRound({ workbook }: Company): Promise<void> {
  await workbook.call('runJob', 'round');
}

/** The file that Team links to in a person's row, as the manager has it open. */
export function fileOf(company: Company, email: string, column = 'Career sheet'): OpenFile {
  const row = company.rows('Team').find((one) => one['E-mail'] === email);
  const id = spreadsheetIdIn(String(row?.[column] ?? ''));
  if (id === null) throw new Error(`Team has no file for ${email}.`);
  return company.host.as(company.workbook.session.user).open(id);
}
