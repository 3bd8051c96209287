import { chromiumPath, MISSING } from './test/chromium.js';

// The tests in the browser look for it here.
process.env.CHROMIUM = chromiumPath() ?? '';
if (!process.env.CHROMIUM) console.warn(`${MISSING} Tests in the browser are skipped.`);

export default {
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  // Half of a test in the browser is waiting.
  maxWorkers: '200%',
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
