const whole = require('../../jest.config');

// The simulated tenant's descriptions are not needed here, and loading them would cost every mutant a second.
const { globalSetup, globalTeardown, ...config } = whole;

module.exports = {
  ...config,
  rootDir: require('node:path').resolve(__dirname, '../..'),
  // The folder of tests that belongs to what is mutated; mutate.ts names it.
  testMatch: [`<rootDir>/test/${process.env.MUTATION_TESTS}/**/*.test.ts`],
  maxWorkers: 1,
};
