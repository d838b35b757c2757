import { speaksOfAi } from '../../model/aiHosts';
import type { LogicApp } from '../../model/workloads';
import { base, toIdentity } from '../base';
import { at, entries, part, parts, text } from '../body';
import { surveyCollector } from '../collector';
import type { Body } from '../collector';
import { workloadsQuery } from '../queries';
import { readablesIn, type Readable } from '../secrets/exposed';
import { hostAt } from '../url';
import { told } from '../workloads/workload';

const urlHost = ({ value }: Readable): string => (/^https?:\/\//i.test(value) ? hostAt(value) : '');

/** A logic app. Its definition is looked through for hosts and secrets, and not kept; runs are never read. */
export function toLogicApp(body: Body): LogicApp {
  const properties = part(body, 'properties');
  const fixed = base('logicApp', body);
  const definition = readablesIn(at(properties, 'definition'), 'definition');
  const parameters = readablesIn(at(properties, 'parameters'), 'parameters');
  const calls = definition.map((one) => ({ place: one.place, host: urlHost(one) })).filter(({ host }) => host !== '');
  const signals = calls
    .filter(({ host }) => speaksOfAi(host))
    .map(({ place, host }) => ({ signal: 'host', place, what: host }) as const);
  return {
    ...fixed,
    ...told(fixed, signals, [[...definition, ...parameters]]),
    identity: toIdentity(body),
    state: text(properties, 'state'),
    httpTrigger: entries(properties, 'definition', 'triggers').some(
      ([, trigger]) => text(trigger, 'type').toLowerCase() === 'request',
    ),
    allowedRanges: parts(properties, 'accessControl', 'triggers', 'allowedCallerIpAddresses').map((one) =>
      text(one, 'addressRange'),
    ),
    hosts: [...new Set(calls.map(({ host }) => host))].sort(),
  };
}

export default surveyCollector({
  kind: 'logicApp',
  permissions: ['Microsoft.Logic/workflows/read'],
  query: workloadsQuery,
  types: ['microsoft.logic/workflows'],
  convert: (row) => ({ resource: toLogicApp(row) }),
});
