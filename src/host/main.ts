import { resolve } from 'node:path';
import type { Faults } from './durable/hub';
import { startHost } from './startHost';
import type { LogLine } from './wire';

/**
 * Runs one app in a process of its own: `node dist/src/host/main.js APPROOT [PORT] [FAULTS]`, faults as JSON.
 * When ready it prints one line of JSON to standard output, `{ origin, functions }`; the log goes to standard error.
 * It ends with 1 and the reason on standard error when the app does not load.
 */
async function main([appRoot = '.', port = '0', faults = '{}']: readonly string[]): Promise<void> {
  const host = await startHost({
    appRoot: resolve(appRoot),
    port: Number(port),
    log,
    faults: JSON.parse(faults) as Faults,
  });
  const stop = (): void => void host.close().then(() => process.exit(0));
  process.once('SIGTERM', stop).once('SIGINT', stop);
  process.stdout.write(`${JSON.stringify({ origin: host.origin, functions: host.functions })}\n`);
}

function log({ level, functionName, message }: LogLine): void {
  process.stderr.write(`${level} ${functionName ?? '-'} ${message}\n`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
