import type { Finding } from '../model/finding';
import type { PathReport } from '../model/path';
import type { SurveyPart } from '../model/plan';
import type { Kind, Resource } from '../model/resource';
import type { HeldResource, UnitRecord } from '../model/run';
import { tenantUnit } from '../model/snapshot';
import { canonicalJson, inOrder, sha256 } from './canonical';
import { putDocument, putDocuments, readText, readTexts, type Document } from './documents';
import { resourceKey, toKey } from './keys';
import type { Tables } from './tables';

const versions = 'aispmversions';
const units = 'aispmunits';

/** Attack paths stand beside the manifests of the tenant's unit. */
export const pathsRow = (hash: string): string => `paths-${hash}`;

/** One resource in a manifest: its key and the hash of its content name the row of its version. */
type Entry = readonly [key: string, hash: string, kind: Kind, carriedFrom?: string];

/** What one unit is: its record with the resources named in place of their content. */
interface Manifest extends Omit<UnitRecord, 'resources' | 'foreign'> {
  readonly entries: readonly Entry[];
  readonly foreign: { readonly entries: readonly Entry[]; readonly findings: readonly Finding[] };
}

/** Text of each version by row key, and the manifest that names them. */
interface Content {
  readonly manifest: Manifest;
  readonly texts: ReadonlyMap<string, string>;
}

const versionRow = ([key, hash]: Entry): string => `${key}!${hash}`;

const sortedBy = <T>(list: readonly T[], text: (element: T) => string): T[] =>
  list
    .map((element) => ({ element, key: text(element) }))
    .sort((a, b) => inOrder(a.key, b.key))
    .map(({ element }) => element);

function toEntry({ carriedFrom, ...resource }: HeldResource, texts: Map<string, string>): Entry {
  const text = canonicalJson(resource);
  const entry = [resourceKey(resource.id), sha256(text), resource.kind] as const;
  texts.set(versionRow(entry), text);
  return carriedFrom === undefined ? entry : [...entry, carriedFrom];
}

const byId = <T extends Resource>(resources: readonly T[]): T[] =>
  [...resources].sort((a, b) => inOrder(a.id, b.id) || inOrder(canonicalJson(a), canonicalJson(b)));

const byRule = (findings: readonly Finding[]): Finding[] =>
  [...findings].sort(
    (a, b) =>
      inOrder(a.ruleId, b.ruleId) || inOrder(a.resourceId, b.resourceId) || inOrder(canonicalJson(a), canonicalJson(b)),
  );

function toContent(record: UnitRecord): Content {
  const { resources, foreign, ...rest } = record;
  const texts = new Map<string, string>();
  const toEntries = (list: readonly HeldResource[]): Entry[] => byId(list).map((resource) => toEntry(resource, texts));
  const manifest = {
    ...rest,
    entries: toEntries(resources),
    findings: byRule(record.findings),
    gaps: sortedBy(record.gaps, canonicalJson),
    unmatched: sortedBy(
      record.unmatched,
      (each) => `${each.resourceId}\n${each.assessmentKey}\n${canonicalJson(each)}`,
    ),
    foreign: { entries: toEntries(foreign.resources), findings: byRule(foreign.findings) },
  };
  return { manifest, texts };
}

const allEntries = (manifest: Manifest): readonly Entry[] => [...manifest.entries, ...manifest.foreign.entries];

function toResource(entry: Entry, texts: Content['texts']): HeldResource {
  const resource = JSON.parse(texts.get(versionRow(entry)) ?? '') as Resource;
  return entry[3] === undefined ? resource : { ...resource, carriedFrom: entry[3] };
}

/** Units by content: survey parts, manifests and resource versions. `writtenAt` stamps rows for the collection of garbage. */
export class Units {
  constructor(
    private readonly tables: Tables,
    private readonly writtenAt: () => string,
  ) {}

