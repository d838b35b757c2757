import type { Deployment, Guardrail } from '../model/ai';
import { gatewayKinds, hostsBehind, presenceOf, type Gateways } from '../model/gateway';
import {
  builtInDefault,
  effectiveReadings,
  isAsynchronous,
  isUnattached,
  meets,
  minimumReadings,
  named,
  readingsNamed,
  spilloverOf,
  strengthsAt,
  strengthWords,
  type Beside,
  type Readings,
} from '../model/guardrail';
import { unfilteredBecause } from '../model/guardrail/modelFilters';
import type { GuardrailMinimum } from '../model/policy';
import type { Against, FilterRow, OutputHandling } from '../model/outputHandling';
import type { Kind, KindMap, Resource } from '../model/resource';
import type { Run } from '../model/run';

const accountOf = (id: string): string => id.replace(/\/deployments\/[^/]+$/, '');

const ofKind = <K extends Kind>(kind: K, resources: readonly Resource[]): readonly KindMap[K][] =>
  resources.filter((one): one is KindMap[K] => one.kind === kind);

function besideOf(deployment: Deployment, resources: readonly Resource[]): Beside {
  const here = resources.filter(({ id }) => id.startsWith(`${accountOf(deployment.id)}/`));
  return {
    guardrails: ofKind('guardrail', here),
    deployments: ofKind('deployment', here),
    blocklists: ofKind('blocklist', here),
  };
}

const wordsOf = (readings: Readings, key: string): string => strengthsAt(readings, key).map(strengthWords).join(' or ');

function againstAt(is: Readings, wanted: Readings, key: string): Against {
  const asked = strengthsAt(wanted, key);
  if (asked.every((one) => one === 'off')) return '';
  const answers = new Set(asked.map((one) => meets(strengthsAt(is, key), one)));
  return answers.size === 1 ? ([...answers][0] ?? 'open') : 'open';
}

const labelIn = (key: string, all: readonly Readings[]): string =>
  all.map(({ off, inherit }) => off.labels.get(key) ?? inherit.labels.get(key)).find((label) => label !== undefined) ??
  key;

function rowsOf(is: Readings, byDefault: Readings, minimum: Readings): readonly FilterRow[] {
  const all = [is, byDefault, minimum];
  const keys = new Set(all.flatMap(({ off, inherit }) => [...off.strengths.keys(), ...inherit.strengths.keys()]));
  return [...keys].sort().map((key) => ({
    filter: labelIn(key, all),
    effective: wordsOf(is, key),
    byDefault: wordsOf(byDefault, key),
    meetsDefault: againstAt(is, byDefault, key),
    minimum: minimum.off.strengths.has(key) ? wordsOf(minimum, key) : '',
    meetsMinimum: againstAt(is, minimum, key),
  }));
}

const gatewaysIn = (resources: readonly Resource[]): Gateways => {
  const held = resources.filter(({ kind }) => gatewayKinds.some((one) => one === kind));
  return {
    byId: (kind, id) => ofKind(kind, held).find((one) => one.id === id),
    children: ({ id }, kind) => ofKind(kind, held).filter((one) => one.parentId === id),
  };
};

const gatewayWords = {
  always: 'adds llm-content-safety to every call',
  sometimes: 'adds llm-content-safety to some calls',
  never: 'adds no content safety',
} as const;

/** A gateway is shown beside, not added: whether every way to the account leads through it is not known here. */
function gatewayNotes(deployment: Deployment, resources: readonly Resource[]): readonly string[] {
  const account = ofKind('aiAccount', resources).find(({ id }) => id === accountOf(deployment.id));
  const gateways = gatewaysIn(resources);
  return ofKind('apimApi', resources)
    .filter((api) => hostsBehind(api, gateways).some((host) => account?.hosts.includes(host)))
    .map((api) => `API ${api.name} of a gateway ${gatewayWords[presenceOf(api, 'contentSafety', gateways)]}`);
}

function spilloverNote(deployment: Deployment, beside: Beside): string {
  const { spilloverDeploymentName: name } = deployment;
  if (name === '') return '';
  const target = spilloverOf(deployment, beside);
  const under = target ? `, under ${target.raiPolicyName || builtInDefault}` : ', which the account does not list';
  return `overflow goes to ${name}${under}: the weaker of both is shown`;
}

function notesOf(
  deployment: Deployment,
  beside: Beside,
  policy: Guardrail | undefined,
  resources: readonly Resource[],
): readonly string[] {
  const skipped = unfilteredBecause(deployment.model);
  const name = deployment.raiPolicyName || builtInDefault;
  return [
    ...(skipped ? [skipped] : []),
    ...(policy || isUnattached(name)
      ? []
      : [`guardrail ${name} is not among those that were read: nothing is known of its filters`]),
    ...(policy && isAsynchronous(policy) ? [`mode ${policy.mode}: answers are shown before they are filtered`] : []),
    spilloverNote(deployment, beside),
    ...(/router/i.test(deployment.model.name)
      ? ['a router: not one model answers, and each has filters of its own']
      : []),
    ...gatewayNotes(deployment, resources),
  ].filter(Boolean);
}

function toOutputHandling(deployment: Deployment, run: Run, minimum: Readings): OutputHandling {
  const beside = besideOf(deployment, run.resources);
  const name = deployment.raiPolicyName || builtInDefault;
  const policy = named(beside.guardrails, name);
  const { model } = deployment;
  return {
    id: deployment.id,
    name: deployment.name,
    model: `${model.name} ${model.version}`,
    guardrail: name,
    mode: policy?.mode ?? '',
    rows: rowsOf(effectiveReadings(deployment, beside), readingsNamed(builtInDefault, beside), minimum),
    notes: notesOf(deployment, beside, policy, run.resources),
  };
}

/** Each deployment of a run with the filters that act on it, against Microsoft's default of its account and the policy file's minimum. */
export function outputHandling(run: Run, minimum: readonly GuardrailMinimum[]): readonly OutputHandling[] {
  const wanted = minimumReadings(minimum);
  return ofKind('deployment', run.resources).map((deployment) => toOutputHandling(deployment, run, wanted));
}
