import type { Resource } from '../../src/model/resource';
import { safe, safeNetwork } from '../kit/safe';
import { account, at, crowd, edited, grant, guest, leaking, open } from './estate';

/** A seed risk: what it tells, the one change after which it tells nothing, and one missing premise each time. */
export interface Story {
  readonly name: string;
  readonly estate: readonly Resource[];
  readonly tells: readonly string[];
  readonly twin: readonly Resource[];
  readonly mirrors: Readonly<Record<string, readonly Resource[]>>;
}

const closed = safeNetwork({ privateEndpointConnections: [] });
const group = `${at}/resourcegroups/rg`;

const hr = account('aoai-hr');
const access: readonly Resource[] = [
  hr,
  crowd('ds-all', 214, ['g-1', 'g-2']),
  guest('g-1'),
  guest('g-2'),
  grant('ds-all', 'foundryUser', hr.id, { principalType: 'Group' }),
];

const prod = account('aoai-prod');
const keys: readonly Resource[] = [prod, leaking('ca-chat', prod, 2)];

const ci = safe('managedIdentity');
const pipeline: readonly Resource[] = [
  account('aoai-ci', { localAuthDisabled: true, network: closed }),
  ci,
  safe('federatedCredential', { subject: 'repo:contoso/*' }),
  grant(ci.principalId, 'owner', at, { principalType: 'ServicePrincipal' }),
];

const registry = safe('containerRegistry', {
  network: open,
  adminUserEnabled: false,
  roleAssignmentMode: 'LegacyRegistryPermissions',
});
const image = `${registry.loginServer}/app:latest`;
const served = account('aoai-app', { localAuthDisabled: true });
const app = safe('containerApp', {
  containers: [{ name: 'api', image, environment: [] }],
  identity: { types: ['SystemAssigned'], principalId: 'app-1', userAssignedIds: [], userAssignedPrincipalIds: [] },
});
const images: readonly Resource[] = [
  registry,
  app,
  served,
  guest('g-3'),
  grant('g-3', 'contributor', registry.id),
  grant('app-1', 'openAiUser', served.id, { principalType: 'ServicePrincipal' }),
];

const behind = account('aoai-gate', { localAuthDisabled: true, network: closed });
const gateway = safe('apimService', { publicNetworkAccess: 'Enabled', virtualNetworkType: 'None' });
const api = safe('apimApi', { serviceHost: 'aoai-gate.openai.azure.com', subscriptionRequired: false });
const none = { ...safe('apimPolicy').facts, callerValidation: 'never' } as const;
const gateways: readonly Resource[] = [behind, gateway, api, safe('apimPolicy', { facts: none })];

const sttrain = safe('storageAccount', {
  network: open,
  allowBlobPublicAccess: true,
  allowSharedKeyAccess: true,
  hosts: ['sttrain.blob.core.windows.net'],
});
const container = safe('blobContainer', {
  publicAccess: 'Container',
  hasImmutabilityPolicy: false,
  hasLegalHold: false,
});
const asset = safe('dataAsset', {
  path: `https://sttrain.blob.core.windows.net/${container.name}/train.jsonl`,
  referencedPaths: [],
});
const training: readonly Resource[] = [
  sttrain,
  container,
  safe('mlWorkspace', { systemDatastoresAuthMode: 'Identity', storageAccountId: '', publicNetworkAccess: 'Disabled' }),
  asset,
];
const writers: readonly Resource[] = [
  crowd('vm-admins', 80),
  grant('vm-admins', 'contributor', sttrain.id, { principalType: 'Group' }),
];

