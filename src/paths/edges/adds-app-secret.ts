import { closes, defineEdge, seen } from '../defineEdge';
import { actsAs } from '../states';
import { who } from '../words';

/** Managed identities take no secrets, and Graph names no owners of theirs. */
export default defineEdge({
  kind: 'adds-app-secret',
  reads: ['principal'],
  atlas: ['AT:T1098.001', 'AML.T0091.000'],
  cost: 223,
  // The lock that an application can put on its own credentials is not read.
  certainty: 'likely',
  fix: 'Leave applications that hold roles to owners who may hold the roles themselves, and lock their credentials.',
  draw: (tenant) =>
    tenant
      .all('principal')
      .filter(({ principalType }) => principalType === 'ServicePrincipal')
      .flatMap((application) =>
        application.ownerIds.map((owner) => ({
          from: [actsAs(owner)],
          to: actsAs(application.id),
          closedBy: [closes('remove-owner', `${application.id}/owners/${owner}`)],
          tell: () => ({
            says: `${who(tenant, owner)} owns the application "${application.displayName}" and adds a secret of its own.`,
            evidence: [seen(application, 'owners', owner)],
          }),
        })),
      ),
});
