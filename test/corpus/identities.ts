import { group, workspace } from './bodies';
import { absent, fails, lay, passes, row, spared, table, unsure, values } from './table';

const trusted = 'identity-federated-credential-trusted';
const id = `${group}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-fjell`;

/** An identity that a workspace bears, and who may become it. */
export const identities = table(
  'federated credential',
  {
    kind: 'federatedCredential',
    under: id,
    body: {
      id: `${id}/federatedIdentityCredentials/ci`,
      name: 'ci',
      properties: {
        issuer: 'https://token.actions.githubusercontent.com',
        subject: 'repo:contoso/models:environment:production',
        audiences: ['api://AzureADTokenExchange'],
      },
    },
    around: [
      { kind: 'managedIdentity', body: { id, name: 'id-fjell', properties: { principalId: 'p' } } },
      {
        kind: 'mlWorkspace',
        body: lay(workspace, {
          identity: { type: 'UserAssigned', userAssignedIdentities: { [id]: { principalId: 'p' } } },
        }),
      },
    ],
    policy: { allowedTokenIssuers: ['https://token.actions.githubusercontent.com'] },
    labels: passes(trusted),
  },
  values(
    'properties.issuer',
    [
      'https://evil.example',
      'https://token.actions.githubusercontent.com.evil.example',
      'https://evil.example/token.actions.githubusercontent.com',
      absent,
      null,
      '',
    ],
    fails(trusted),
  ),
  values('properties.issuer', ['https://TOKEN.actions.githubusercontent.com/'], {}),
  values(
    'properties.subject',
    ['repo:contoso/*', 'repo:contoso/models:*', 'repo:contoso/models:pull_request', '*'],
    fails(trusted),
  ),
  values('properties.subject', ['repo:contoso/models:ref:refs/heads/main'], {}),
  values('properties.subject', [absent, null, ''], unsure(trusted)),
  row('no issuers given', {}, spared(trusted), { policy: { allowedTokenIssuers: [] } }),
);
