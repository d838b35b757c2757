import rule from '../../../src/rules/mlw/mlw-v1-legacy-mode';
import { testRule } from '../../kit/testRule';

const own = { isolationMode: 'Disabled', v1LegacyMode: false };

testRule(rule, {
  pass: [{ name: 'the older mode is on', subject: { ...own, v1LegacyMode: true } }],
  fail: [
    { name: 'isolated, the mode is off, as when Azure leaves it out', subject: own, says: 'v1LegacyMode is false' },
  ],
  notApplicable: [
    { name: 'a managed network', subject: { ...own, isolationMode: 'AllowInternetOutbound' }, says: 'isolationMode' },
    { name: 'no private endpoint', subject: { ...own, privateEndpointConnections: [] }, says: 'not isolated' },
    {
      name: 'a private endpoint that nobody approved',
      subject: { ...own, privateEndpointConnections: [{ privateEndpointId: 'pe', status: 'Pending' }] },
    },
    { name: 'a project', subject: { ...own, workspaceKind: 'Project' }, says: 'hub' },
  ],
});
