import { constants, inflateSync } from 'node:zlib';
import { audit } from '../../src/audit';
import { readSettings } from '../../src/config';
import { shadowReport } from '../../src/evaluate';
import { exportFormats } from '../../src/model/exportFormat';
import { renderExport, renderShadow, renderShadowMarkdown, renderTable } from '../../src/report';
import { MemoryTables, openStore } from '../../src/store';
import { openWorld } from '../../src/world';
import {
  armDeployment,
  containerApp,
  containerGroup,
  logicApp,
  siteConfig,
  vmExtension,
  virtualMachine,
  webApp,
} from '../azure/builders/workloads';
import { makeEstate } from '../azure/estate';
import { startAzure } from '../azure/server';
import type { ArmBody, Estate } from '../azure/tenant';
import { kinds, madeUp } from '../kit/keys';

jest.setTimeout(180_000);

/** Forty kinds and more, in five places each. */
const planted = Object.entries(kinds).map(([kind, { make, name = 'SETTING' }]) => ({ kind, make, name }));
const seeds = ['app', 'group', 'site', 'flow', 'history'];
const place = (estate: Estate) => ({
  subscriptionId: String(estate.subscriptions[0]!['subscriptionId']),
  group: 'rg-planted',
});

function plant(estate: Estate): ArmBody[] {
  const at = place(estate);
  // A host of AI beside: 32 hexadecimal digits count where the block speaks of AI.
  const beside = { OPENAI_BASE_URL: 'https://api.openai.com/v1' };
  const own = (seed: string) =>
    planted.flatMap(({ kind, make, name }) => {
      const secret = make(`${kind} ${seed}`);
      const variables: Readonly<Record<string, string>> = { ...beside, [name]: secret };
      const suffix = kind.toLowerCase();
      if (seed === 'app') return [containerApp(at, `ca-${suffix}`, variables)];
      if (seed === 'group') return [containerGroup(at, `aci-${suffix}`, 'acr.azurecr.io/x:1', variables)];
      if (seed === 'flow') return [logicApp(at, `flow-${suffix}`, beside.OPENAI_BASE_URL, { [name]: secret })];
      if (seed === 'history')
        return [
          armDeployment({ ...at, group: 'rg-planted' }, `d-${suffix}`, {
            outputs: { url: { value: beside.OPENAI_BASE_URL }, [name]: { value: secret } },
          }),
        ];
      const site = webApp(at, `app-${suffix}`, {});
      return [site, ...siteConfig(site, variables)];
    });
  const machine = virtualMachine(at, 'vm-planted', 'Standard_NC4as_T4_v3');
  const key = madeUp('azureAiKey', 'azureAiKey odd');
  return [
    ...seeds.flatMap(own),
    machine,
    vmExtension(machine, 'run', 'Microsoft.Azure.Extensions', 'CustomScript', {
      commandToExecute: `serve --key ${key}`,
    }),
    // Bodies out of shape: whatever a converter makes of them, or throws about, must not carry the key.
    {
      ...containerApp(at, `odd`, {}),
      tags: { [key]: key },
      properties: { template: { containers: { [key]: key } }, configuration: key },
    },
  ];
}

/** Pieces of eight characters of the secrets alone: what two of a kind have in common belongs to the form. */
function pieces(): ReadonlySet<string> {
  const windows = (text: string): string[] =>
    Array.from({ length: Math.max(0, text.length - 7) }, (_, from) => text.slice(from, from + 8));
  return new Set(
    planted.flatMap(({ kind, make }) => {
      const common = new Set(windows(make(`${kind} elsewhere`)));
      return [...seeds, 'odd'].flatMap((seed) =>
        windows(make(`${kind} ${seed}`)).filter((piece) => !common.has(piece)),
      );
    }),
  );
}

const found = (text: string, wanted: ReadonlySet<string>): string[] => {
  const hits: string[] = [];
  for (let from = 0; from + 8 <= text.length; from += 1)
    if (wanted.has(text.slice(from, from + 8))) hits.push(text.slice(Math.max(0, from - 40), from));
  return hits;
};

