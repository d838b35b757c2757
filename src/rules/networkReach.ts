import { broadRange } from '../model/ipRanges';
import { fail, pass, type Verdict, type View } from '../model/rule';
import type { Network } from '../model/resource';

interface Networked {
  readonly id: string;
  readonly network: Network;
}

/** A network security perimeter closes a resource only in mode Enforced: Learning and Audit let traffic through. */
export function perimeterVerdict(resource: Networked, view: View<'perimeterAssociation'>): Verdict {
  const modes = view.children(resource, 'perimeterAssociation').map((association) => association.accessMode);
  if (modes.some((mode) => mode.toLowerCase() === 'enforced')) return pass;
  const seen = modes.length ? `accessMode is ${modes.join(', ')}` : 'there is no perimeter association';
  return fail(`publicNetworkAccess is SecuredByPerimeter and ${seen}`);
}

/** The firewall itself, where the public network is on: Deny with rules that are not as wide as the internet. */
function firewallVerdict({ publicNetworkAccess, defaultAction, ipRules }: Network): Verdict {
  if (publicNetworkAccess === 'Unrecognised') return fail('publicNetworkAccess has an unknown value');
  if (defaultAction !== 'Deny')
    return fail(`publicNetworkAccess is ${publicNetworkAccess} and networkAcls.defaultAction is ${defaultAction}`);
  const broad = broadRange(ipRules);
  return broad === undefined ? pass : fail(`networkAcls.defaultAction is Deny and ipRules let in ${broad}`);
}

/** Whether any network may reach the resource: off, an enforced perimeter, or a firewall that denies by default. */
export function reachVerdict(resource: Networked, view: View<'perimeterAssociation'>): Verdict {
  const { network } = resource;
  if (network.publicNetworkAccess === 'Disabled') return pass;
  return network.publicNetworkAccess === 'SecuredByPerimeter'
    ? perimeterVerdict(resource, view)
    : firewallVerdict(network);
}
