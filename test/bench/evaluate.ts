import { evaluate } from '../../src/evaluate';
import { defaultPolicy } from '../../src/model/policy';
import type { Kind, Resource } from '../../src/model/resource';
import type { Snapshot } from '../../src/model/snapshot';
import rules from '../../src/rules';
import { safe } from '../kit/safe';

/** Resources in the snapshot, runs of each measure. */
const wanted = Number(process.argv[2] ?? 100_000);
const runs = Number(process.argv[3] ?? 5);

/** One account, workspace and so on with what hangs below, in the shares in which tenants have them. */
const shares: readonly (readonly [Kind, number])[] = [
  ['deployment', 12],
  ['connection', 12],
  ['guardrail', 6],
  ['diagnosticSetting', 2],
  ['project', 4],
  ['compute', 6],
  ['datastore', 8],
  ['onlineEndpoint', 3],
  ['modelVersion', 12],
  ['environmentVersion', 8],
  ['roleAssignment', 2],
  ['blobContainer', 6],
];
const tops: readonly Kind[] = [
  'aiAccount',
  'mlWorkspace',
  'storageAccount',
  'keyVault',
  'containerRegistry',
  'searchService',
];

const placed = (resource: Resource, group: number): Resource => {
  const move = (id: string): string => id.replace('/resourcegroups/', `/resourcegroups/g${group}-`);
  const text = JSON.stringify(resource).replaceAll('/resourcegroups/', `/resourcegroups/g${group}-`);
  return { ...(JSON.parse(text) as Resource), id: move(resource.id) };
};

function one(group: number): readonly Resource[] {
  const top = tops.map((kind) => safe<Kind>(kind));
  const below = shares.flatMap(([kind, count]) =>
    Array.from({ length: count }, (_, at) => {
      const { id } = safe(kind);
      return safe<Kind>(kind, { id: `${id}${at}` });
    }),
  );
  return [...top, ...below].map((resource) => placed(resource, group));
}

function build(): Snapshot {
  const resources: Resource[] = [safe('subscription')];
  for (let group = 0; resources.length < wanted; group += 1) resources.push(...one(group));
  const takenAt = '2026-11-24T06:00:00Z';
  return {
    unit: 's',
    takenAt,
    resources: resources.slice(0, wanted),
    context: [],
    gaps: [],
    contextGaps: [],
    gone: [],
  };
}

/** Milliseconds of the middle one of several runs. */
function median(measure: () => unknown): number {
  const times = Array.from({ length: runs }, () => {
    const started = performance.now();
    measure();
    return performance.now() - started;
  });
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}

const megabytes = (): number => Math.round(process.memoryUsage().heapUsed / 1e6);

const text = JSON.stringify(build());
const snapshot = JSON.parse(text) as Snapshot;
const enabled = Object.fromEntries(rules.map(({ id }) => [id, { enabled: true }]));
const policy = { ...defaultPolicy, rules: enabled };

const before = megabytes();
const findings = evaluate(snapshot, rules, policy);
const after = megabytes();
const twice = median(() => {
  JSON.parse(text);
  JSON.parse(text);
});
const judged = median(() => evaluate(snapshot, rules, policy));

process.stdout.write(`resources ${snapshot.resources.length}, rules ${rules.length}, findings ${findings.length}
snapshot ${Math.round(text.length / 1e6)} MB of JSON
JSON.parse twice ${twice.toFixed(0)} ms
evaluate ${judged.toFixed(0)} ms, ${(judged / twice).toFixed(2)} of it, ${((judged * 1000) / findings.length).toFixed(2)} us a finding
heap ${before} MB before, ${after} MB with the findings
`);
