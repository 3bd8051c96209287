// The sample company of 60, as the build made it.

import path from 'node:path';

export const SAMPLE_COMPANY = path.join(import.meta.dirname, '..', 'dist', 'local', 'company');
