import { closes, defineEdge, seen } from '../defineEdge';
import { can, hasKey } from '../states';

const secret = /^(apikey|accountkey|accesskey|sas|pat|customkeys|serviceprincipal|usernamepassword)$/i;

export default defineEdge({
  kind: 'connection-holds',
  reads: ['connection'],
  atlas: ['AML.T0083', 'AML.T0055'],
  cost: 20,
  fix: 'Let the connection use Entra in place of a secret.',
  draw: (tenant) =>
    tenant.all('connection').flatMap((one) => {
      const target = one.targetResourceId || tenant.ownerOfHost(one.targetHost);
      if (!secret.test(one.authType) || !target || !one.parentId) return [];
      return [
        {
          from: [can('connection.secrets', one.parentId)],
          to: hasKey(target),
          // A resource named by id is the target; one found by its host most likely is.
          certainty: one.targetResourceId ? ('certain' as const) : ('likely' as const),
          closedBy: [closes('identity-connection', one.id)],
          tell: () => ({
            says: `The connection ${one.name} holds a key of ${tenant.nameOf(target)}, and tells it.`,
            evidence: [seen(one, 'authType', one.authType), seen(one, 'target', target)],
          }),
        },
      ];
    }),
});
