import type { PackageAdvisory } from '../model/ml';
import type { Resource } from '../model/resource';
import type { BomEntry } from './bomModels';
import { plain } from './exportParts';

/** A published flaw and the references of the packages that have it. */
export interface BomFlaw {
  readonly id: string;
  readonly source: { readonly name: string; readonly url: string };
  readonly ratings: readonly { readonly severity: string }[];
  readonly affects: readonly { readonly ref: string }[];
}

interface Hit {
  readonly advisory: PackageAdvisory;
  readonly partId: string;
}

function hitsOf(one: Resource, entries: ReadonlyMap<string, BomEntry>): readonly Hit[] {
  if (one.kind !== 'environmentAdvisories') return [];
  const parts = entries.get(one.parentId ?? '')?.parts ?? [];
  return one.advisories.flatMap((advisory) =>
    parts
      .filter(({ name, version }) => name === advisory.package && version === advisory.version)
      .map((part) => ({ advisory, partId: part.id })),
  );
}

/** What is published against packages of the bill, each flaw once with all that it affects. */
export function flawsOf(
  resources: readonly Resource[],
  entries: readonly BomEntry[],
  refOf: (id: string) => string,
): readonly BomFlaw[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const hits = resources.flatMap((one) => hitsOf(one, byId));
  return [...Map.groupBy(hits, ({ advisory }) => advisory.id)].map(([id, all]) => ({
    id: plain(id),
    source: { name: 'OSV', url: `https://osv.dev/vulnerability/${encodeURIComponent(id.toWellFormed())}` },
    ratings: [...new Set(all.map(({ advisory }) => advisory.severity))].sort().map((severity) => ({
      severity: severity === 'notTold' ? 'unknown' : severity,
    })),
    affects: [...new Set(all.map(({ partId }) => refOf(partId)))].sort().map((ref) => ({ ref })),
  }));
}