  /** `known` are parts, as `unit hash`, that the last committed run's plan names: those are there for sure and cost nothing. */
  async savePart(part: SurveyPart, known: ReadonlySet<string>): Promise<string> {
    const text = canonicalJson({
      ...part,
      resources: byId(part.resources),
      gaps: sortedBy(part.gaps, canonicalJson),
    });
    const hash = sha256(text);
    const partitionKey = toKey(part.unit);
    const document = { partitionKey, rowKey: `part-${hash}`, text, columns: this.columns() };
    if (!known.has(`${part.unit} ${hash}`)) await putDocument(this.tables, units, document);
    return hash;
  }

  async savePaths(report: PathReport): Promise<string> {
    const text = canonicalJson(report);
    const hash = sha256(text);
    const document = { partitionKey: toKey(tenantUnit), rowKey: pathsRow(hash), text, columns: this.columns() };
    await putDocument(this.tables, units, document);
    return hash;
  }

  async loadPaths(hash: string): Promise<PathReport> {
    const text = await readText(this.tables, units, toKey(tenantUnit), pathsRow(hash));
    if (text === undefined) throw new Error(`The store holds no attack paths ${hash}.`);
    return JSON.parse(text) as PathReport;
  }

  async loadPart(unit: string, hash: string): Promise<SurveyPart> {
    const text = await readText(this.tables, units, toKey(unit), `part-${hash}`);
    if (text === undefined) throw new Error(`The store holds no survey part ${hash} of ${unit}.`);
    return JSON.parse(text) as SurveyPart;
  }

  /**
   * `previous` is the hash of the manifest at the head, whose versions are there for sure; '' when there is none. Everything else is
   * written anew, also what seems to be there: garbage that lies about may be on its way out, and a new stamp keeps it.
   */
  async save(record: UnitRecord, previous: () => Promise<string>): Promise<string> {
    const { manifest, texts } = toContent(record);
    const text = canonicalJson(manifest);
    const hash = sha256(text);
    const partitionKey = toKey(record.unit);
    const head = await previous();
    if (hash === head) return hash;
    await this.saveVersions(partitionKey, texts, await this.namedBy(record.unit, head));
    await putDocument(this.tables, units, { partitionKey, rowKey: hash, text, columns: this.columns() });
    return hash;
  }

  async load(unit: string, hash: string): Promise<UnitRecord> {
    const manifest = await this.readManifest(unit, hash);
    const { entries, foreign, ...rest } = manifest;
    const texts = await readTexts(this.tables, versions, toKey(unit), allEntries(manifest).map(versionRow));
    return {
      ...rest,
      resources: entries.map((entry) => toResource(entry, texts)),
      foreign: { findings: foreign.findings, resources: foreign.entries.map((entry) => toResource(entry, texts)) },
    };
  }

  private async saveVersions(partitionKey: string, texts: Content['texts'], known: ReadonlySet<string>): Promise<void> {
    const fresh = [...texts].filter(([rowKey]) => !known.has(rowKey));
    const documents = fresh.map(([rowKey, text]): Document => ({
      partitionKey,
      rowKey,
      text,
      columns: this.columns(),
    }));
    await putDocuments(this.tables, versions, documents);
  }

  private async namedBy(unit: string, hash: string): Promise<ReadonlySet<string>> {
    return hash ? this.versionsOf(unit, hash) : new Set();
  }

  private async readManifest(unit: string, hash: string): Promise<Manifest> {
    const text = await readText(this.tables, units, toKey(unit), hash);
    if (text === undefined) throw new Error(`The store holds no manifest ${hash} of ${unit}.`);
    return JSON.parse(text) as Manifest;
  }

  /** Row keys of the versions that a manifest names; those of a manifest that is not there are none. */
  async versionsOf(unit: string, hash: string): Promise<ReadonlySet<string>> {
    const text = await readText(this.tables, units, toKey(unit), hash);
    return new Set(text === undefined ? [] : allEntries(JSON.parse(text) as Manifest).map(versionRow));
  }

  private readonly columns = (): { readonly writtenAt: string } => ({ writtenAt: this.writtenAt() });
}
