import { resolve } from 'node:path';
import { settings } from '../config';
import { startHost } from '../host/startHost';
import { exitCodes, UsageError } from './exit';
import { say } from './output';

const interrupted = (): Promise<void> =>
  new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });

/** The folder that holds package.json and host.json, seen from dist/src/commands. */
export const appRoot = resolve(__dirname, '../../..');

/** `aispm serve`: the built functions on 127.0.0.1, schedule included, until it is interrupted. */
export async function serveCommand(portText: string): Promise<number> {
  const port = Number(portText);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError(`--port: '${portText}' is no port number.`);
  settings();
  const host = await startHost({ appRoot, port, log: ({ level, message }) => say(`${level}: ${message}`) });
  process.stdout.write(`${host.origin}/api\n`);
  say(`${host.functions.length} functions loaded. Stop with Ctrl+C.`);
  await interrupted();
  await host.close();
  return exitCodes.clean;
}
