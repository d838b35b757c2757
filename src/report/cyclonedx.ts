import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';
import type { Resource } from '../model/resource';
import type { HeldResource, Run } from '../model/run';
import { toEntry } from './bomEntries';
import { baseModels, type BomContext, type BomEntry } from './bomModels';
import { flawsOf } from './bomFlaws';
import { refOf, serialOf } from './bomRefs';
import { withRisks } from './bomRisks';
import { plain, unreadPlaces, type ExportInput } from './exportParts';
import { shown } from './words';

type Part = Models.Component | Models.Service;

const componentTypes = {
  'machine-learning-model': Enums.ComponentType.MachineLearningModel,
  data: Enums.ComponentType.Data,
  container: Enums.ComponentType.Container,
  library: Enums.ComponentType.Library,
} as const;

const propertiesOf = ({ properties = {} }: BomEntry): Models.PropertyRepository =>
  new Models.PropertyRepository(
    Object.entries(properties)
      .filter(([, value]) => value !== '')
      .map(([name, value]) => new Models.Property(`aispm:${name}`, plain(value))),
  );

/** A text of the bill, or nothing for an empty one. */
const textOf = <K extends string>(key: K, text = ''): { readonly [key in K]?: string } =>
  (text === '' ? {} : { [key]: shown(text, 500) }) as { readonly [key in K]?: string };

function toPart(entry: BomEntry): Part {
  const { as, provider, parts = [] } = entry;
  const maker = provider ? new Models.OrganizationalEntity({ name: shown(provider, 500) }) : undefined;
  const common = {
    ...{ bomRef: refOf(entry.id), properties: propertiesOf(entry) },
    ...{ ...textOf('group', entry.group), ...textOf('version', entry.version) },
  };
  const name = shown(entry.name, 500) || 'unnamed';
  const inner = parts.map(toPart);
  if (as === 'service') {
    const services = new Models.ServiceRepository(inner.filter((one) => one instanceof Models.Service));
    return new Models.Service(name, { ...common, services, ...(maker && { provider: maker }) });
  }
  const components = new Models.ComponentRepository(inner.filter((one) => one instanceof Models.Component));
  return new Models.Component(componentTypes[as], name, { ...common, components, ...(maker && { supplier: maker }) });
}

const contextOf = (resources: readonly Resource[]): BomContext => ({
  byId: new Map(resources.map((one) => [one.id, one])),
  childrenOf: Map.groupBy(resources, ({ parentId = '' }) => parentId),
});

/** A part that this run could not read says in which run it was last read. */
function heldEntry(one: HeldResource, context: BomContext): readonly BomEntry[] {
  const entry = toEntry(one, context);
  if (!entry) return [];
  return [one.carriedFrom ? { ...entry, properties: { ...entry.properties, lastReadIn: one.carriedFrom } } : entry];
}

function fill(bom: Models.Bom, entries: readonly BomEntry[]): void {
  const parts = new Map(entries.map((entry) => [entry.id, toPart(entry)]));
  for (const { id, uses = [] } of entries)
    for (const used of uses) {
      const target = parts.get(used);
      if (target) parts.get(id)?.dependencies.add(target.bomRef);
    }
  for (const part of parts.values())
    if (part instanceof Models.Service) bom.services.add(part);
    else bom.components.add(part);
}

interface Written {
  readonly 'bom-ref'?: string;
  readonly components?: readonly Written[];
  readonly services?: readonly Written[];
}

const withFields = (one: Written, fields: ReadonlyMap<string, object>): Written => ({
  ...one,
  ...fields.get(one['bom-ref'] ?? ''),
  ...(one.services ? { services: one.services.map((part) => withFields(part, fields)) } : {}),
  ...(one.components ? { components: one.components.map((part) => withFields(part, fields)) } : {}),
});

const allOf = (entries: readonly BomEntry[]): readonly BomEntry[] =>
  entries.flatMap((entry) => [entry, ...allOf(entry.parts ?? [])]);

/** Never `complete`: a right that is switched off leaves no gap. */
const compositionOf = (run: Run): unknown => ({
  aggregate:
    unreadPlaces(run).length > 0 || run.coverage.some(({ gaps }) => gaps.length > 0) ? 'incomplete' : 'unknown',
});

/**
 * Models, data, services and environments of the run as a CycloneDX 1.6 ML-BOM. What the official library does not know (model cards,
 * data, endpoints, compositions) is added to what it wrote. The same run gives the same bytes.
 */
export function renderCycloneDx(run: Run, input: ExportInput): string {
  const context = contextOf(run.resources);
  const found = run.resources.flatMap((one) => heldEntry(one, context));
  const entries = withRisks([...baseModels(run.resources, context), ...found], run, input);
  const bom = new Models.Bom({ serialNumber: serialOf(run.id) });
  bom.metadata.timestamp = new Date(run.takenAt);
  bom.metadata.lifecycles.add(Enums.LifecyclePhase.Operations);
  bom.metadata.component = new Models.Component(Enums.ComponentType.Platform, 'Azure AI estate', {
    bomRef: refOf('estate'),
  });
  bom.metadata.tools.components.add(
    new Models.Component(Enums.ComponentType.Application, 'aispm', { version: input.version, bomRef: refOf('aispm') }),
  );
  fill(bom, entries);
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6));
  const written = JSON.parse(serializer.serialize(bom, { sortLists: true })) as Written;
  const fields = new Map(
    allOf(entries).flatMap((entry) => (entry.fields ? [[refOf(entry.id), entry.fields] as const] : [])),
  );
  const { components = [], services = [] } = written;
  const flaws = flawsOf(run.resources, entries, refOf);
  return `${JSON.stringify(
    {
      ...written,
      components: components.map((one) => withFields(one, fields)),
      services: services.map((one) => withFields(one, fields)),
      compositions: [compositionOf(run)],
      ...(flaws.length > 0 ? { vulnerabilities: flaws } : {}),
    },
    null,
    2,
  )}\n`;
}
