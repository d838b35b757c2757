import rule from '../../../src/rules/foundry/foundry-agent-secrets-in-definition';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'none seen' }, { name: 'an empty list', subject: { exposedSecrets: [] } }],
  fail: [
    {
      name: 'a header',
      subject: {
        exposedSecrets: [{ place: 'tools[crm].headers[api-key]', secretKind: 'credential', confidence: 'named' }],
      },
      says: 'tools[crm].headers[api-key] holds a credential',
    },
  ],
});
