import type { Evidence } from '../../model/path';
import { broadRange } from '../../model/ipRanges';
import type { KindMap } from '../../model/resource';
import { closes, defineEdge, seen, type Move } from '../defineEdge';
import { internet, reaches } from '../states';
import type { Tenant } from '../tenant';

type Reads =
  | ('containerApp' | 'containerEnvironment' | 'containerGroup' | 'webApp' | 'webAppConfig' | 'virtualMachine')
  | ('networkInterface' | 'networkSecurityGroup' | 'virtualNetwork' | 'logicApp');

const open = (one: { readonly id: string; readonly name: string }, evidence: readonly Evidence[]): Move => ({
  from: [internet],
  to: reaches(one.id),
  closedBy: [closes('close-network', one.id)],
  tell: () => ({ says: `${one.name} answers to the whole internet.`, evidence }),
});

const isWide = (ranges: readonly string[]): boolean => ranges.length === 0 || broadRange(ranges) !== undefined;

function app(one: KindMap['containerApp'], tenant: Tenant<Reads>): readonly Move[] {
  const environment = tenant.byId('containerEnvironment', one.environmentId);
  const closed = environment?.internal === true || environment?.publicNetworkAccess === 'Disabled';
  if (!environment || closed || one.ingress !== 'external' || !isWide(one.allowedRanges)) return [];
  return [open(one, [seen(one, 'ingress.external', true), seen(environment, 'vnetConfiguration.internal', false)])];
}

function site(one: KindMap['webApp'], tenant: Tenant<Reads>): readonly Move[] {
  const [config] = tenant.below(one, 'webAppConfig');
  if (!config || one.publicNetworkAccess !== 'Enabled' || /^stopped$/i.test(one.state)) return [];
  const all = config.allowedRanges.some((range) => /^(any|internet)$/i.test(range));
  if (config.defaultAction !== 'Allow' && !all) return [];
  return [open(one, [seen(one, 'publicNetworkAccess', 'Enabled'), seen(config, 'ipSecurityRestrictions', 'none')])];
}

/** The first rule on a port decides; no rule at all = Azure's default, which denies. */
const lets = (group: KindMap['networkSecurityGroup']): boolean =>
  group.fromInternet.some(
    (rule) =>
      rule.access === 'Allow' &&
      rule.ports.some(
        ([from]) =>
          !group.fromInternet.some(
            (other) =>
              other.priority < rule.priority &&
              other.access === 'Deny' &&
              other.ports.some(([low, high]) => low <= from && from <= high),
          ),
      ),
  );

/** Groups at the interface and at its subnets; undefined where one that is named was not read. */
function groupsOf(card: KindMap['networkInterface'], tenant: Tenant<Reads>) {
  const subnets = tenant.all('virtualNetwork').flatMap((one) => one.subnets);
  const atSubnet = card.subnetIds.map((id) => subnets.find((one) => one.id === id)?.networkSecurityGroupId ?? '');
  const ids = [card.networkSecurityGroupId, ...atSubnet].filter(Boolean);
  const groups = ids.map((id) => tenant.byId('networkSecurityGroup', id));
  return groups.length > 0 ? groups : undefined;
}

function machine(one: KindMap['virtualMachine'], tenant: Tenant<Reads>): readonly Move[] {
  const cards = tenant.all('networkInterface').filter((card) => card.virtualMachineId === one.id);
  return cards
    .filter((card) => card.publicIpIds.length > 0 && groupsOf(card, tenant)?.every((group) => group && lets(group)))
    .slice(0, 1)
    .map((card) =>
      open(one, [seen(card, 'publicIPAddress', true), seen(card, 'securityRules', 'Allow from Internet')]),
    );
}

export default defineEdge({
  kind: 'internet-reaches-host',
  reads: [
    ...(['containerApp', 'containerEnvironment', 'containerGroup', 'webApp', 'webAppConfig', 'logicApp'] as const),
    ...(['virtualMachine', 'networkInterface', 'networkSecurityGroup', 'virtualNetwork'] as const),
  ],
  atlas: ['AML.T0049'],
  cost: 20,
  fix: 'Let only those in who call it: internal ingress, access restrictions, a narrower security rule.',
  draw: (tenant) => [
    ...tenant.all('containerApp').flatMap((one) => app(one, tenant)),
    ...tenant.all('webApp').flatMap((one) => site(one, tenant)),
    ...tenant.all('virtualMachine').flatMap((one) => machine(one, tenant)),
    ...tenant
      .all('containerGroup')
      .filter(({ publicIp }) => publicIp)
      .map((one) => open(one, [seen(one, 'ipAddress.type', 'Public')])),
    ...tenant
      .all('logicApp')
      .filter((one) => one.httpTrigger && isWide(one.allowedRanges))
      .map((one) => open(one, [seen(one, 'accessControl.triggers', 'any caller')])),
  ],
});
