// ESM-only packages (p-queue, pep440) are turned into CommonJS for jest; Node itself loads them with require().
const esmOnly = ['p-queue', 'p-timeout', 'eventemitter3', '@renovatebot/pep440'];
const swc = [
  '@swc/jest',
  { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
];

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: { '\\.(ts|js|mjs)$': swc },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`],
  globalSetup: '<rootDir>/test/azure/conformanceSetup.ts',
  globalTeardown: '<rootDir>/test/azure/conformanceTeardown.ts',
  testTimeout: 30_000,
  maxWorkers: 2,
};
