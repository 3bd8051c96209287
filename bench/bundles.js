// How much Google loads for every cell and every menu click.

import { statSync } from 'node:fs';
import path from 'node:path';

const DIST = path.join(import.meta.dirname, '..', 'dist');

export async function bundles() {
  const bytes = (target) => [statSync(path.join(DIST, target, 'Code.js')).size];
  return { bundle_sheet_bytes: bytes('sheet'), bundle_manager_bytes: bytes('manager') };
}
