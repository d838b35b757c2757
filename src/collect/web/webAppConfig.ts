import type { Resource } from '../../model/resource';
import type { WebAppConfig } from '../../model/workloads';
import { versionOf } from '../apiVersions';
import { base } from '../base';
import { oneOf, part, parts, text } from '../body';
import { childCollector } from '../collector';
import type { Body } from '../collector';

const allows = (rule: Body): boolean => text(rule, 'action').toLowerCase() !== 'deny';

/**
 * The firewall of a site. Azure shows a site without rules one rule `Any`, Allow; an absent `ipSecurityRestrictionsDefaultAction` is Deny as soon as there is a
 * rule (page on access restrictions of App Service).
 */
export function toWebAppConfig(body: Body, site?: Resource): WebAppConfig {
  const properties = part(body, 'properties');
  const rules = parts(properties, 'ipSecurityRestrictions');
  const open = rules.every((rule) => text(rule, 'ipAddress').toLowerCase() === 'any');
  return {
    ...base('webAppConfig', body, site),
    allowedRanges: rules.filter(allows).map((rule) => text(rule, 'ipAddress') || text(rule, 'vnetSubnetResourceId')),
    defaultAction: oneOf(['Allow', 'Deny'], open ? 'Allow' : 'Deny', properties, 'ipSecurityRestrictionsDefaultAction'),
    minimumTlsVersion: text(properties, 'minTlsVersion'),
  };
}

export default childCollector({
  kind: 'webAppConfig',
  parents: ['webApp'],
  permissions: ['Microsoft.Web/sites/config/read'],
  read: async function* (azure, site) {
    yield await azure.read(`${site.id}/config/web`, versionOf('microsoft.web/sites/config'));
  },
  convert: (body, site) => ({ resource: toWebAppConfig(body, site) }),
});
