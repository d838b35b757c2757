import { defineEdge, seen } from '../defineEdge';
import { can, runsOn } from '../states';

const hosts = ['containerApp', 'containerGroup', 'webApp', 'virtualMachine', 'logicApp', 'managedCluster'] as const;

export default defineEdge({
  kind: 'runs-code',
  reads: hosts,
  atlas: ['AML.T0050'],
  cost: 105,
  fix: 'Give a role that cannot change the host.',
  draw: (tenant) =>
    hosts.flatMap((kind) =>
      tenant.all(kind).map((one) => ({
        from: [can('host.run', one.id)],
        to: runsOn(one.id),
        closedBy: [],
        tell: () => ({ says: `Runs code on ${one.name}.`, evidence: [seen(one, 'ability', 'host.run')] }),
      })),
    ),
});
