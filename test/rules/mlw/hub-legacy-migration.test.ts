import rule from '../../../src/rules/mlw/hub-legacy-migration';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [
    { name: 'a workspace, as when Azure leaves the kind out' },
    { name: 'a feature store', subject: { workspaceKind: 'FeatureStore' } },
  ],
  fail: [
    { name: 'a hub', subject: { workspaceKind: 'Hub' }, says: 'kind is Hub' },
    { name: 'a project, in odd casing', subject: { workspaceKind: 'PROJECT' } },
  ],
});
