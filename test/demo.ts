import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { audit } from '../src/audit';
import { openWatch } from '../src/commands/progress';
import { readSettings } from '../src/config';
import { outputHandling, shadowReport } from '../src/evaluate';
import { startHost } from '../src/host/startHost';
import type { RunHeader } from '../src/model/run';
import {
  renderCardText,
  renderDrift,
  renderJson,
  renderOutputHandling,
  renderShadow,
  renderTable,
} from '../src/report';
import { startAzurite } from '../src/store';
import { openWorld, type World } from '../src/world';
import { change, demoDeniedSubscription, demoEstate, type Edit } from './azure/estate';
import { rugPull } from './azure/demoAgents';
import { dataStory } from './dataDemo';
import { demoLog, modelMoves } from './azure/demoModels';
import { startAzure, type SimulatedAzure } from './azure/server';

const out = resolve('out');
const print = (text: string): void => void process.stdout.write(`${text}\n`);
const heading = (text: string): void => print(`\n── ${text} ${'─'.repeat(Math.max(0, 96 - text.length))}\n`);

/** Three things that get worse and three models that move between the two audits, by the names a reader meets in the report. */
function weakenings(azure: SimulatedAzure): readonly Edit[] {
  const idOf = (suffix: string): string => {
    const found = azure.estate.arm.find(({ id }) => id.toLowerCase().endsWith(suffix));
    if (!found) throw new Error(`The demo tenant holds nothing that ends in ${suffix}.`);
    return found.id;
  };
  return [
    { edit: 'weakenGuardrail', id: idOf('/accounts/claims-prod/raipolicies/claims-guard') },
    { edit: 'enableLocalAuth', id: idOf('/accounts/oai-shared') },
    { edit: 'openNetwork', id: idOf('/storageaccounts/stfreightml') },
    ...modelMoves(azure.estate),
  ];
}

async function auditOnce(world: World, file: string): Promise<RunHeader> {
  const watch = openWatch(() => world.progress());
  const { header } = await audit(world, { scopes: [], trigger: 'cli' }, watch);
  watch.close();
  const run = await world.store.loadRun(header.id);
  if (!run) throw new Error(`Run ${header.id} cannot be read back.`);
  writeFileSync(join(out, file), renderJson(run));
  const last = header.previous ? await world.store.header(header.previous) : undefined;
  print(renderTable(run, { header, last, titles: new Map(world.rules.map((rule) => [rule.id, rule.title])) }));
  return header;
}

/** Deployments whose filters are not all as strong as Microsoft's default. */
async function showFilters(world: World, header: RunHeader): Promise<void> {
  heading('Output handling: deployments below the default');
  const run = await world.store.loadRun(header.id);
  const all = run ? outputHandling(run, world.settings.policy.guardrailBaseline) : [];
  print(
    renderOutputHandling(
      all.filter(({ rows }) => rows.some(({ meetsDefault }) => meetsDefault === 'no')),
      header,
    ),
  );
}

/** AI beyond the managed accounts, and keys that readers see. */
async function showShadow(world: World, header: RunHeader): Promise<void> {
  heading('Shadow AI and exposed keys');
  const run = await world.store.loadRun(header.id);
  if (run) print(renderShadow(shadowReport(run, world.settings.policy), header));
}

async function twoAudits(world: World, azure: SimulatedAzure): Promise<void> {
  heading('First audit: the baseline');
  await auditOnce(world, 'run-1.json');
  azure.estate.arm = change(azure.estate, weakenings(azure)).arm;
  azure.estate.activity = [...azure.estate.activity, ...demoLog(azure.estate, new Date().toISOString())];
  azure.estate.planes = rugPull(azure.estate.arm);
  azure.reindex();
  heading(
    'Second audit, after a guardrail, a firewall and key access were weakened, three models moved, and an agent got another tool server',
  );
  const header = await auditOnce(world, 'run-2.json');
  heading('What changed');
  const titles = new Map(world.rules.map((rule) => [rule.id, rule.title]));
  print(renderDrift({ header, last: undefined, titles }));
  await showFilters(world, header);
  await showShadow(world, header);
  heading('The card in Teams');
  const card = azure.cards.at(-1)?.body;
  writeFileSync(join(out, 'card.json'), `${JSON.stringify(card, null, 2)}\n`);
  print(renderCardText(card));
  heading('Proof that it only reads');
  const posts = azure.requests.filter(({ method, url }) => method !== 'GET' && !url.startsWith('/teams/'));
  const kinds = [...new Set(posts.map(({ method, url }) => `${method} ${url.split('?')[0] ?? ''}`))].filter(
    (call) => !call.includes('/oauth2/'),
  );
  print(
    `${azure.requests.length} requests, ${azure.requests.filter(({ violation }) => violation).length} of them anything but a read. Other than GET: ${kinds.sort().join(', ')}`,
  );
  print(`\nBoth runs and the card are in ${out}/.`);
}

const interrupted = (): Promise<void> => new Promise((done) => process.once('SIGINT', () => done()));

/** `npm run demo`: a simulated tenant, a real Azurite, two audits; with `--serve` the API stays up on loopback. */
async function main(): Promise<void> {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const azurite = await startAzurite({ dir: join(out, 'azurite') });
  if (!azurite) throw new Error('Azurite is not installed: run npm ci with development packages.');
  const azure = await startAzure({
    estate: demoEstate(),
    knobs: { denySubscriptions: new Set([demoDeniedSubscription]) },
  });
  const policy = JSON.stringify({ optIn: ['agents', 'consentedApps'] });
  const env = { ...azure.env, AISPM_STORAGE: azurite.connectionString, AISPM_CONFIG: policy };
  Object.assign(process.env, env);
  const world = await openWorld(readSettings(env));
  try {
    await twoAudits(world, azure);
    heading('Training data, with the opt-ins fingerprints and trainingFiles');
    print(await dataStory());
    Object.assign(process.env, env);
    if (process.argv.includes('--serve')) {
      const host = await startHost({ appRoot: resolve('.'), port: 7071, env });
      print(
        `\n${host.functions.length} functions on ${host.origin}/api, for example ${host.origin}/api/runs/latest?include=all. Stop with Ctrl+C.`,
      );
      await interrupted();
      await host.close();
    }
  } finally {
    await world.close();
    await azure.close();
    await azurite.close();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : 'failed'}\n`);
  process.exitCode = 1;
});
