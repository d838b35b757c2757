import { openAzureTables, openStore, startAzurite } from '../../src/store';
import { header, record } from './records';

/** Run as a process of its own: commits one run into the folder it is given, tells its parent, and waits to be killed. */
async function main(dir: string): Promise<void> {
  const azurite = await startAzurite({ dir });
  const store = openStore({ tables: openAzureTables(azurite?.connectionString ?? '') });
  const hash = await store.saveUnit(record('u', ['a']));
  await store.commit(header('r1', 1, '', { u: hash }), [], '');
  process.send?.('committed');
  setInterval(() => undefined, 1000);
}

void main(process.argv[2] ?? '');
