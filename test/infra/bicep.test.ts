import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { bicep, findCompiler, predict, type Parameters, type PredictedResource } from './compiler';

const infra = resolve(__dirname, '../../infra');
const main = join(infra, 'main.bicep');
const subscriptionId = '11111111-1111-1111-1111-111111111111';
const webhook = 'https://prod.example.org/workflows/1?sig=not-to-be-seen';

const roleNames: Readonly<Record<string, string>> = {
  'acdd72a7-3385-48ef-bd42-f606fba81ae7': 'Reader',
  '39bc4728-0917-49c7-9d2c-d95423bc2eb4': 'Security Reader',
  'b7e6dc6d-f1e8-4753-8033-0f276bb0955b': 'Storage Blob Data Owner',
  '974c5e8b-45b9-4653-ba55-5f855dd0fb88': 'Storage Queue Data Contributor',
  '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3': 'Storage Table Data Contributor',
  '3913510d-42f4-4e42-8a64-420c390055eb': 'Monitoring Metrics Publisher',
  '4633458b-17de-408a-b874-0445c86b69e6': 'Key Vault Secrets User',
};

const found = findCompiler();
const compiler = 'command' in found ? found.command : '';
if ('missing' in found) process.stdout.write(`SKIPPED bicep: ${found.missing}\n`);

