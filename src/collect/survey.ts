import type { Kind, Resource } from '../model/resource';
import type { Gap } from '../model/snapshot';
import { tenantUnit } from '../model/snapshot';
import { attempt } from './attempt';
import type { AzureReader, Body, SurveyCollector } from './collector';
import { subscriptionIn } from './resourceGraph';
import { toGap } from './gaps';
import { Harvest, convertInto, idOf } from './rows';

/** One unit as the survey found it. */
export interface UnitSurvey {
  readonly resources: readonly Resource[];
  readonly gaps: readonly Gap[];
}

/** The rows of all queries, parted into units; and the queries that failed. */
export interface Rows {
  readonly units: Map<string, Harvest>;
  readonly failures: readonly { readonly collector: SurveyCollector; readonly error: Error }[];
}

export const scopeOf = (unit: string): string => (unit === tenantUnit ? '/' : `/subscriptions/${unit}`);

/** The unit an id belongs to: the subscription it names, else what stands above them. */
export const unitOf = (id: string): string =>
  (id.startsWith('/subscriptions/') ? subscriptionIn(id) : undefined) ?? tenantUnit;

export function harvestOf(units: Map<string, Harvest>, unit: string): Harvest {
  const known = units.get(unit);
  if (known) return known;
  const harvest = new Harvest();
  units.set(unit, harvest);
  return harvest;
}

const typeIn = (row: Body): string => (typeof row['type'] === 'string' ? row['type'].toLowerCase() : '');

/** Where a row is told of when it cannot be converted: its id, else its subscription. */
function placeOf(row: Body): string {
  const named =
    typeof row['subscriptionId'] === 'string' ? `/subscriptions/${row['subscriptionId'].toLowerCase()}` : '/';
  return idOf(row) || named;
}

async function route(units: Map<string, Harvest>, row: Body, collectors: readonly SurveyCollector[]): Promise<void> {
  const place = placeOf(row);
  const harvest = harvestOf(units, unitOf(place));
  for (const { kind, convert } of collectors.filter(({ types }) => types.includes(typeIn(row))))
    await convertInto(harvest, { kind, scope: place }, () => convert(row));
}

/** Reads each distinct query once, all at the same time, and hands each row to the collectors of its type. Rows before a failure count. */
export async function readRows(azure: AzureReader, collectors: readonly SurveyCollector[]): Promise<Rows> {
  const units = new Map<string, Harvest>();
  const byQuery = Map.groupBy(collectors, ({ query }) => query);
  const ends = await Promise.all(
    [...byQuery].map(async ([query, sharing]) => {
      const tried = await attempt(async () => {
        for await (const row of azure.query(query)) await route(units, row, sharing);
      });
      return tried.ok ? [] : sharing.map((collector) => ({ collector, error: tried.error }));
    }),
  );
  return { units, failures: ends.flat() };
}

/** Kinds that a query could not feed are unread in every unit: silence would read as "there are none". */
export function tellFailures({ units, failures }: Rows): void {
  for (const [unit, harvest] of units)
    for (const { collector, error } of failures) {
      const [permission = ''] = collector.permissions;
      harvest.gaps.push(toGap(error, { kind: collector.kind, scope: scopeOf(unit), permission }));
    }
}

/** Kinds that hang on subscriptions. */
export const kindsBelow = (collectors: readonly SurveyCollector[]): readonly Kind[] => [
  ...new Set(collectors.map(({ kind }) => kind).filter((kind) => kind !== 'managementGroup')),
];
