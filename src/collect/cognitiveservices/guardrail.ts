import type { Guardrail } from '../../model/ai';
import type { Resource } from '../../model/resource';
import type { Gap } from '../../model/snapshot';
import { versionOf } from '../apiVersions';
import { base } from '../base';
import { isTrue, oneOf, part, parts, text, word } from '../body';
import { childCollector } from '../collector';
import type { Body, Converted } from '../collector';
import { missingFilters, plain, toContentFilters } from './contentFilters';

/** A RAI policy. `customBlocklists` without `blocking` only annotate. */
export function toGuardrail(body: Body, account?: Resource): Guardrail {
  const properties = part(body, 'properties');
  return {
    ...base('guardrail', body, account),
    type: oneOf(['UserManaged', 'SystemManaged'], 'Unrecognised', properties, 'type'),
    mode: word(['Default', 'Deferred', 'Blocking', 'Asynchronous_filter'], '', properties, 'mode'),
    basePolicyName: text(properties, 'basePolicyName'),
    contentFilters: toContentFilters(parts(properties, 'contentFilters')),
    customBlocklists: parts(properties, 'customBlocklists').map((blocklist) => ({
      name: text(blocklist, 'blocklistName'),
      source: plain(text(blocklist, 'source')),
      blocking: isTrue(blocklist, 'blocking'),
    })),
  };
}

/** Filters that a custom policy does not state: off, or those of its base policy? Azure documents neither. */
function notStated(guardrail: Guardrail): readonly Gap[] {
  if (guardrail.type !== 'UserManaged') return [];
  return missingFilters(guardrail.contentFilters).map(({ filter, source }) => ({
    kind: 'guardrail',
    scope: guardrail.id,
    reason: 'notStated',
    permission: '',
    detail: `contentFilters does not state ${filter} for ${source}`,
    property: `contentFilters.${filter}.${source}`,
  }));
}

const convert = (body: Body, account: Resource): Converted<'guardrail'> => {
  const resource = toGuardrail(body, account);
  return { resource, gaps: notStated(resource) };
};

export default childCollector({
  kind: 'guardrail',
  parents: ['aiAccount'],
  permissions: ['Microsoft.CognitiveServices/accounts/raiPolicies/read'],
  read: (azure, account) =>
    azure.list(`${account.id}/raiPolicies`, versionOf('microsoft.cognitiveservices/accounts/raipolicies')),
  convert,
});
