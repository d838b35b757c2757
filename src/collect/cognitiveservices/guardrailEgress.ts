import type { GuardrailEgress } from '../../model/foundry';
import type { Resource } from '../../model/resource';
import { versionOf } from '../apiVersions';
import { base } from '../base';
import { isBody, at, oneOf, part, parts, text } from '../body';
import { childCollector } from '../collector';
import type { Body } from '../collector';
import { listPreview } from '../preview';

/** Host and path are left out of a rule that holds for all of them; Transform and Rewrite let through what they match. */
const allowsEveryHost = (rule: Body): boolean =>
  text(rule, 'action', 'actionType').toLowerCase() !== 'deny' &&
  ['', '*'].includes(text(rule, 'match', 'host')) &&
  ['', '/', '/*', '*'].includes(text(rule, 'match', 'path'));

/** The egress policy of a guardrail; headers that its rules set are left out. */
export function toGuardrailEgress(body: Body, account?: Resource): GuardrailEgress {
  const policy = part(body, 'properties', 'egressPolicy');
  const guardrail = base('guardrailEgress', body, account);
  return {
    ...guardrail,
    id: `${guardrail.id}/egresspolicy`,
    parentId: guardrail.id,
    defaultAction: oneOf(['Allow', 'Deny'], 'Deny', policy, 'defaultAction'),
    mode: oneOf(['Enforced', 'Audit'], 'Enforced', policy, 'mode'),
    allowsEveryHost: parts(policy, 'rules').some(allowsEveryHost),
  };
}

const hasPolicy = (body: Body): boolean =>
  at(body, 'id') === undefined || isBody(at(body, 'properties', 'egressPolicy'));

/** Costs one request for each account with projects: only there do hosted agents run. */
export default childCollector({
  kind: 'guardrailEgress',
  parents: ['aiAccount'],
  permissions: ['Microsoft.CognitiveServices/accounts/raiPolicies/read'],
  applies: (account) => account.kind === 'aiAccount' && account.allowProjectManagement,
  read: (azure, account) =>
    listPreview(
      azure,
      `${account.id}/raiPolicies`,
      versionOf('microsoft.cognitiveservices/accounts/raipolicies/egresspolicy'),
    ),
  convert: (body, account) => (hasPolicy(body) ? { resource: toGuardrailEgress(body, account) } : null),
});
