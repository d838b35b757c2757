import { speaksOfAi } from '../model/aiHosts';
import { ownersOfHosts } from '../model/edges';
import type { Known } from '../model/openPorts';
import type { ApimApi, ApimBackend } from '../model/platforms';
import type { Policy } from '../model/policy';
import { isSanctionedHost, sanctionOf } from '../model/sanctions';
import { proofOf } from '../model/shadow';
import type { ShadowRow } from '../model/shadowReport';

type Leading = ApimApi | ApimBackend;

const leadsTo = (one: Leading): { readonly host: string; readonly place: string } =>
  one.kind === 'apimApi' ? { host: one.serviceHost, place: 'serviceUrl' } : { host: one.host, place: 'url' };

/** APIs and backends of gateways that lead to AI which neither the inventory nor the register knows. */
export function gatewaysOutside(known: Known, policy: Policy, takenAt: string): readonly ShadowRow[] {
  const owners = ownersOfHosts([...known.all('aiAccount'), ...known.all('searchService')]);
  const isOutside = (host: string): boolean =>
    speaksOfAi(host) && !owners.has(host) && !isSanctionedHost(policy, host, takenAt);
  return [...known.all('apimApi'), ...known.all('apimBackend')].flatMap((one) => {
    const { host, place } = leadsTo(one);
    if (!isOutside(host)) return [];
    const { confidence, weight } = proofOf([{ signal: 'host', place, what: host }]);
    const sanctioned = sanctionOf(policy, one, takenAt);
    return [
      {
        ...{ id: one.id, name: one.name, kind: one.kind, confidence, weight, managedHosts: [] },
        why: [`host ${host} at ${place}`],
        sanctioned: sanctioned?.state === 'holds' ? sanctioned.entry.why : '',
      },
    ];
  });
}