(compiler ? describe : describe.skip)('infra/main.bicep', () => {
  const run = (...args: string[]) => bicep(compiler, ...args);
  const deploy = (parameters: Parameters = {}) => predict(compiler, main, { subscriptionId, ...parameters });

  const only = (resources: readonly PredictedResource[], type: string): PredictedResource => {
    const found = resources.filter((resource) => resource.type === type);
    expect(found.map(({ type: one }) => one)).toEqual([type]);
    return found[0]!;
  };

  /** "Role at kind of scope" of every assignment, sorted. */
  const grants = (resources: readonly PredictedResource[]): string[] =>
    resources
      .filter(({ type }) => type === 'Microsoft.Authorization/roleAssignments')
      .map(({ id, properties }) => {
        const role = String(properties?.['roleDefinitionId']).split('/').at(-1)!;
        const scope = /\/providers\/([^/]+\/[^/]+)\/[^/]+\/providers\/Microsoft\.Authorization/.exec(id)?.[1];
        return `${roleNames[role] ?? role} at ${scope ?? /^\[(\w+)ResourceId\('mg-ai'/.exec(id)?.[1] ?? id}`;
      })
      .sort();

  const ownData = [
    'Key Vault Secrets User at Microsoft.KeyVault/vaults',
    'Monitoring Metrics Publisher at Microsoft.Insights/components',
    'Storage Blob Data Owner at Microsoft.Storage/storageAccounts',
    'Storage Queue Data Contributor at Microsoft.Storage/storageAccounts',
    'Storage Table Data Contributor at Microsoft.Storage/storageAccounts',
  ];

  let compiled = '';
  let usual: PredictedResource[] = [];
  let strict: PredictedResource[] = [];

  beforeAll(() => {
    compiled = run('build', main, '--stdout').output;
    usual = deploy({ teamsWebhookUrl: webhook, webhookStored: true });
    strict = deploy({
      baseName: 'longest',
      useCustomAuditorRole: true,
      appPublicNetworkAccess: 'Disabled',
      dataPublicNetworkAccess: 'Disabled',
      allowedIpRanges: ['192.0.2.0/24', '2001:db8::/32'],
      scopes: ['mg-a', 'mg-b'],
      policy: 'policy.json',
    });
  }, 120_000);

  describe('compiler and linter', () => {
    it('have nothing to say about any file', () => {
      const { output, said } = run('lint', '--pattern', join(infra, '**', '*.bicep'));
      expect(output + said).toBe('');
    });

    it('would say something about a fault', () => {
      const folder = mkdtempSync(join(tmpdir(), 'aispm-infra-'));
      writeFileSync(join(folder, 'faulty.bicep'), 'param unused string\n');
      expect(run('lint', join(folder, 'faulty.bicep')).said).toContain('no-unused-params');
      rmSync(folder, { recursive: true });
    });
  });

  it('describes every parameter and every output of every file', () => {
    const undescribed: string[] = [];
    const visit = (node: unknown): void => {
      if (typeof node !== 'object' || node === null) return;
      if ('$schema' in node) undescribed.push(...nameless(node));
      Object.values(node).forEach(visit);
    };
    visit(JSON.parse(compiled));
    expect(undescribed).toEqual([]);
  });

  it('knows no key and no connection string', () => {
    expect(compiled).not.toMatch(
      /listKeys|listAccountSas|listServiceSas|listSecrets|list\(|AccountKey=|DefaultEndpointsProtocol|InstrumentationKey/i,
    );
  });

  it('keeps the webhook URL in a secure parameter and hands the app a Key Vault reference', () => {
    expect(JSON.stringify(usual)).not.toContain('not-to-be-seen');
    expect(JSON.parse(compiled)).toMatchObject({
      parameters: { teamsWebhookUrl: { type: 'securestring', defaultValue: '' } },
    });
    expect(compiled).toContain('@Microsoft.KeyVault(VaultName={0};SecretName={1})');
    expect(setting(usual, 'AISPM_TEAMS_WEBHOOK_URL')).toMatch(/outputs\.teamsWebhookReference\.value\]$/);
    expect(only(usual, 'Microsoft.Web/sites').properties).toMatchObject({
      keyVaultReferenceIdentity: only(usual, 'Microsoft.ManagedIdentity/userAssignedIdentities').id,
    });
  });

  it('grants the identity Reader and Security Reader at the management group, and its own data', () => {
    expect(grants(usual)).toEqual(
      [...ownData, 'Reader at managementGroup', 'Security Reader at managementGroup'].sort(),
    );
  });

  it('grants the custom role in place of the two when asked to', () => {
    const role = only(strict, 'Microsoft.Authorization/roleDefinitions');
    expect(role.id).toMatch(/^\/providers\/Microsoft\.Management\/managementGroups\/mg-ai\//);
    expect(grants(strict)).toEqual([...ownData, `${role.name} at managementGroup`].sort());
    const declared = JSON.parse(readFileSync(join(infra, 'auditor-role.json'), 'utf8')) as { actions: string[] };
    expect(role.properties).toMatchObject({
      permissions: [{ actions: declared.actions, notActions: [], dataActions: [], notDataActions: [] }],
      assignableScopes: ['/providers/Microsoft.Management/managementGroups/mg-ai'],
    });
  });

  it('closes the storage account to keys, anonymous readers, old TLS and plain HTTP', () => {
    expect(only(usual, 'Microsoft.Storage/storageAccounts').properties).toMatchObject({
      allowSharedKeyAccess: false,
      allowBlobPublicAccess: false,
      allowCrossTenantReplication: false,
      minimumTlsVersion: 'TLS1_2',
      supportsHttpsTrafficOnly: true,
    });
    expect(only(usual, 'Microsoft.Storage/storageAccounts/blobServices/containers').properties).toEqual({
      publicAccess: 'None',
    });
  });

  it('closes the vault to access policies and purging', () => {
    expect(only(usual, 'Microsoft.KeyVault/vaults').properties).toMatchObject({
      enableRbacAuthorization: true,
      enablePurgeProtection: true,
      enableSoftDelete: true,
      softDeleteRetentionInDays: 90,
    });
  });

  it('closes telemetry to keys', () => {
    expect(only(usual, 'Microsoft.Insights/components').properties).toMatchObject({ DisableLocalAuth: true });
    expect(only(usual, 'Microsoft.OperationalInsights/workspaces').properties).toMatchObject({
      features: { disableLocalAuth: true },
    });
    expect(setting(usual, 'APPLICATIONINSIGHTS_AUTHENTICATION_STRING')).toContain('Authorization=AAD');
  });

  it('runs Node 22 on Flex Consumption and takes its package by identity', () => {
    expect(only(usual, 'Microsoft.Web/serverfarms')['sku']).toEqual({ name: 'FC1', tier: 'FlexConsumption' });
    const app = only(usual, 'Microsoft.Web/sites');
    const identity = only(usual, 'Microsoft.ManagedIdentity/userAssignedIdentities').id;
    expect(app).toMatchObject({
      kind: 'functionapp,linux',
      identity: { type: 'UserAssigned', userAssignedIdentities: { [identity]: {} } },
    });
    expect(app.properties?.['functionAppConfig']).toMatchObject({
      deployment: {
        storage: {
          type: 'blobContainer',
          authentication: { type: 'UserAssignedIdentity', userAssignedIdentityResourceId: identity },
        },
      },
      runtime: { name: 'node', version: '22' },
      scaleAndConcurrency: { instanceMemoryMB: 2048, maximumInstanceCount: 40 },
    });
  });

  it('takes HTTPS with TLS 1.2 only, no FTP and no publishing password', () => {
    expect(only(usual, 'Microsoft.Web/sites').properties).toMatchObject({
      httpsOnly: true,
      siteConfig: {
        ftpsState: 'Disabled',
        minTlsVersion: '1.2',
        scmMinTlsVersion: '1.2',
        remoteDebuggingEnabled: false,
      },
    });
    const publishing = usual.filter(({ type }) => type.endsWith('/basicPublishingCredentialsPolicies'));
    expect(publishing.map(({ name, properties }) => [name.split('/')[1], properties])).toEqual([
      ['ftp', { allow: false }],
      ['scm', { allow: false }],
    ]);
  });

  it('sets exactly the settings of the contract and those of the host, none that Flex Consumption refuses', () => {
    expect(Object.keys(settings(usual)).sort()).toEqual([
      'AISPM_CONFIG',
      'AISPM_SCHEDULE',
      'AISPM_SCOPES',
      'AISPM_STORAGE',
      'AISPM_TEAMS_WEBHOOK_URL',
      'APPLICATIONINSIGHTS_AUTHENTICATION_STRING',
      'APPLICATIONINSIGHTS_CONNECTION_STRING',
      'AZURE_CLIENT_ID',
      'AzureWebJobsStorage__accountName',
      'AzureWebJobsStorage__clientId',
      'AzureWebJobsStorage__credential',
    ]);
    expect(settings(usual)).toMatchObject({
      AzureWebJobsStorage__credential: 'managedidentity',
      AISPM_SCHEDULE: '0 0 6 * * *',
      AISPM_SCOPES: '',
      AISPM_CONFIG: '',
    });
    expect(setting(usual, 'AISPM_STORAGE')).toMatch(/outputs\.tableEndpoint\.value\]$/);
    expect(settings(strict)).toMatchObject({ AISPM_SCOPES: 'mg-a,mg-b', AISPM_CONFIG: 'policy.json' });
  });

  it('shuts the networks when asked to', () => {
    const closed = { publicNetworkAccess: 'Disabled', networkAcls: { defaultAction: 'Deny' } };
    expect(only(strict, 'Microsoft.Storage/storageAccounts').properties).toMatchObject(closed);
    expect(only(strict, 'Microsoft.KeyVault/vaults').properties).toMatchObject(closed);
    expect(only(strict, 'Microsoft.Web/sites').properties).toMatchObject({
      publicNetworkAccess: 'Disabled',
      siteConfig: {
        ipSecurityRestrictionsDefaultAction: 'Deny',
        scmIpSecurityRestrictionsUseMain: true,
        ipSecurityRestrictions: [
          { ipAddress: '192.0.2.0/24', action: 'Allow', priority: 100 },
          { ipAddress: '2001:db8::/32', action: 'Allow', priority: 101 },
        ],
      },
    });
  });

  it('sends the logs of app, vault and storage to the workspace', () => {
    const logged = usual.filter(({ type }) => type === 'Microsoft.Insights/diagnosticSettings');
    const sources = logged.map(({ id }) => id.split('/providers/').at(-2)?.split('/').at(-2));
    expect(sources.sort()).toEqual(['blobServices', 'queueServices', 'sites', 'tableServices', 'vaults']);
    for (const { properties } of logged) expect(properties?.['workspaceId']).toMatch(/outputs\.workspaceId\.value\]$/);
  });

  it('tags whatever has a location', () => {
    const placed = usual.filter(({ location }) => location !== undefined);
    expect(placed.length).toBe(8);
    expect(placed.filter(({ tags }) => tags?.['application'] !== 'aispm').map(({ type }) => type)).toEqual([]);
  });

  it('gives the same names for the same place, within the limits of Azure for the longest base name', () => {
    expect(deploy().map(({ id }) => id)).toEqual(usual.map(({ id }) => id));
    expect(only(strict, 'Microsoft.Storage/storageAccounts').name).toMatch(/^stlongest[a-z0-9]{13}$/);
    expect(only(strict, 'Microsoft.Storage/storageAccounts').name.length).toBeLessThanOrEqual(24);
    expect(only(strict, 'Microsoft.KeyVault/vaults').name.length).toBeLessThanOrEqual(24);
  });
});

