import rule from '../../../src/rules/mlw/mlw-connection-key-auth';
import { testRule } from '../../kit/testRule';

const signs = (authType: string) =>
  ({ name: authType || 'not stated', subject: { owner: 'workspace', authType } }) as const;

testRule(rule, {
  pass: [signs('AAD'), signs('managedidentity'), signs('OAuth2'), signs('None')],
  fail: [
    { ...signs('ApiKey'), says: 'authType is ApiKey' },
    ...['AccountKey', 'AccessKey', 'SAS', 'PAT', 'CustomKeys', 'UsernamePassword', 'ServicePrincipal', 'Novel'].map(
      signs,
    ),
    { ...signs(''), says: 'authType is not stated' },
  ],
  notApplicable: [
    { name: 'of an account', subject: { owner: 'account', authType: 'ApiKey' }, says: 'Foundry account' },
    { name: 'of a project', subject: { owner: 'project', authType: 'ApiKey' } },
  ],
});
