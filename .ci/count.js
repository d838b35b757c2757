// Tells what failed and ends with the line "N passed, N failed". Arguments: jest's results, its output, failed checks, jest's exit code.
const { readFileSync } = require('node:fs');
const { stripVTControlCharacters: plain } = require('node:util');

const [resultsFile, outputFile, failedChecks, exitCode] = process.argv.slice(2);

function readResults() {
  try {
    return JSON.parse(readFileSync(resultsFile, 'utf8'));
  } catch {
    return undefined;
  }
}

const results = readResults();
const broken = (results?.testResults ?? []).filter(({ status }) => status === 'failed');
for (const { name, message } of broken) console.log(`FAILED ${name}\n${plain(message).slice(0, 4000)}\n`);

// A suite that does not load has no test that could fail; a jest that dies without results is one failure.
let failed = Number(failedChecks) + (results ? results.numFailedTests + results.numRuntimeErrorTestSuites : 1);
if (failed === 0 && exitCode !== '0') failed = 1;
if (failed > 0 && broken.length === 0) console.log(plain(readFileSync(outputFile, 'utf8')).slice(-4000));

console.log(`${results?.numPassedTests ?? 0} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
