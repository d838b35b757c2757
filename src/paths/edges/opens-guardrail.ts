import { defineEdge, seen } from '../defineEdge';
import { whileUnlocked } from '../locks';
import { can, weakens } from '../states';

export default defineEdge({
  kind: 'opens-guardrail',
  reads: ['aiAccount', 'deployment', 'resourceLock'],
  atlas: ['AML.T0054', 'AT:T1562.001'],
  cost: 223,
  fix: 'Part who deploys models from who owns their guardrails, and hold filters by policy.',
  draw: (tenant) =>
    tenant.all('aiAccount').flatMap((account) =>
      tenant.below(account, 'deployment').flatMap((one) =>
        (['model.guardrail', 'model.deploy'] as const).map((ability) => ({
          from: [can(ability, account.id), ...whileUnlocked(account.id, tenant)],
          to: weakens(one.id),
          closedBy: [],
          tell: () => ({
            says:
              ability === 'model.guardrail'
                ? `Changes the guardrail of ${one.name}.`
                : `Puts ${one.name} under another guardrail.`,
            evidence: [
              seen(one, 'raiPolicyName', one.raiPolicyName || 'Microsoft.DefaultV2'),
              seen(account, 'ability', ability),
            ],
          }),
        })),
      ),
    ),
});
