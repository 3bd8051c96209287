// A host over a folder that goes away after the tests of a file.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Host, type HostOptions, type OpenFile } from '../../local/host';
import { prepareWorkspace } from '../../local/workspace/folder';

export const ADA = 'ada@example.com';
export const GRACE = 'grace@example.com';

export const SCOPES = {
  currentFile: 'https://www.googleapis.com/auth/spreadsheets.currentonly',
  allFiles: 'https://www.googleapis.com/auth/spreadsheets',
  ui: 'https://www.googleapis.com/auth/script.container.ui',
  email: 'https://www.googleapis.com/auth/userinfo.email',
  triggers: 'https://www.googleapis.com/auth/script.scriptapp',
  external: 'https://www.googleapis.com/auth/script.external_request',
  driveMetadata: 'https://www.googleapis.com/auth/drive.metadata.readonly',
} as const;

const opened: { dir: string; host: Host }[] = [];

afterAll(() => {
  for (const { dir, host } of opened.splice(0)) {
    host.close();
    rmSync(dir, { recursive: true, force: true });
  }
});

export function temporaryHost(options: HostOptions = {}): Host {
  const dir = temporaryFolder();
  const host = Host.open(dir, options);
  opened.push({ dir, host });
  return host;
}

/** The sample company, as a newcomer's first start shows it. */
export function sampleCompanyHost(): Host {
  const dir = temporaryFolder();
  prepareWorkspace(dir, false);
  const host = Host.open(dir);
  opened.push({ dir, host });
  return host;
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'career-sheet-'));
}

/** A file of Ada's with a bound script of this code. */
export function fileWithScript(
  host: Host,
  code: string,
  {
    scopes = Object.values(SCOPES) as string[],
    html = {} as Record<string, string>,
    apis = ['sheets', 'drive'],
  } = {},
): OpenFile {
  const file = host.as(ADA).create('Sheet of Ada');
  const enabledAdvancedServices = apis.map((serviceId) => ({ serviceId }));
  const manifest = {
    timeZone: 'Europe/Berlin',
    dependencies: { enabledAdvancedServices },
    oauthScopes: scopes,
  };
  host.store.bindScript(file.id, {
    'appsscript.json': JSON.stringify(manifest),
    'Code.js': code,
    ...html,
  });
  return file;
}

/** What the body of one function returns, called as the sidebar calls. */
export function returned(body: string, options?: HostOptions): Promise<unknown> {
  return fileWithScript(temporaryHost(options), `function probe() { ${body} }`).call('probe');
}
