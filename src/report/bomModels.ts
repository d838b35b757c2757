import type { Deployment, ModelCatalogueEntry } from '../model/ai';
import type { Resource } from '../model/resource';
import { plain } from './exportParts';

/** One part of the bill of materials, before a library writes it. `fields` are those that the library does not know. */
export interface BomEntry {
  /** ARM id, or a name of our own for what has none. The reference in the bill is a hash of it. */
  readonly id: string;
  readonly as: 'machine-learning-model' | 'data' | 'container' | 'library' | 'service';
  readonly name: string;
  readonly group?: string;
  readonly version?: string;
  readonly provider?: string;
  readonly properties?: Readonly<Record<string, string>>;
  /** Ids of what it is made of or calls. */
  readonly uses?: readonly string[];
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly parts?: readonly BomEntry[];
}

/** What an entry looks up beside its own resource. */
export interface BomContext {
  readonly byId: ReadonlyMap<string, Resource>;
  readonly childrenOf: ReadonlyMap<string, readonly Resource[]>;
}

/** Deployments of the same format, name and version serve the same model. */
export const modelKey = ({ model }: Deployment): string => `model ${model.format}/${model.name}/${model.version}`;

const limitsOf = (entries: readonly ModelCatalogueEntry[]): readonly string[] => [
  ...new Set(
    entries.flatMap(({ lifecycleStatus, retiresAt, replacement }) => [
      ...(lifecycleStatus ? [`Lifecycle: ${lifecycleStatus}.`] : []),
      ...(retiresAt ? [`Answers no more from ${retiresAt.slice(0, 10)}.`] : []),
      ...(replacement ? [`Microsoft names ${replacement} as its replacement.`] : []),
    ]),
  ),
];

/** The models behind deployments, each once. */
export function baseModels(resources: readonly Resource[], { childrenOf }: BomContext): readonly BomEntry[] {
  const deployments = resources.filter((one) => one.kind === 'deployment');
  return [...Map.groupBy(deployments, modelKey)].map(([id, all]): BomEntry => {
    const model = all[0]?.model ?? { format: '', name: id, version: '', publisher: '' };
    const tasks = [
      ...new Set(all.flatMap((one) => Object.keys(one.capabilities).filter((key) => one.capabilities[key] === 'true'))),
    ];
    const entries = all.flatMap((one) =>
      (childrenOf.get(one.id) ?? []).filter((child) => child.kind === 'modelCatalogueEntry'),
    );
    const limits = limitsOf(entries);
    return {
      ...{ id, as: 'machine-learning-model', name: model.name, group: model.format, version: model.version },
      provider: model.publisher || model.format,
      fields: {
        modelCard: {
          ...(tasks.length > 0 ? { modelParameters: { task: plain(tasks.sort().join(', ')) } } : {}),
          considerations: limits.length > 0 ? { technicalLimitations: limits.map(plain) } : {},
        },
      },
    };
  });
}
