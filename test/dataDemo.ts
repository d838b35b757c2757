import { audit } from '../src/audit';
import { readSettings } from '../src/config';
import { findDataStores } from '../src/evaluate';
import { guid } from './azure/builders/body';
import { demoEstate } from './azure/estate';
import { poison, withDataStory } from './azure/demoData';
import { startAzure } from './azure/server';
import { renderDataStores } from '../src/report';
import { openWorld, type World } from '../src/world';

const told = new Set(['dataset-version-unchanged', 'trainingfile-no-bound-trigger']);
const scopes = [`/subscriptions/${guid('demo freight')}`];

async function look(world: World) {
  const { header } = await audit(world, { scopes, trigger: 'cli' });
  const run = await world.store.loadRun(header.id);
  if (!run) throw new Error(`Run ${header.id} cannot be read back.`);
  return run;
}

/**
 * A registered version of training data is looked at twice with the opt-ins on; in between its file is exchanged for one with thirty turned
 * rows. Says what is found at each look, and which stores models learn from. Kept nowhere.
 */
export async function dataStory(): Promise<string> {
  const azure = await startAzure({ estate: withDataStory(demoEstate()) });
  const env = {
    ...azure.env,
    AISPM_STORAGE: '',
    AISPM_CONFIG: JSON.stringify({ optIn: ['fingerprints', 'trainingFiles'] }),
  };
  Object.assign(process.env, azure.env);
  const world = await openWorld(readSettings(env), { forget: true });
  try {
    const first = await look(world);
    poison(azure.estate);
    azure.reindex();
    const second = await look(world);
    const lines = [first, second].flatMap((run, at) => [
      at === 0 ? 'Before' : 'After somebody was given a role and exchanged the file',
      ...run.findings
        .filter(({ ruleId, status }) => told.has(ruleId) && (status === 'pass' || status === 'fail'))
        .map(({ ruleId, status, evidence }) => `  ${ruleId}  ${status}  ${evidence}`.trimEnd()),
    ]);
    return [...lines, renderDataStores(findDataStores(second))].join('\n');
  } finally {
    await world.close();
    await azure.close();
  }
}
