import { broadRange } from '../model/ipRanges';
import type { Certainty, Evidence } from '../model/path';
import type { Network } from '../model/resource';
import { seen } from './defineEdge';
import type { Tenant } from './tenant';

/** How a network stands open to the internet: the facts, and how sure that is. */
export interface Opening {
  readonly evidence: readonly Evidence[];
  readonly certainty: Certainty;
  readonly doubt: string;
}

interface Networked {
  readonly id: string;
  readonly network: Network;
}

const sure = (...evidence: readonly Evidence[]): Opening => ({ evidence, certainty: 'certain', doubt: '' });
const unsure = (doubt: string, ...evidence: readonly Evidence[]): Opening => ({
  evidence,
  certainty: 'possible',
  doubt,
});

/** A perimeter closes a resource only where its association is enforced. */
function byPerimeter(resource: Networked, tenant: Tenant<'perimeterAssociation'>): Opening | undefined {
  const modes = tenant.below(resource, 'perimeterAssociation').map(({ accessMode }) => accessMode.toLowerCase());
  if (modes.includes('enforced')) return undefined;
  const fact = seen(resource, 'publicNetworkAccess', 'SecuredByPerimeter');
  return modes.length > 0
    ? sure(fact, seen(resource, 'perimeterAssociation.accessMode', modes.join(', ')))
    : unsure('no association with a perimeter was seen', fact);
}

/** Whether any address of the internet gets through; undefined = no. A firewall of narrow ranges is closed. */
export function opening(resource: Networked, tenant: Tenant<'perimeterAssociation'>): Opening | undefined {
  const { publicNetworkAccess, defaultAction, ipRules } = resource.network;
  if (publicNetworkAccess === 'Disabled') return undefined;
  if (publicNetworkAccess === 'SecuredByPerimeter') return byPerimeter(resource, tenant);
  const access = seen(resource, 'publicNetworkAccess', publicNetworkAccess);
  if (publicNetworkAccess === 'Unrecognised' || defaultAction === 'Unrecognised')
    return unsure('Azure states a value that we do not know', access);
  if (defaultAction === 'Allow') return sure(access, seen(resource, 'networkAcls.defaultAction', 'Allow'));
  const broad = broadRange(ipRules);
  return broad === undefined ? undefined : sure(access, seen(resource, 'networkAcls.ipRules', broad));
}
