import { listOf, toArmPath, typeOf } from './armPath';
import type { ArmBody, Estate } from './tenant';

const groupPath = /^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+$/;

/** The estate by lower-cased id and by list path, for answers in constant time. */
export interface EstateIndex {
  byId: Map<string, ArmBody>;
  /** List path, for instance `.../accounts/a/deployments` or `/subscriptions/s/providers/ns/accounts`, to its bodies. */
  lists: Map<string, ArmBody[]>;
  /** Lower-cased type to its bodies. */
  byType: Map<string, ArmBody[]>;
  /** Every id and every id implied by a deeper one. */
  known: Set<string>;
  /** The arrays it was built from and their lengths then. */
  sources: readonly { rows: readonly ArmBody[]; length: number }[];
}

/** Whether an array of the estate was replaced or changed length. Edits inside a body need no new index. */
export function isStale(index: EstateIndex, estate: Estate): boolean {
  const current = [estate.subscriptions, estate.managementGroups, estate.arm];
  return index.sources.some(({ rows, length }, at) => rows !== current[at] || rows.length !== length);
}

/** Builds the index. Resource groups that only appear in ids get a plain body of their own. */
export function indexEstate(estate: Estate): EstateIndex {
  const sources = [estate.subscriptions, estate.managementGroups, estate.arm].map((rows) => ({
    rows,
    length: rows.length,
  }));
  const index: EstateIndex = { byId: new Map(), lists: new Map(), byType: new Map(), known: new Set(['']), sources };
  estate.subscriptions.forEach((body) => add(index, body));
  estate.managementGroups.forEach((body) => add(index, body));
  estate.arm.forEach((body) => add(index, body));
  for (const key of index.known) {
    if (groupPath.test(key) && !index.byId.has(key)) {
      add(index, impliedGroup(key, index));
    }
  }
  return index;
}

function add(index: EstateIndex, body: ArmBody): void {
  const key = body.id.toLowerCase();
  index.byId.set(key, body);
  append(index.lists, listOf(key), body);
  append(index.byType, typeOf(body), body);
  subscriptionLists(key, body).forEach((list) => append(index.lists, list, body));
  remember(index, key);
}

function append(lists: Map<string, ArmBody[]>, list: string, body: ArmBody): void {
  const bodies = lists.get(list);
  if (bodies === undefined) {
    lists.set(list, [body]);
  } else {
    bodies.push(body);
  }
}

/** Top-level resources are also listed per subscription, and in the generic resource lists. */
function subscriptionLists(key: string, body: ArmBody): string[] {
  const found = /^(\/subscriptions\/[^/]+)(\/resourcegroups\/[^/]+)\/providers\/([^/]+\/[^/]+)\/[^/]+$/.exec(key);
  if (found === null) {
    return alertLists(key, body);
  }
  const [, subscription, group, type] = found;
  return [`${subscription}/providers/${type}`, `${subscription}/resources`, `${subscription}${group}/resources`];
}

/** Types that lie deeper, below a location or a resource, and that the subscription lists all the same. */
const listsOfSubscription: Readonly<Record<string, string>> = {
  'microsoft.security/locations/alerts': 'microsoft.security/alerts',
  'microsoft.authorization/locks': 'microsoft.authorization/locks',
  'microsoft.cognitiveservices/locations/resourcegroups/deletedaccounts': 'microsoft.cognitiveservices/deletedaccounts',
};

/** Alerts lie below a location, but the subscription lists them without it. */
function alertLists(key: string, body: ArmBody): string[] {
  const subscription = /^\/subscriptions\/[^/]+/.exec(key)?.[0] ?? '';
  const list = listsOfSubscription[typeOf(body)];
  return list === undefined ? [] : [`${subscription}/providers/${list}`];
}

function remember(index: EstateIndex, key: string): void {
  let at = key;
  while (at !== '' && !index.known.has(at)) {
    index.known.add(at);
    at = toArmPath(at).parent;
  }
}

function impliedGroup(key: string, index: EstateIndex): ArmBody {
  const first = index.lists.get(`${key}/resources`)?.[0];
  const id = (first?.id.split('/').slice(0, 5).join('/') ?? key).replace(/\/resourcegroups\//i, '/resourceGroups/');
  return {
    id,
    name: id.slice(id.lastIndexOf('/') + 1),
    type: 'Microsoft.Resources/resourceGroups',
    location: typeof first?.['location'] === 'string' ? first['location'] : 'westeurope',
    properties: { provisioningState: 'Succeeded' },
  };
}
