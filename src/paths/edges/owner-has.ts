import { defineEdge } from '../defineEdge';
import { has, owns } from '../states';
import { scopeName } from '../words';

export default defineEdge({
  kind: 'owner-has',
  reads: ['roleAssignment', 'roleDefinition', 'subscription', 'managementGroup'],
  atlas: ['AML.T0012'],
  cost: 20,
  fix: 'Keep no standing owner.',
  draw: (tenant) =>
    [...new Set(tenant.rights.grants.map(({ scope }) => scope))].sort().flatMap((scope) =>
      tenant.rights.powers.map((power) => ({
        from: [owns(scope)],
        to: has(power, scope),
        closedBy: [],
        tell: () => ({ says: `Gives itself what it needs on ${scopeName(tenant, scope)}.`, evidence: [] }),
      })),
    ),
});
