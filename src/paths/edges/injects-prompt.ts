import { closes, defineEdge, seen } from '../defineEdge';
import { steers, writesTo } from '../states';

/** An agent that is published to channels takes words from whoever writes there. */
export default defineEdge({
  kind: 'injects-prompt',
  reads: ['agentApplication'],
  atlas: ['AML.T0051.000', 'AML.T0093'],
  cost: 500,
  certainty: 'possible',
  fix: 'Let only named callers talk to the agent, and shield it against prompt injection.',
  draw: (tenant) =>
    tenant
      .all('agentApplication')
      .filter(({ isEnabled, authorizationType }) => isEnabled && /^channels$/i.test(authorizationType))
      .flatMap((one) => {
        if (!one.parentId) return [];
        return [
          {
            from: [writesTo(one.id)],
            to: steers(one.parentId),
            closedBy: [closes('disable-agent', one.id), closes('shield-agent', one.parentId)],
            tell: () => ({
              says: `Talks ${one.name} into what its maker did not mean.`,
              evidence: [seen(one, 'authorizationPolicy.type', one.authorizationType)],
              doubt: 'whether the agent obeys cannot be read',
            }),
          },
        ];
      }),
});
