import type { ArmBody } from '../tenant';
import type { Place } from './body';
import { tenantId } from './body';
import { intend } from './intent';

export interface SubscriptionOptions {
  readonly state?: 'Enabled' | 'Disabled' | 'Warned' | 'PastDue';
  readonly tags?: Readonly<Record<string, string>>;
  /** Management groups above it, nearest first. */
  readonly chain?: readonly ArmBody[];
}

const link = (group: ArmBody): Record<string, unknown> => ({
  name: group.name,
  displayName: (group['properties'] as { displayName: string }).displayName,
});

/** A subscription as `GET /subscriptions` answers it, and beside it the `properties` that Resource Graph shows. */
export function subscription(subscriptionId: string, displayName: string, options: SubscriptionOptions = {}): ArmBody {
  const { state = 'Enabled', tags, chain = [] } = options;
  const body: ArmBody = {
    id: `/subscriptions/${subscriptionId}`,
    authorizationSource: 'RoleBased',
    managedByTenants: [],
    ...(tags ? { tags } : {}),
    subscriptionId,
    tenantId,
    displayName,
    state,
    subscriptionPolicies: {
      locationPlacementId: 'Public_2014-09-01',
      quotaId: 'EnterpriseAgreement_2014-09-01',
      spendingLimit: 'Off',
    },
    properties: {
      state,
      subscriptionPolicies: {
        locationPlacementId: 'Public_2014-09-01',
        quotaId: 'EnterpriseAgreement_2014-09-01',
        spendingLimit: 'Off',
      },
      managementGroupAncestorsChain: chain.map(link),
    },
  };
  return intend(body, { kind: 'subscription', state });
}

/** A management group; `above` are its ancestors, nearest first. */
export function managementGroup(name: string, displayName: string, above: readonly ArmBody[] = []): ArmBody {
  return {
    id: `/providers/Microsoft.Management/managementGroups/${name}`,
    name,
    type: 'Microsoft.Management/managementGroups',
    properties: {
      displayName,
      tenantId,
      details: {
        version: 1,
        parent: above[0] ? { id: above[0].id, ...link(above[0]) } : null,
        managementGroupAncestorsChain: above.map(link),
      },
    },
  };
}

/** A resource group. */
export function resourceGroup(place: Place, tags: Readonly<Record<string, string>> = {}): ArmBody {
  return {
    id: `/subscriptions/${place.subscriptionId}/resourceGroups/${place.group}`,
    name: place.group,
    type: 'Microsoft.Resources/resourceGroups',
    location: place.location ?? 'westeurope',
    tags,
    properties: { provisioningState: 'Succeeded' },
  };
}