/** Everything that is handed to the tables, as text; what is deflated is opened. */
function recorded(): { readonly tables: MemoryTables; readonly seen: () => string } {
  const kept: unknown[] = [];
  const handler: ProxyHandler<MemoryTables> = {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      return typeof member !== 'function'
        ? member
        : (...given: unknown[]): unknown => {
            kept.push(given);
            return (member as (...all: unknown[]) => unknown).apply(target, given);
          };
    },
  };
  const opened = (value: unknown): unknown =>
    value instanceof Uint8Array ? inflateSync(value, { finishFlush: constants.Z_SYNC_FLUSH }).toString('utf8') : value;
  const seen = (): string =>
    kept.map((given) => JSON.stringify(given, (_, value: unknown) => opened(value))).join('\n');
  return { tables: new Proxy(new MemoryTables(), handler), seen };
}

test('no planted secret, nor eight characters of one, is in any output, row, log or error', async () => {
  const estate = makeEstate({ seed: 3, subscriptions: 1, accounts: 2, workspaces: 0 });
  const group = place(estate);
  estate.arm.push(...plant(estate));
  const azure = await startAzure({ estate });
  Object.assign(process.env, azure.env);
  const written: string[] = [];
  const spies = [process.stdout, process.stderr].map((stream) =>
    jest.spyOn(stream, 'write').mockImplementation((chunk: unknown) => Boolean(written.push(String(chunk)))),
  );
  const settings = readSettings({ ...azure.env, AISPM_CONFIG: JSON.stringify({ optIn: ['appSettings'] }) });
  const inner = await openWorld(settings, { forget: true });
  const { tables, seen } = recorded();
  const world = { ...inner, store: openStore({ tables, now: inner.now }) };
  try {
    const { header } = await audit(world, { scopes: [], trigger: 'cli' });
    const run = (await world.store.loadRun(header.id))!;
    const shadow = shadowReport(run, settings.policy, true);
    const input = { header, last: undefined, titles: new Map(world.rules.map(({ id, title }) => [id, title])) };
    const told = { rules: new Map(world.rules.map((rule) => [rule.id, rule])), version: '0.0.0' };
    const outputs = {
      ...Object.fromEntries(exportFormats.map((format) => [format, renderExport(format, run, told, input).text])),
      table: renderTable(run, input),
      shadow: renderShadow(shadow, header) + renderShadowMarkdown(shadow, header) + JSON.stringify(shadow),
      rows: seen(),
      logs: written.join('\n'),
    };
    spies.forEach((spy) => spy.mockRestore());
    const wanted = pieces();
    // The search itself finds them where they are: in the tenant.
    expect(found(JSON.stringify(estate.arm), wanted).length).toBeGreaterThan(wanted.size / 2);
    const kindsSeen = new Map(seeds.map((seed) => [seed, new Set<string>()]));
    const inPlanted = shadow.secrets.filter(({ id }) => id.includes(group.group));
    for (const { kind, name, secretKind } of inPlanted) {
      const seed =
        {
          containerApp: 'app',
          containerGroup: 'group',
          webAppSettings: 'site',
          logicApp: 'flow',
          armDeployment: 'history',
        }[kind as string] ?? '';
      if (name !== 'odd') kindsSeen.get(seed)?.add(secretKind);
    }
    const missed = planted.flatMap(({ kind }) =>
      seeds.filter((seed) => !kindsSeen.get(seed)?.has(kind)).map((seed) => `${kind} in ${seed}`),
    );
    process.stdout.write(
      `key exposure: ${planted.length} kinds x ${seeds.length} places = ${planted.length * seeds.length} planted through a real audit, ${missed.length} missed; canary of ${wanted.size} pieces over ${Object.keys(outputs).join(', ')}: ${Object.values(outputs).flatMap((text) => found(text, wanted)).length} hits\n`,
    );
    expect(missed).toEqual([]);
    for (const [output, text] of Object.entries(outputs))
      expect({ output, hits: found(text, wanted).slice(0, 3) }).toEqual({ output, hits: [] });
    expect(outputs.rows.length).toBeGreaterThan(10_000);
  } finally {
    spies.forEach((spy) => spy.mockRestore());
    await world.close();
    await azure.close();
  }
});
