import { createHash } from 'node:crypto';
import { pathChanges } from '../drift';
import { edgeKinds, findPaths, knownPaths } from '../paths';
import type { Change } from '../model/drift';
import type { PathReport } from '../model/path';
import type { Resource } from '../model/resource';
import type { HeldResource, PathsEntry, RunHeader, SeverityCount } from '../model/run';
import type { Gap } from '../model/snapshot';
import type { World } from '../world';

const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('base64url');

const nothing: SeverityCount = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };

const countOf = ({ paths }: PathReport): SeverityCount =>
  paths.reduce((counts, { severity }) => ({ ...counts, [severity]: counts[severity] + 1 }), nothing);

/** What an earlier run knew of a resource proves nothing today: every fact of it is in doubt. */
const doubtOf = ({ id, kind }: Resource): Gap => ({
  kind,
  scope: id,
  property: '',
  reason: 'notVisible',
  permission: '',
  detail: 'last read in an earlier run',
});

const isWanted = (resource: Resource): boolean =>
  edgeKinds.has(resource.kind) || (resource.exposedSecrets?.length ?? 0) > 0;

/** Resources of the kinds that paths are made of, unit by unit: nothing else of a unit stays in memory. */
async function readWanted(
  world: World,
  header: RunHeader,
): Promise<{ resources: readonly Resource[]; gaps: readonly Gap[] }> {
  const resources: HeldResource[] = [];
  for await (const record of world.store.units(header)) resources.push(...record.resources.filter(isWanted));
  const stale = resources.filter(({ carriedFrom }) => carriedFrom !== undefined).map(doubtOf);
  return { resources, gaps: [...header.units.flatMap(({ coverage }) => coverage.gaps), ...stale] };
}

/** What one principal could reach in a kept run, sought anew; undefined where the run does not know it. */
export async function askPaths(world: World, header: RunHeader, from: string): Promise<PathReport | undefined> {
  const read = await readWanted(world, header);
  const asked = read.resources.find(
    (one) =>
      one.kind === 'principal' && [one.id, one.displayName].some((text) => text.toLowerCase() === from.toLowerCase()),
  );
  if (!asked) return undefined;
  const report = findPaths({ ...read, policy: world.settings.policy, takenAt: header.takenAt, asked: asked.id });
  return { ...report, paths: report.paths.filter(({ entry }) => entry.class === 'asked') };
}

/** The paths of a run: those of the last one where nothing moved that they were sought in. */
export async function seekPaths(
  world: World,
  header: RunHeader,
  last: RunHeader | undefined,
): Promise<{ readonly entry: PathsEntry; readonly changes: readonly Change[] }> {
  const { policy } = world.settings;
  const knownBy = digest(knownPaths);
  const gaps = header.units.map(({ coverage }) => coverage.gaps);
  const soughtIn = digest([header.units.map(({ unit, hash }) => [unit, hash]), gaps, policy, knownBy]);
  if (last?.paths?.soughtIn === soughtIn) return { entry: last.paths, changes: [] };
  const report = findPaths({ ...(await readWanted(world, header)), policy, takenAt: header.takenAt });
  const entry = { hash: await world.store.savePaths(report), counts: countOf(report), soughtIn, knownBy };
  const before = last?.paths?.knownBy === knownBy ? await world.store.loadPaths(last) : undefined;
  const coverage = header.units.map((unit) => unit.coverage);
  const runs = { from: header.drift.from, to: header.id };
  return { entry, changes: before ? pathChanges(before.paths, report.paths, coverage, runs) : [] };
}
