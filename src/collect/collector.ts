import type { Kind, KindMap, Resource } from '../model/resource';
import type { OptIn } from '../model/optIn';
import type { Gap } from '../model/snapshot';

/** Parsed JSON of Azure: nothing in it is trusted to be there or of its type. */
export type Body = Readonly<Record<string, unknown>>;

/** What a converter makes of one body: the resource, and what Azure left unsaid about it. */
export interface Converted<K extends Kind = Kind> {
  readonly resource: KindMap[K];
  readonly gaps?: readonly Gap[];
}

/**
 * A service of Azure with an own endpoint beside ARM, or the settings of sites, which ARM gives by POST alone: `read` takes a path there. Only
 * collectors with an `optIn` may ask one.
 */
export type Plane = ServicePlane | 'appSettings';
export type ServicePlane = 'foundry' | 'openai' | 'search' | 'blob';

/** Reads of one data plane. URLs are absolute, api-version included. Rejects as AzureReader does. */
export interface PlaneReader {
  read(url: string): Promise<Body>;
  /** Rows of a list that pages by link: `value` and `nextLink` or `@odata.nextLink`. */
  list(url: string): AsyncGenerator<Body>;
  /** Rows of a list that pages by cursor, as OpenAI's do: `data`, `has_more`, `last_id`, asked again with `after`. */
  listByCursor(url: string): AsyncGenerator<Body>;
  /** The answer as text: XML of a listing, lines of a file. As large as one answer may be, see `Limits.bodyBytes`. */
  text(url: string): Promise<string>;
}

/** A package to look up, by its name on PyPI. */
export interface AskedPackage {
  readonly name: string;
  readonly version: string;
}

export interface FoundAdvisory extends AskedPackage {
  readonly id: string;
  readonly severity: 'critical' | 'high' | 'medium' | 'low' | 'notTold';
  readonly malicious: boolean;
  /** Taken back by those who told it. */
  readonly withdrawn: boolean;
}

/** Published flaws of packages. Rejects as AzureReader does. */
export type Advisories = (packages: readonly AskedPackage[]) => Promise<readonly FoundAdvisory[]>;

/** The reads a collector may make. Paging, throttling, retries, credentials and read-only proof live behind it. */
export interface AzureReader {
  /** The instant of the run, ISO 8601 UTC: reads of a log count back from it. */
  readonly now: string;
  /** From when on the log tells what happened since the last comparison of the unit being read; absent when there was none. */
  readonly since?: string;
  /** One resource by path (`/subscriptions/...`), with the api-version of the table in `apiVersions.ts`. */
  read(path: string, apiVersion: string): Promise<Body>;
  /** All rows of a list, page by page. `path` may end in a query (`?includeAll=true`), its values already encoded. */
  list(path: string, apiVersion: string): AsyncGenerator<Body>;
  /** All rows of a Resource Graph query, tenant-wide, page by page. */
  query(query: string): AsyncGenerator<Body>;
  /** A service's own endpoint: for collectors with an `optIn` only. */
  plane(name: Plane): PlaneReader;
  /** There with the opt-in `advisories` only. */
  readonly advisories?: Advisories;
}

/**
 * Kinds that the tenant-wide Resource Graph survey finds. `query` is a constant: `<table> | where type in~ (...) | project <plain
 * columns> | order by id asc`. Collectors with the same query share one reading of it.
 */
export interface SurveyCollector<K extends Kind = Kind> {
  readonly kind: K;
  /** Read actions needed, as Azure writes them: the auditor role and the permission table are generated from these. */
  readonly permissions: readonly string[];
  readonly query: string;
  readonly optIn?: OptIn;
  /** Lower-cased ARM types of this kind among the query's rows. */
  readonly types: readonly string[];
  /** A row as the model holds it; null when the row is of the type but not of this kind's concern. */
  readonly convert: (row: Body) => Converted<K> | null;
}

/**
 * Kinds that hang below another and that Resource Graph does not hold: one list (or read) a parent.
 * `applies` says whether Azure has such children on this parent at all; where it says no, nothing is asked and nothing is a gap.
 */
export interface ChildCollector<K extends Kind = Kind> {
  readonly kind: K;
  readonly parents: readonly Kind[];
  readonly permissions: readonly string[];
  /** Reads only where the policy file's `optIn` names this; its right stands in `model/optIn.ts`, not in `permissions` of the auditor role. */
  readonly optIn?: OptIn;
  readonly applies?: (parent: Resource) => boolean;
  readonly read: (azure: AzureReader, parent: Resource) => AsyncGenerator<Body>;
  readonly convert: (body: Body, parent: Resource) => Converted<K> | null;
}

/** Helps a literal keep its kind without a cast. */
export const surveyCollector = <K extends Kind>(collector: SurveyCollector<K>): SurveyCollector<K> => collector;
export const childCollector = <K extends Kind>(collector: ChildCollector<K>): ChildCollector<K> => collector;
