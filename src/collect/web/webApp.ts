import type { WebApp } from '../../model/workloads';
import { base, toIdentity } from '../base';
import { at, idAt, isTrue, oneOf, part, text, texts } from '../body';
import { surveyCollector } from '../collector';
import type { Body } from '../collector';
import { workloadsQuery } from '../queries';
import { readablesIn } from '../secrets/exposed';
import { aiImage } from '../signals/images';
import { commandSignals, told } from '../workloads/workload';

const hostingOf = (kind: string): WebApp['hosting'] => {
  if (kind.includes('workflowapp')) return 'workflow';
  return kind.includes('functionapp') ? 'function' : 'web';
};

/** `DOCKER|registry/image:tag`; other stacks are code. */
const imageOf = (site: Body): string => {
  const stack = text(site, 'linuxFxVersion') || text(site, 'windowsFxVersion');
  return /^docker\|(.+)$/i.exec(stack)?.[1]?.toLowerCase() ?? '';
};

/** A site as Resource Graph shows it: of `siteConfig` it holds the stack and the start command, and none of the settings. */
export function toWebApp(body: Body): WebApp {
  const properties = part(body, 'properties');
  const site = part(properties, 'siteConfig');
  const fixed = base('webApp', body);
  const image = imageOf(site);
  const known = aiImage(image);
  const start = readablesIn(at(site, 'appCommandLine'), 'siteConfig.appCommandLine');
  const signals = [
    ...(known ? [{ signal: 'image', place: 'siteConfig.linuxFxVersion', what: known } as const] : []),
    ...start.flatMap(({ place, value }) => commandSignals(place, value)),
  ];
  const hosts = [
    ...texts(properties, 'enabledHostNames'),
    ...texts(properties, 'hostNames'),
    text(properties, 'defaultHostName'),
  ];
  return {
    ...fixed,
    ...told(fixed, signals, [start]),
    identity: toIdentity(body),
    hosting: hostingOf(text(body, 'kind').toLowerCase()),
    state: text(properties, 'state'),
    httpsOnly: isTrue(properties, 'httpsOnly'),
    publicNetworkAccess: oneOf(['Enabled', 'Disabled'], 'Enabled', properties, 'publicNetworkAccess'),
    hosts: [...new Set(hosts.filter(Boolean).map((host) => host.toLowerCase()))]
      .filter((host) => !host.includes('.scm.'))
      .sort(),
    image,
    subnetId: idAt(properties, 'virtualNetworkSubnetId'),
  };
}

export default surveyCollector({
  kind: 'webApp',
  permissions: ['Microsoft.Web/sites/read'],
  query: workloadsQuery,
  types: ['microsoft.web/sites'],
  convert: (row) => ({ resource: toWebApp(row) }),
});
