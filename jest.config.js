import { availableParallelism } from 'node:os';
import { chromiumPath, MISSING } from './test/chromium.js';

// The tests in the browser look for it here.
process.env.CHROMIUM = chromiumPath() ?? '';
if (!process.env.CHROMIUM) console.warn(`${MISSING} Tests in the browser are skipped.`);

export default {
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testSequencer: '<rootDir>/test/longest-first.js',
  // Tests in the browser often wait.
  maxWorkers: Math.ceil(1.5 * availableParallelism()),
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic', importSource: 'preact' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  // The package promises require() a file that it does not hold.
  moduleNameMapper: { '^numfmt$': '<rootDir>/node_modules/numfmt/dist/index.js' },
  testTimeout: 60000,
};
