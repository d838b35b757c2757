import { defineEdge, seen } from '../defineEdge';
import { exploits, reaches, runsOn } from '../states';

const hosts = ['containerApp', 'containerGroup', 'webApp', 'virtualMachine'] as const;

export default defineEdge({
  kind: 'app-vulnerable',
  reads: [...hosts, 'defenderAlert'],
  atlas: ['AML.T0049'],
  cost: 20,
  certainty: 'likely',
  fix: 'Look at the alert, and patch.',
  draw: (tenant) =>
    tenant
      .all('defenderAlert')
      .filter(({ severity, status }) => /^high$/i.test(severity) && /^(active|inprogress)$/i.test(status))
      .flatMap((alert) =>
        hosts
          .flatMap((kind) => alert.resourceIds.map((id) => tenant.byId(kind, id)))
          .filter((one) => one !== undefined)
          .map((one) => ({
            from: [exploits(one.id), reaches(one.id)],
            to: runsOn(one.id),
            closedBy: [],
            tell: () => ({
              says: `Breaks into ${one.name}: Defender reports "${alert.displayName}".`,
              evidence: [seen(alert, 'severity', alert.severity), seen(alert, 'status', alert.status)],
            }),
          })),
      ),
});
