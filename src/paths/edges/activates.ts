import { closes, defineEdge, seen } from '../defineEdge';
import { actsAs, has } from '../states';
import { scopeName, who } from '../words';

export default defineEdge({
  kind: 'activates',
  reads: ['roleEligibility', 'roleDefinition', 'denyAssignment', 'principal', 'subscription', 'managementGroup'],
  atlas: ['AML.T0012'],
  // What activation asks for (approval, a second factor) is not read: the least is assumed.
  cost: 300,
  fix: 'Ask for approval, and let the role end sooner.',
  draw: (tenant) =>
    tenant.rights.grants
      .filter(({ eligible }) => eligible)
      .flatMap((grant) =>
        grant.powers.map(({ power, conditional }) => ({
          from: [actsAs(grant.principalId)],
          to: has(power, grant.scope),
          certainty: conditional ? ('possible' as const) : ('likely' as const),
          closedBy: [closes('remove-assignment', grant.id)],
          tell: () => ({
            says: `${who(tenant, grant.principalId)} may activate ${grant.role.roleName} on ${scopeName(tenant, grant.scope)}.`,
            evidence: [seen(grant, 'roleDefinition', grant.role.roleName)],
          }),
        })),
      ),
});
