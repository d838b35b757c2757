import { resolve } from 'node:path';
import { startAzure } from './server';
import type { Estate } from './tenant';

/**
 * Runs a simulated tenant until interrupted: `tsx test/azure/serve.ts ESTATE_MODULE [PORT]`, where the module exports `estate`, an Estate
 * or a function that makes one. Prints the environment that a process needs to audit it, one `NAME=value` a line.
 */
async function serve(modulePath: string, port: number): Promise<void> {
  const loaded = (await import(resolve(modulePath))) as { estate?: Estate | (() => Estate) };
  if (loaded.estate === undefined) {
    throw new Error(`${modulePath} exports no estate`);
  }
  const estate = typeof loaded.estate === 'function' ? loaded.estate() : loaded.estate;
  const azure = await startAzure({ estate, port });
  const lines = Object.entries(azure.env).map(([name, value]) => `${name}=${value}`);
  process.stdout.write(`${lines.join('\n')}\n`);
  process.once('SIGINT', () => void azure.close().then(() => process.exit(0)));
}

void serve(process.argv[2] ?? '', Number(process.argv[3] ?? 0));
