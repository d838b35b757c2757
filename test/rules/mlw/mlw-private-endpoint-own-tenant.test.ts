import rule from '../../../src/rules/mlw/mlw-private-endpoint-own-tenant';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const endpoint = (subscription: string, status = 'Approved') => ({
  privateEndpointId: `/subscriptions/${subscription}/resourcegroups/rg/providers/microsoft.network/privateendpoints/pe`,
  status,
});
const endpoints = (...privateEndpointConnections: ReturnType<typeof endpoint>[]) => ({
  subject: { privateEndpointConnections },
});
const hidden = (status: string) => ({ privateEndpointId: '', status });
const subscriptions = (tenantId = 't') => [
  safe('subscription'),
  safe('subscription', { id: '/subscriptions/s2', subscriptionId: 's2', tenantId }),
];
const gaps = [{ kind: 'subscription', scope: '/', reason: 'forbidden', permission: 'x/read', detail: '' }] as const;

testRule(rule, {
  pass: [
    { name: 'there is no endpoint', ...endpoints(), gaps },
    { name: 'the endpoint is in the same subscription, whatever else was read', ...endpoints(endpoint('S')), gaps },
    { name: 'it is in another subscription of the tenant', ...endpoints(endpoint('s2')), around: subscriptions() },
    {
      name: 'a foreign one waits for approval',
      ...endpoints(endpoint('s9', 'Pending'), hidden('Pending')),
      around: subscriptions(),
    },
  ],
  fail: [
    {
      name: 'Azure hides the id',
      ...endpoints(endpoint('s'), hidden('approved')),
      gaps,
      says: 'no privateEndpoint.id',
    },
    {
      name: 'its subscription is none of the tenant',
      ...endpoints(endpoint('s9')),
      around: subscriptions(),
      says: 's9',
    },
    {
      name: 'its subscription is visible and another tenant is its home',
      ...endpoints(endpoint('s2')),
      around: subscriptions('t2'),
    },
  ],
  notApplicable: [
    {
      name: 'a project is judged on its hub, in odd casing',
      subject: { workspaceKind: 'PROJECT', privateEndpointConnections: [hidden('Approved')] },
      says: 'Project',
    },
  ],
  unknown: [
    { name: 'no subscription was read', ...endpoints(endpoint('s9')), says: 'subscriptions of the tenant' },
    {
      name: 'the list of subscriptions may be incomplete',
      ...endpoints(endpoint('s9')),
      around: subscriptions(),
      gaps,
      says: 'x/read',
    },
  ],
});
