import type { Resource } from '../../model/resource';
import type { VaultReference, WebAppSettings } from '../../model/workloads';
import { versionOf } from '../apiVersions';
import { base } from '../base';
import { idAt, parts, text } from '../body';
import { childCollector } from '../collector';
import type { AzureReader, Body } from '../collector';
import { signalsOf } from '../workloads/environment';

const path = (site: Resource): string => `${site.id}/config/configreferences/appsettings`;

async function* read(azure: AzureReader, site: Resource): AsyncGenerator<Body> {
  const value: Body[] = [];
  for await (const row of azure.list(path(site), versionOf('microsoft.web/sites/config'))) value.push(row);
  yield { id: path(site), value };
}

const toReference = (row: Body): VaultReference => {
  const vault = text(row, 'properties', 'vaultName').toLowerCase();
  return {
    name: text(row, 'id').replace(/^.*\//, '') || text(row, 'name'),
    vaultHost: vault ? `${vault}.vault.azure.net` : '',
    secretName: text(row, 'properties', 'secretName'),
    status: text(row, 'properties', 'status'),
  };
};

/** The settings of a site that refer to a vault: names and where they lead. A reader sees no others. */
export function toWebAppReferences(body: Body, site?: Resource): WebAppSettings {
  const vaultReferences = parts(body, 'value')
    .filter((row) => idAt(row, 'id') !== '')
    .map(toReference);
  const variables = vaultReferences.map(
    ({ name }) => ({ place: `appSettings[${name}]`, name, value: '', holds: 'vault' }) as const,
  );
  return {
    ...base('webAppSettings', body, site),
    complete: false,
    settings: variables.map(({ name, holds }) => ({ name, holds, host: '' })),
    vaultReferences,
    aiSignals: variables.flatMap(signalsOf),
  };
}

export default childCollector({
  kind: 'webAppSettings',
  parents: ['webApp'],
  permissions: ['Microsoft.Web/sites/config/read'],
  read,
  convert: (body, site) => ({ resource: toWebAppReferences(body, site) }),
});