export const stories: readonly Story[] = [
  {
    name: 'an everyday role on the account lists keys that work from anywhere',
    estate: access,
    tells: ['F02', 'F16'],
    twin: [...access.slice(0, 4)],
    mirrors: {
      'keys are off, and nobody may switch them on': [
        { ...hr, localAuthDisabled: true, network: closed },
        ...access.slice(1),
      ],
      'nothing reaches it': edited(access, 'aiAccount', { network: closed }),
      'the group is empty of guests and small': [
        hr,
        crowd('ds-all', 12),
        grant('ds-all', 'foundryUser', hr.id, { principalType: 'Group' }),
      ],
      'the role lists no keys': [
        hr,
        crowd('ds-all', 214),
        grant('ds-all', 'openAiUser', hr.id, { principalType: 'Group' }),
      ],
    },
  },
  {
    name: 'a key stands open in an app',
    estate: keys,
    tells: ['F01'],
    twin: edited(keys, 'aiAccount', { localAuthDisabled: true }),
    mirrors: {
      'the account is private': edited(keys, 'aiAccount', { network: closed }),
      'the key opens a host of somebody else': [prod, leaking('ca-chat', { hosts: ['api.openai.com'] })],
      'narrow ranges are let in': edited(keys, 'aiAccount', {
        network: safeNetwork({ publicNetworkAccess: 'Enabled', defaultAction: 'Deny', ipRules: ['203.0.113.0/24'] }),
      }),
    },
  },
  {
    name: 'any branch of an organisation owns the subscription',
    estate: pipeline,
    tells: ['F19'],
    twin: pipeline.filter(({ kind }) => kind !== 'federatedCredential'),
    mirrors: {
      'its identity has no role': pipeline.filter(({ kind }) => kind !== 'roleAssignment'),
      'its role is reader': [
        ...pipeline.filter(({ kind }) => kind !== 'roleAssignment'),
        grant(ci.principalId, 'reader', at, { principalType: 'ServicePrincipal' }),
      ],
    },
  },
  {
    name: 'a guest replaces the image that an app runs by tag',
    estate: images,
    tells: ['F08'],
    twin: edited(images, 'containerApp', {
      containers: [{ name: 'api', image: `${registry.loginServer}/app@sha256:0f`, environment: [] }],
    }),
    mirrors: {
      'the app’s identity can do nothing': images.filter(
        (one) => one.kind !== 'roleAssignment' || one.principalId !== 'app-1',
      ),
      'nothing reaches the registry': edited(images, 'containerRegistry', { network: closed }),
      'the guest only reads': [
        ...images.filter((one) => one.kind !== 'roleAssignment' || one.principalId !== 'g-3'),
        grant('g-3', 'reader', registry.id),
      ],
    },
  },
  {
    name: 'a gateway calls the model for anyone',
    estate: gateways,
    tells: ['F22'],
    twin: edited(gateways, 'apimApi', { subscriptionRequired: true }),
    mirrors: {
      'a policy validates tokens': edited(gateways, 'apimPolicy', { facts: { ...none, callerValidation: 'always' } }),
      'the gateway is internal': edited(gateways, 'apimService', { virtualNetworkType: 'Internal' }),
      'it leads elsewhere': edited(gateways, 'apimApi', { serviceHost: 'api.example.net' }),
    },
  },
  {
    name: 'anyone reads training data, and machine admins overwrite it',
    estate: [...training, ...writers],
    tells: ['F02', 'F03', 'F05', 'F37'],
    twin: [
      { ...sttrain, allowSharedKeyAccess: false, allowBlobPublicAccess: false, network: closed },
      { ...container, hasImmutabilityPolicy: true },
      ...training.slice(2),
      ...writers.slice(0, 1),
    ],
    mirrors: {
      'no anonymous reading, immutable, and no key': edited(
        edited([...training, ...writers], 'storageAccount', { allowBlobPublicAccess: false, network: closed }),
        'blobContainer',
        { publicAccess: 'None' },
      ).filter(({ kind }) => kind !== 'roleAssignment'),
    },
  },
  {
    name: 'a guest may give roles on the resource group',
    estate: [prod, guest('g-4'), grant('g-4', 'userAccessAdministrator', group)],
    tells: ['F17'],
    twin: [prod, guest('g-4')],
    mirrors: { 'the guest only reads': [prod, guest('g-4'), grant('g-4', 'reader', group)] },
  },
];
