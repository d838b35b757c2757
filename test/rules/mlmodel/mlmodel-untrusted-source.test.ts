import rule from '../../../src/rules/mlmodel/mlmodel-untrusted-source';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const from = (modelUri: string) => ({ subject: { modelUri } });
const st = 'https://st.blob.core.windows.net/models/m.onnx';
const allowed = { policy: { allowedConnectionHosts: ['models.halden.example', '.partner.example'] } };

testRule(rule, {
  pass: [
    { name: 'a storage account of the tenant', ...from(st), around: [safe('storageAccount')] },
    { name: 'a host of the policy file', ...from('https://models.halden.example/m'), ...allowed },
    { name: 'below a host of the policy file', ...from('https://eu.partner.example/m'), ...allowed },
  ],
  fail: [
    { name: 'anywhere', ...from('https://cdn.example/m.onnx'), says: 'modelUri is of cdn.example' },
    { name: 'without encryption', ...from('http://models.halden.example/m'), ...allowed, says: 'http://' },
    { name: 'a host that only looks like storage', ...from('https://st.blob.core.windows.net.example/m') },
  ],
  notApplicable: [
    { name: 'a datastore of the workspace' },
    { name: 'archived', subject: { modelUri: 'https://cdn.example/m', isArchived: true } },
  ],
  unknown: [
    {
      name: 'a storage account that was not read',
      ...from('https://elsewhere.dfs.core.windows.net/m'),
      says: 'elsewhere',
    },
    {
      name: 'storage accounts were not read',
      ...from(st),
      gaps: [{ kind: 'storageAccount', scope: '/subscriptions/s', reason: 'forbidden', permission: 'p', detail: '' }],
    },
  ],
});
