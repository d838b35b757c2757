import rule from '../../../src/rules/shadow/shadow-ai-consented-apps';
import { testRule } from '../../kit/testRule';

const consented = (...scopes: readonly string[]) => ({ scopes });
const register = (until: string) => ({
  policy: { sanctioned: [{ appId: 'APP-1', until, why: 'pilot of team-ai' }] },
});

testRule(rule, {
  pass: [
    { name: 'nothing was consented' },
    { name: 'sign-in is off', subject: { ...consented('Mail.Read'), isEnabled: false } },
  ],
  fail: [
    {
      name: 'mail of everyone, day and night',
      subject: { ...consented('Mail.Read', 'offline_access'), forEveryone: true },
      severity: 'high',
      says: 'confirmed: OpenAI at appId; opens Mail.Read for everyone, also while nobody is signed in',
    },
    { name: 'files of one person', subject: consented('Files.Read.All'), severity: 'medium', says: 'Files.Read.All' },
    {
      name: 'a sign-in',
      subject: { ...consented('openid', 'profile'), forEveryone: true },
      severity: 'low',
      says: 'consented openid, profile for everyone',
    },
    {
      name: 'a name alone',
      subject: {
        ...consented('Sites.Read.All'),
        aiSignals: [{ signal: 'vendorName', place: 'displayName', what: 'Jasper' }],
      },
      severity: 'medium',
      says: 'likely: Jasper at displayName',
    },
    {
      name: 'an entry of the register that ended',
      subject: consented('Chat.Read'),
      ...register('2026-11-23'),
      severity: 'medium',
      says: 'ended on 2026-11-23',
    },
  ],
  notApplicable: [
    {
      name: 'in the register, on its last day too',
      subject: consented('Mail.Read'),
      ...register('2026-11-24'),
      says: 'pilot of team-ai',
    },
  ],
  unknown: [
    {
      name: 'consents were not read',
      gaps: [
        {
          ...{ kind: 'consentedApp', scope: '/serviceprincipals/sp-1', property: 'scopes' },
          ...{ reason: 'forbidden', permission: 'Microsoft Graph Directory.Read.All', detail: '' },
        },
      ],
      says: 'Directory.Read.All',
    },
  ],
});
