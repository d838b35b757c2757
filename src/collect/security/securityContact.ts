import type { Resource } from '../../model/resource';
import type { SecurityContact } from '../../model/safeguards';
import { versionOf } from '../apiVersions';
import { base } from '../base';
import { isNotFalse, part, parts, text } from '../body';
import { childCollector } from '../collector';
import type { Body } from '../collector';

/** Who is told of alerts and attack paths; addresses themselves are left out (2023-12-01-preview). */
export function toSecurityContact(body: Body, subscription?: Resource): SecurityContact {
  const properties = part(body, 'properties');
  const source = parts(properties, 'notificationsSources').find(
    (one) => text(one, 'sourceType').toLowerCase() === 'attackpath',
  );
  const byRole = text(properties, 'notificationsByRole', 'state').toLowerCase() === 'on';
  return {
    ...base('securityContact', body, subscription),
    isEnabled: isNotFalse(properties, 'isEnabled'),
    hasReceivers: byRole || text(properties, 'emails').trim() !== '',
    attackPathRiskLevel: text(source, 'minimalRiskLevel'),
  };
}

/** Costs one request a subscription. */
export default childCollector({
  kind: 'securityContact',
  parents: ['subscription'],
  permissions: ['Microsoft.Security/securityContacts/read'],
  read: (azure, subscription) =>
    azure.list(
      `${subscription.id}/providers/Microsoft.Security/securityContacts`,
      versionOf('microsoft.security/securitycontacts'),
    ),
  convert: (body, parent) => ({ resource: toSecurityContact(body, parent) }),
});
