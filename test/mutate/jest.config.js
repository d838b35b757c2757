const whole = require('../../jest.config');

// The simulated tenant's descriptions are not needed here, and loading them would cost every mutant a second.
const { globalSetup, globalTeardown, ...config } = whole;

module.exports = {
  ...config,
  rootDir: require('node:path').resolve(__dirname, '../..'),
  testMatch: ['<rootDir>/test/{rules,evaluate,corpus}/**/*.test.ts'],
  // What the corpus lacks is no matter of mutants.
  testPathIgnorePatterns: ['/test/corpus/labels.test.ts$'],
  maxWorkers: 1,
};
