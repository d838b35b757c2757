import { guid, tenantId } from './builders/body';
import type { Place } from './builders/body';
import { roleAssignment } from './builders/authorization';
import { botService } from './builders/botService';
import { cosmosAccount } from './builders/documentDb';
import { directoryOf } from './people';
import { keyRegenerated } from './builders/insights';
import { mlRegistry } from './builders/machineLearning';
import { privateEndpoint } from './builders/network';
import { policyAssignment, policyExemption } from './builders/policy';
import { managementGroup, resourceGroup, subscription } from './builders/resources';
import { builtInRoles } from './builders/roleDefinitions';
import { searchService } from './builders/search';
import { alert, attackPath, pricing } from './builders/security';
import { storageAccount } from './builders/storage';
import { keyVault } from './builders/keyVault';
import { accountWithChildren, drawsFor, foundationFor, unusedStorage, workspaceWithChildren } from './landscape';
import type { Foundation, Surroundings } from './landscape';
import type { ArmBody, Estate } from './tenant';

export interface EstateOptions {
  readonly seed?: number;
  /** All subscriptions; with three or more the second and third share a display name and the last is Disabled and empty. */
  readonly subscriptions?: number;
  /** AI accounts over the whole tenant. */
  readonly accounts?: number;
  /** ML workspaces over the whole tenant: Default, Hub, Project of that hub, Default, and again. */
  readonly workspaces?: number;
}

const departments = [
  'claims',
  'freight',
  'customs',
  'hr',
  'finance',
  'fleet',
  'warehouse',
  'legal',
  'sales',
  'support',
] as const;
const workloads = ['assist', 'vision', 'router', 'summary', 'search', 'forecast', 'triage', 'speech'] as const;
const stages = ['prod', 'test', 'dev'] as const;
const locations = ['westeurope', 'swedencentral', 'germanywestcentral'] as const;

interface Home {
  readonly body: ArmBody;
  readonly place: Place;
  readonly around: Surroundings;
  readonly bodies: ArmBody[];
}

function homeOf(seed: number, at: number, chain: readonly ArmBody[]): Home {
  const department = departments[at % departments.length] ?? 'claims';
  const stage = stages[Math.floor(at / departments.length) % stages.length] ?? 'prod';
  const subscriptionId = guid(`${seed} subscription ${at}`);
  const place = {
    subscriptionId,
    group: `rg-${department}-${stage}`,
    location: locations[at % locations.length] ?? 'westeurope',
  };
  const displayName = at === 1 || at === 2 ? 'Freight Production' : `${department}-${stage}-${at}`;
  const around = surroundingsOf(seed, place, `${department}${at}`);
  const draw = drawsFor(seed, subscriptionId);
  const plans = draw(
    [[pricing(subscriptionId)], [pricing(subscriptionId)], [pricing(subscriptionId, 'AI', 'Free')], []],
    'plan',
  );
  const body = subscription(subscriptionId, displayName, { chain, tags: { stage } });
  const bodies = [
    resourceGroup(place, { stage }),
    ...around.bodies,
    ...plans,
    pricing(subscriptionId, 'CloudPosture', draw(['Standard', 'Free'], 'posture')),
  ];
  return { body, place, around: around.surroundings, bodies };
}

function surroundingsOf(
  seed: number,
  place: Place,
  name: string,
): { readonly surroundings: Surroundings; readonly bodies: ArmBody[] } {
  const draw = drawsFor(seed, `around ${name}`);
  const safety = ['off', 'on', 'absent'] as const;
  const [storage, ...blobs] = storageAccount(place, `stai${name}`, {
    sharedKey: draw(safety, 'key'),
    publicBlob: draw(safety, 'blob'),
    network: draw(['disabled', 'denied', 'open'], 'net'),
  });
  const vault = keyVault(place, `kv-ai-${name}`, draw(['disabled', 'open', 'absent'], 'vault'));
  const search = searchService(place, `srch-${name}`, {
    localAuth: draw(safety, 'search'),
    network: draw(['disabled', 'open', 'absent'], 'search net'),
  });
  const cosmos = cosmosAccount(place, `cosmos-${name}`);
  return {
    surroundings: { storage, vault, search, cosmos },
    bodies: [storage, ...blobs, vault, search, cosmos, botService(place, `bot-${name}`)],
  };
}

function accountsOf(seed: number, count: number, homes: readonly Home[]): ArmBody[] {
  return Array.from({ length: count }, (_, at) => {
    const home = homes[at % homes.length];
    const name = `${home?.place.group.slice(3) ?? ''}-${workloads[Math.floor(at / homes.length) % workloads.length] ?? ''}-${at}`;
    return home ? accountWithChildren(seed, home.place, name, home.around) : [];
  }).flat();
}

interface Hub {
  readonly id: string;
  readonly foundation: Foundation;
}

