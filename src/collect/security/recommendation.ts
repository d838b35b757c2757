import type { Recommendation } from '../../model/governance';
import { base } from '../base';
import { idAt, isTrue, part, text } from '../body';
import type { Body } from '../collector';

/** Words by which a recommendation concerns AI or what AI stands on; the other hundreds are not ours to watch. */
const ours =
  /\b(ai|foundry|openai|cognitive|machine learning|model|agents?|search services?|databricks|bot|storage accounts?|key ?vaults?|container registr(y|ies)|cosmos db|api management)\b/i;

/** The catalogue's entry; null when it does not concern AI. */
export function toRecommendation(body: Body): Recommendation | null {
  const properties = part(body, 'properties');
  const displayName = text(properties, 'displayName');
  if (!ours.test(displayName)) return null;
  const policy = idAt(properties, 'policyDefinitionId');
  return {
    ...base('recommendation', body),
    name: displayName,
    severity: text(properties, 'severity'),
    policyDefinitionId: policy.slice(policy.lastIndexOf('/') + 1),
    assessmentType: text(properties, 'assessmentType'),
    isPreview: isTrue(properties, 'preview'),
  };
}
