import type { KindMap } from '../../model/resource';
import { closes, defineEdge, seen } from '../defineEdge';
import { actsAs, inRepository } from '../states';

/** How wide a trust is: any pull request or branch, a whole organisation, or one environment. */
export const breadthOf = ({ subject }: KindMap['federatedCredential']): 'wide' | 'branch' | 'exact' => {
  if (/\*|pull_request/i.test(subject)) return 'wide';
  return /environment:/i.test(subject) ? 'exact' : 'branch';
};

export default defineEdge({
  kind: 'federates',
  reads: ['federatedCredential', 'managedIdentity'],
  atlas: ['AML.T0010.001'],
  cost: 20,
  fix: 'Trust one repository and one environment, and protect that environment.',
  draw: (tenant) =>
    tenant.all('federatedCredential').flatMap((trust) => {
      const identity = tenant.byId('managedIdentity', trust.parentId ?? '');
      if (!identity || trust.subject === '') return [];
      return [
        {
          from: [inRepository(`${trust.issuer} ${trust.subject}`)],
          to: actsAs(identity.principalId),
          closedBy: [closes('narrow-trust', trust.id)],
          tell: () => ({
            says: `Whoever runs as ${trust.subject} becomes ${identity.name}.`,
            evidence: [seen(trust, 'subject', trust.subject), seen(trust, 'issuer', trust.issuer)],
          }),
        },
      ];
    }),
});