/** The fourth workspace of each round stands on storage of another subscription. */
function workspacesOf(seed: number, count: number, homes: readonly Home[]): ArmBody[] {
  const bodies: ArmBody[] = [];
  let hub: Hub | undefined;
  for (let at = 0; at < count; at += 1) {
    const home = homes[Math.floor(at / 4) % homes.length];
    const neighbour = homes[(Math.floor(at / 4) + 1) % homes.length];
    if (!home || !neighbour) break;
    const name = `mlw-${at}`;
    const isProject = at % 4 === 2 && hub !== undefined;
    const own = foundationFor(seed, home.place, name);
    const foundation =
      isProject && hub
        ? hub.foundation
        : at % 4 === 3
          ? { ...own.foundation, storage: neighbour.around.storage }
          : own.foundation;
    const kind = isProject ? 'Project' : at % 4 === 1 ? 'Hub' : 'Default';
    const [workspace, ...children] = workspaceWithChildren(seed, home.place, name, {
      kind,
      foundation,
      ...(isProject && hub ? { hubId: hub.id } : {}),
      ...(kind === 'Default' ? { byHost: home.around.storage } : {}),
    });
    if (!workspace) break;
    if (kind === 'Hub') hub = { id: workspace.id, foundation };
    bodies.push(...(isProject ? [] : own.bodies), workspace, ...children);
  }
  return bodies;
}

/** Assignments of one subscription: through groups, direct, a guest, a managed identity and one whose principal is gone. */
function accessOf(home: Home, graph: Estate['graph']): ArmBody[] {
  const scope = home.body.id;
  const id = (name: string): string =>
    [...graph.users, ...graph.groups, ...graph.servicePrincipals].find((one) => one.displayName === name)?.id ?? '';
  return [
    roleAssignment(scope, id('ai-platform'), 'Group', 'contributor'),
    roleAssignment(scope, id('Ines Duarte'), 'User', 'reader'),
    roleAssignment(`${scope}/resourceGroups/${home.place.group}`, id('Pavel Novak'), 'User', 'cognitiveServicesUser'),
    roleAssignment(home.around.storage.id, id('ai-deploy-pipeline'), 'ServicePrincipal', 'blobDataContributor'),
    roleAssignment(home.around.search.id, guid(`${scope} gone`), 'User', 'searchIndexDataReader'),
  ];
}

const isType =
  (type: string) =>
  (body: ArmBody): boolean =>
    body.type === type;

function securityOf(
  arm: readonly ArmBody[],
  initiative: ArmBody,
): { readonly bodies: ArmBody[]; readonly activity: ArmBody[] } {
  const accounts = arm.filter(isType('Microsoft.CognitiveServices/accounts'));
  const first = accounts.slice(0, 3);
  return {
    bodies: [
      ...first.flatMap((account) => [alert(account), attackPath(account)]),
      ...first.slice(1, 2).map((account) => policyExemption(account, initiative)),
    ],
    activity: first.map((account, at) => keyRegenerated(account, `2026-1${at % 2}-0${at + 1}T08:00:00Z`)),
  };
}

function managementGroupsOf(): [ArmBody, ArmBody, ArmBody] {
  const root = managementGroup(tenantId, 'Tenant Root Group');
  const company = managementGroup('mg-halden', 'Halden Logistics', [root]);
  return [root, company, managementGroup('mg-landing', 'Landing Zones', [company, root])];
}

/**
 * A tenant drawn from a seed: the same options give the same bytes. Good, bad and absent properties are mixed; dependencies are used by
 * id, by host, by `userOwnedStorage`, from another subscription, and one not at all.
 */
export function makeEstate(options: EstateOptions = {}): Estate {
  const { seed = 1, subscriptions = 6, accounts = 24, workspaces = 8 } = options;
  const [root, company, landing] = managementGroupsOf();
  const chain = [landing, company, root];
  const active = subscriptions >= 3 ? subscriptions - 1 : subscriptions;
  const homes = Array.from({ length: active }, (_, at) => homeOf(seed, at, chain));
  const disabled =
    subscriptions >= 3
      ? [subscription(guid(`${seed} subscription disabled`), 'retired-labs', { chain, state: 'Disabled' })]
      : [];
  const arm = [
    ...homes.flatMap(({ bodies }) => bodies),
    ...accountsOf(seed, accounts, homes),
    ...workspacesOf(seed, workspaces, homes),
  ];
  const graph = directoryOf(arm.filter(isType('Microsoft.CognitiveServices/accounts')));
  const initiative = policyAssignment(company.id);
  const { bodies, activity } = securityOf(arm, initiative);
  arm.push(...bodies, initiative, ...builtInRoles(), ...homes.flatMap((home) => accessOf(home, graph)));
  arm.push(roleAssignment(company.id, graph.users[0]?.id ?? '', 'User', 'owner'));
  for (const { place, around } of homes.slice(0, 1))
    arm.push(
      ...unusedStorage(place),
      mlRegistry(place, 'mlr-halden'),
      privateEndpoint(place, around.search, 'searchService'),
    );
  return {
    tenantId,
    subscriptions: [...homes.map(({ body }) => body), ...disabled],
    managementGroups: [root, company, landing],
    arm,
    graph,
    activity,
    changes: [],
  };
}

export { change } from './estateChange';
export type { Edit } from './estateChange';
export { demoEstate, demoDeniedSubscription } from './demoEstate';
export { truthOf } from './truth';
export type { Truth, TrueVerdict } from './truth';
