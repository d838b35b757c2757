import type { DefenderPlan } from '../../model/governance';
import type { Resource } from '../../model/resource';
import { versionOf } from '../apiVersions';
import { base } from '../base';
import { at, oneOf, parts, text } from '../body';
import { childCollector } from '../collector';
import type { Body } from '../collector';

/** Azure sends the words "True" and "False" here, not booleans. */
const isOn = (extension: Body): boolean => String(at(extension, 'isEnabled')).toLowerCase() === 'true';

/** A Defender plan of a subscription with its extensions; their additional properties are left out. */
export const toDefenderPlan = (body: Body, subscription?: Resource): DefenderPlan => ({
  ...base('defenderPlan', body, subscription),
  pricingTier: oneOf(['Standard', 'Free'], 'Unrecognised', body, 'properties', 'pricingTier'),
  extensions: Object.fromEntries(
    parts(body, 'properties', 'extensions')
      .filter((extension) => text(extension, 'name') !== '')
      .map((extension) => [text(extension, 'name'), isOn(extension)]),
  ),
});

export default childCollector({
  kind: 'defenderPlan',
  parents: ['subscription'],
  permissions: ['Microsoft.Security/pricings/read'],
  read: (azure, subscription) =>
    azure.list(`${subscription.id}/providers/Microsoft.Security/pricings`, versionOf('microsoft.security/pricings')),
  convert: (body, subscription) => ({ resource: toDefenderPlan(body, subscription) }),
});
