import { defineEdge, seen, type Move } from '../defineEdge';
import { actsAs, anyHost, can } from '../states';

const hosts = ['containerApp', 'containerGroup', 'webApp', 'virtualMachine'] as const;

const someHost = (from: Move['from'][number], name: string, id: string): Move => ({
  from: [from],
  to: anyHost,
  cost: 0,
  closedBy: [],
  tell: () => ({ says: `Has ${name} as a host to run code on.`, evidence: [seen({ id }, 'ability', 'write')] }),
});

export default defineEdge({
  kind: 'attaches-identity',
  reads: ['managedIdentity', 'mlWorkspace', ...hosts],
  atlas: ['AML.T0012'],
  cost: 223,
  fix: 'Part who may attach identities from who may make hosts.',
  draw: (tenant) => [
    ...tenant.all('managedIdentity').map((one) => ({
      from: [can('identity.attach', one.id), anyHost],
      to: actsAs(one.principalId),
      closedBy: [],
      tell: () => ({
        says: `Attaches ${one.name} to the host and acts as it.`,
        evidence: [seen(one, 'ability', 'userAssignedIdentities/assign/action')],
      }),
    })),
    ...hosts.flatMap((kind) => tenant.all(kind).map((one) => someHost(can('host.run', one.id), one.name, one.id))),
    ...tenant.all('mlWorkspace').map((one) => someHost(can('ml.compute', one.id), one.name, one.id)),
  ],
});