describe('infra/auditor-role.json', () => {
  const { actions } = JSON.parse(readFileSync(join(infra, 'auditor-role.json'), 'utf8')) as { actions: string[] };

  it('only reads, and names a provider in every action', () => {
    expect(actions.filter((action) => !/^Microsoft\.\w+\/(\*|\w+(\/\w+)*)\/read$/.test(action))).toEqual([]);
  });

  it('is sorted and names nothing twice', () => {
    expect(actions).toEqual([...new Set(actions)].sort());
  });
});

function settings(resources: readonly PredictedResource[]): Record<string, string> {
  const app = resources.find(({ type }) => type === 'Microsoft.Web/sites')?.properties as {
    siteConfig: { appSettings: { name: string; value: string }[] };
  };
  return Object.fromEntries(app.siteConfig.appSettings.map(({ name, value }) => [name, value]));
}

function setting(resources: readonly PredictedResource[], name: string): string {
  return settings(resources)[name] ?? '';
}

/** Names of the parameters and outputs of a template that have no description. */
function nameless(template: object): string[] {
  const { parameters = {}, outputs = {} } = template as Record<
    string,
    Record<string, { metadata?: { description?: string } }>
  >;
  return Object.entries({ ...parameters, ...outputs }).flatMap(([name, { metadata }]) =>
    metadata?.description ? [] : [name],
  );
}
