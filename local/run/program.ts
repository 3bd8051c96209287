// A script's files as the threads run them, and the functions that Google would find in them.

import { createHash } from 'node:crypto';
import { parse } from 'acorn';
import type { Scope } from '../services/service';

export interface Program {
  /** The same for the same code. */
  key: string;
  files: [name: string, source: string][];
  /**
   * Names of the global functions: Sheets and `google.script.run` find functions by their text, so
   * a function that is only assigned to a global counts as none.
   */
  functions: ReadonlySet<string>;
}

/** Scripts are frozen, so what was read of one holds for all that have the same files. */
const programs = new Map<string, Program>();
const programsByFiles = new WeakMap<object, Program>();

/** Throws the syntax error of a file that does not parse, naming the file. */
export function programOf(files: Readonly<Record<string, string>>): Program {
  const read = programsByFiles.get(files);
  if (read) return read;
  const code = Object.entries(files).filter(([name]) => /\.(js|gs)$/.test(name));
  const key = createHash('sha256').update(JSON.stringify(code)).digest('hex');
  const program = programs.get(key) ?? { key, files: code, functions: functionsIn(code) };
  programs.set(key, program);
  programsByFiles.set(files, program);
  return program;
}

/** What the manifest asks for. */
export function manifestScopes(files: Readonly<Record<string, string>>): Scope[] {
  return JSON.parse(files['appsscript.json'] ?? '{}').oauthScopes ?? [];
}

function functionsIn(code: [string, string][]): Set<string> {
  const names = new Set<string>();
  for (const [file, source] of code) {
    for (const statement of parsed(file, source).body) {
      if (statement.type === 'FunctionDeclaration') names.add(statement.id.name);
    }
  }
  return names;
}

function parsed(file: string, source: string) {
  try {
    return parse(source, { ecmaVersion: 'latest', sourceType: 'script' });
  } catch (error) {
    throw new SyntaxError(`${file}: ${(error as Error).message}`);
  }
}
