import type { Container, EnvironmentName } from '../../model/workloads';
import { closes, defineEdge, seen, type Move } from '../defineEdge';
import { hasKey, runsOn } from '../states';
import type { Tenant } from '../tenant';

type Reads = 'containerApp' | 'containerGroup' | 'webApp' | 'webAppSettings';

const keyName = /(^|_|-)(api)?_?(key|secret|token|connectionstring)s?$/i;

interface Host {
  readonly id: string;
  readonly name: string;
}

/** An app that knows the address of a resource and holds something called a key beside it. */
function holds(app: Host, variables: readonly EnvironmentName[], tenant: Tenant<Reads>): readonly Move[] {
  const key = variables.find(({ name, holds: how }) => keyName.test(name) && how !== 'nothing');
  if (!key) return [];
  const targets = new Set(variables.map(({ host }) => (host ? tenant.ownerOfHost(host) : '')).filter(Boolean));
  return [...targets].sort().map((target) => ({
    from: [runsOn(app.id)],
    to: hasKey(target),
    closedBy: [closes('remove-secret', app.id)],
    tell: () => ({
      says: `${app.name} starts with a key beside the address of ${tenant.nameOf(target)}.`,
      evidence: [seen(app, `environment ${key.name}`, key.holds)],
    }),
  }));
}

const variablesOf = (containers: readonly Container[]): readonly EnvironmentName[] =>
  containers.flatMap(({ environment }) => environment);

export default defineEdge({
  kind: 'app-holds-key',
  reads: ['containerApp', 'containerGroup', 'webApp', 'webAppSettings'],
  atlas: ['AML.T0055'],
  cost: 20,
  certainty: 'likely',
  fix: 'Let the app use its identity in place of a key.',
  draw: (tenant) => [
    ...[...tenant.all('containerApp'), ...tenant.all('containerGroup')].flatMap((one) =>
      holds(one, variablesOf(one.containers), tenant),
    ),
    ...tenant
      .all('webApp')
      .flatMap((one) => tenant.below(one, 'webAppSettings').flatMap(({ settings }) => holds(one, settings, tenant))),
  ],
});
