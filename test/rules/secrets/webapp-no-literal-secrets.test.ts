import rule from '../../../src/rules/secrets/webapp-no-literal-secrets';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const held = [{ place: 'appSettings[OPENAI_API_KEY]', secretKind: 'openAiKey', confidence: 'anchored' }] as const;
const gap = { kind: 'webAppSettings', reason: 'forbidden', permission: 'x/read', detail: '', scope: '/' } as const;

testRule(rule, {
  pass: [{ name: 'all settings were read', around: [safe('webAppSettings')] }],
  fail: [
    {
      name: 'a setting holds a key',
      around: [safe('webAppSettings', { exposedSecrets: held })],
      says: 'appSettings[OPENAI_API_KEY] holds openAiKey',
    },
    {
      name: 'the start command holds one',
      subject: { exposedSecrets: [{ ...held[0], place: 'siteConfig.appCommandLine' }] },
    },
  ],
  notApplicable: [
    { name: 'only references were read', around: [safe('webAppSettings', { complete: false })], says: 'opt-in' },
    { name: 'the settings of another site', around: [safe('webAppSettings', { parentId: '/x' })] },
  ],
  unknown: [{ name: 'settings were refused', gaps: [gap], says: 'x/read' }],
});
