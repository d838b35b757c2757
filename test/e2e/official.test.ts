import { resolve } from 'node:path';
import { audit } from '../../src/audit';
import { readSettings } from '../../src/config';
import { openWorld } from '../../src/world';
import { officialEstate } from '../azure/official';
import { startAzure } from '../azure/server';
import type { ArmBody } from '../azure/tenant';

jest.setTimeout(120_000);
const specs = resolve(__dirname, '../../../shared/azure-specs');
const official = officialEstate(specs);
if (!official) process.stdout.write('SKIPPED official estate: ../shared/azure-specs is absent\n');

/** What an inventory of AI leaves out by design: alerts that are not about AI, containers that are deleted. */
const leftOut = ({ properties }: ArmBody): boolean => {
  const { alertType, deleted } = (properties ?? {}) as { alertType?: string; deleted?: boolean };
  return deleted === true || (alertType !== undefined && !/^ai\.|azure_agentic/i.test(alertType));
};

(official ? describe : describe.skip)("Microsoft's own example answers as a tenant", () => {
  it('are all inventoried, judged and stored; none crashes a converter, none is dropped silently', async () => {
    const { estate, bodies } = official!;
    const azure = await startAzure({ estate, described: false });
    Object.assign(process.env, azure.env);
    const world = await openWorld(readSettings(azure.env), { forget: true });
    const { header } = await audit(world, { scopes: [], trigger: 'cli' });
    const run = (await world.store.loadRun(header.id))!;
    const held = new Set(run.resources.map(({ id }) => id));
    const apart = new Set(estate.arm.filter(leftOut).map(({ id }) => id.toLowerCase()));
    const lost = bodies
      .filter(({ id }) => !apart.has(id.toLowerCase()))
      .filter(({ id }) => !held.has(id.toLowerCase()))
      .map(({ kind, id, file }) => `${kind} ${id} of ${file}`);
    const gaps = run.coverage.flatMap((coverage) => coverage.gaps).filter(({ reason }) => reason === 'failed');
    expect(lost).toEqual([]);
    expect(gaps).toEqual([]);
    expect(run.findings.length).toBeGreaterThan(bodies.length);
    process.stdout.write(
      `${bodies.length} official bodies, ${run.resources.length} resources, ${run.findings.length} findings\n`,
    );
    await world.close();
    await azure.close();
  });
});
