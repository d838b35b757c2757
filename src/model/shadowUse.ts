import type { AiSignal } from './aiSignal';
import { ownersOfHosts } from './edges';
import { aiPorts } from './machines';
import { openPorts, type Known } from './openPorts';
import type { Policy } from './policy';
import { isSanctionedHost, sanctionOf, type Sanctioned } from './sanctions';
import { proofOf, type Proof } from './shadow';
import type { Workload } from './workloadKinds';

/** AI that a workload runs or calls: what proves it, and what of it the managed inventory or the register knows. */
export interface ShadowUse {
  /** Of what neither the inventory nor the register knows. */
  readonly proof: Proof;
  /** Hosts of accounts and services that are inventoried. */
  readonly managedHosts: readonly string[];
  readonly sanctioned: Sanctioned;
}

export interface Ground {
  readonly known: Known;
  readonly policy: Policy;
  readonly takenAt: string;
}

/** Signals of what belongs to the workload: extensions of a machine, settings of a site, ports that the internet reaches. */
function around(workload: Workload, known: Known): readonly AiSignal[] {
  if (workload.kind === 'webApp')
    return known
      .all('webAppSettings')
      .filter(({ parentId }) => parentId === workload.id)
      .flatMap((one) => one.aiSignals);
  if (workload.kind !== 'virtualMachine' && workload.kind !== 'vmScaleSet') return [];
  const extensions = known.all('vmExtension').filter(({ parentId }) => parentId === workload.id);
  const ports = openPorts(workload, Object.keys(aiPorts).map(Number), known);
  // Everything open says nothing about what is meant to be reached.
  const telling = ports.length < Object.keys(aiPorts).length ? ports.slice(0, 1) : [];
  return [
    ...extensions.flatMap((one) => one.aiSignals),
    ...telling.map(
      (port) => ({ signal: 'port', place: 'networkSecurityGroup', what: `${port} ${aiPorts[port] ?? ''}` }) as const,
    ),
  ];
}

/** A web app's own settings may be known twice, by reference and by value: proof counts a place once. */
const allSignals = (workload: Workload, known: Known): readonly AiSignal[] => [
  ...workload.aiSignals,
  ...around(workload, known),
];

/** Hosts that signals name; everything else about a place whose host is known is known with it. */
const hostsIn = (signals: readonly AiSignal[]): readonly AiSignal[] =>
  signals.filter(({ signal }) => signal === 'host');

/**
 * What AI a workload uses that is not inventoried. A host of an inventoried account, or one that the register allows, clears its field; where every host is
 * cleared, names of variables and keys of Azure's own services beside it are cleared too: they belong to the same use.
 */
export function shadowUseOf(workload: Workload, { known, policy, takenAt }: Ground): ShadowUse {
  const signals = allSignals(workload, known);
  const hosts = hostsIn(signals);
  const owners =
    hosts.length > 0
      ? ownersOfHosts([...known.all('aiAccount'), ...known.all('searchService')])
      : new Map<string, string>();
  const isCleared = ({ what }: AiSignal): boolean => owners.has(what) || isSanctionedHost(policy, what, takenAt);
  const cleared = new Set(hosts.filter(isCleared).map(({ place }) => place));
  const allCleared = hosts.length > 0 && hosts.every(isCleared);
  const belongs = ({ signal, what }: AiSignal): boolean =>
    signal === 'envName' || signal === 'envWithEndpoint' || (signal === 'key' && /^(?:azureAi|search)/.test(what));
  const open = signals.filter((one) => !cleared.has(one.place) && !(allCleared && belongs(one)));
  return {
    proof: proofOf(open),
    managedHosts: [...new Set(hosts.map(({ what }) => what).filter((host) => owners.has(host)))].sort(),
    sanctioned: sanctionOf(policy, workload, takenAt),
  };
}
