import { absent, fails, passes, row, spared, table, unsure, values } from './table';

const rule = 'shadow-ai-consented-apps';
const chatGpt = 'e0476654-c1d5-430b-ab80-70cbd947616a';
const consents = (scope: string, consentType = 'Principal') => ({
  oauth2PermissionGrants: [{ clientId: 'sp-1', consentType, scope }],
});
const nothingElse = { appId: 'x', displayName: 'Fjell Writer' };

/** Service principals of other organisations; whatever shows no vendor makes no resource and has no label. */
export const consentedApps = table(
  'consented application',
  {
    kind: 'consentedApp',
    body: {
      ...{ id: 'sp-1', appId: chatGpt, displayName: 'ChatGPT', homepage: null, replyUrls: [], accountEnabled: true },
      ...{ appOwnerOrganizationId: 'elsewhere', servicePrincipalType: 'Application', verifiedPublisher: null },
      ...{ oauth2PermissionGrants: [], appRoleAssignments: [] },
    },
    labels: passes(rule),
  },
  ['openid profile', ' offline_access Mail.Read', 'Files.Read.All', 'Sites.ReadWrite.All Chat.Read'].flatMap((scope) =>
    row(`consented ${scope}`, consents(scope), fails(rule)),
  ),
  row('consented for everyone', consents('Mail.ReadWrite', 'AllPrincipals'), fails(rule)),
  row('an unknown case of the id', { appId: chatGpt.toUpperCase(), ...consents('User.Read') }, fails(rule)),
  row(
    'an application permission alone',
    { appRoleAssignments: [{ appRoleId: '810c84a8-4a9e-49e6-bf7d-12d183f40d01' }] },
    fails(rule),
  ),
  row('a permission without a known name', { appRoleAssignments: [{ appRoleId: 'z' }] }, fails(rule)),
  row('a home page', { ...nothingElse, homepage: 'https://www.jasper.ai/app', ...consents('User.Read') }, fails(rule)),
  row(
    'a reply URL',
    { ...nothingElse, replyUrls: ['https://x.example', 'https://app.fireflies.ai/login'], ...consents('User.Read') },
    fails(rule),
  ),
  row(
    'a verified publisher',
    { ...nothingElse, verifiedPublisher: { displayName: 'Anthropic, PBC' }, ...consents('User.Read') },
    fails(rule),
  ),
  row('an absent owner', { appOwnerOrganizationId: absent, ...consents('User.Read') }, fails(rule)),
  row('sign-in is off', { accountEnabled: false, ...consents('Mail.Read') }, {}),
  row('an absent switch is on', { accountEnabled: absent, ...consents('Mail.Read') }, fails(rule)),
  values('oauth2PermissionGrants', [absent, null, [{ scope: ' ' }]], {}),
  row('in the register', consents('Mail.Read'), spared(rule), {
    policy: { sanctioned: [{ appId: chatGpt.toUpperCase(), why: 'team-ai' }] },
  }),
  row('in the register until yesterday', consents('Mail.Read'), fails(rule), {
    policy: { sanctioned: [{ appId: chatGpt, until: '2026-11-23', why: 'team-ai' }] },
  }),
  row('consents unread', {}, unsure(rule), {
    gaps: [
      {
        ...{ kind: 'consentedApp', scope: '/serviceprincipals/sp-1', reason: 'forbidden', detail: '' },
        ...{ property: 'scopes', permission: 'Directory.Read.All' },
      },
    ],
  }),
);
