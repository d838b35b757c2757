import { defineEdge, seen } from '../defineEdge';
import { actsAs, can } from '../states';

export default defineEdge({
  kind: 'writes-federation',
  reads: ['managedIdentity'],
  atlas: ['AML.T0012'],
  cost: 223,
  fix: 'Keep federatedIdentityCredentials/write with few.',
  draw: (tenant) =>
    tenant.all('managedIdentity').map((one) => ({
      from: [can('identity.federate', one.id)],
      to: actsAs(one.principalId),
      closedBy: [],
      tell: () => ({
        says: `Lets tokens of its own act as ${one.name}.`,
        evidence: [seen(one, 'ability', 'federatedIdentityCredentials/write')],
      }),
    })),
});
