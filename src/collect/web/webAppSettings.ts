import type { Resource } from '../../model/resource';
import type { WebAppSettings } from '../../model/workloads';
import { versionOf } from '../apiVersions';
import { base } from '../base';
import { entries } from '../body';
import { childCollector } from '../collector';
import type { AzureReader, Body } from '../collector';
import { exposedIn, exposedSecrets } from '../secrets/exposed';
import { literalOrVault, signalsOf, toEnvironmentName, toReadable, type Variable } from '../workloads/environment';

async function* read(azure: AzureReader, site: Resource): AsyncGenerator<Body> {
  const path = `${site.id}/config/appsettings`;
  const version = versionOf('microsoft.web/sites/config');
  const { properties } = await azure.plane('appSettings').read(`${path}/list?api-version=${version}`);
  yield { id: path, properties };
}

const toVariable = ([name, value]: readonly [string, unknown]): readonly Variable[] =>
  typeof value === 'string' ? [{ place: `appSettings[${name}]`, name, value, holds: literalOrVault(value) }] : [];

/** All settings of a site by name, with what stands there: no value is kept. */
export function toWebAppSettings(body: Body, site?: Resource): WebAppSettings {
  const fixed = base('webAppSettings', body, site);
  const variables = entries(body, 'properties').flatMap(toVariable);
  return {
    ...fixed,
    ...exposedSecrets(exposedIn(variables.map(toReadable))),
    complete: true,
    settings: variables.map(toEnvironmentName),
    vaultReferences: [],
    aiSignals: variables.flatMap(signalsOf),
  };
}

export default childCollector({
  kind: 'webAppSettings',
  parents: ['webApp'],
  permissions: [],
  optIn: 'appSettings',
  read,
  convert: (body, site) => ({ resource: toWebAppSettings(body, site) }),
});
