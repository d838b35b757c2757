import rule from '../../../src/rules/rbac/ai-rbac-application-credentials-fresh';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';
import type { Resource } from '../../../src/model/resource';
import { assignment, group, principal, role, roleId } from '../../kit/access';

const calls = role('calls', { dataActions: ['Microsoft.CognitiveServices/*'] });
const reads = role('reads', { actions: ['*/read'] });
const around = (...more: Resource[]) => ({ around: [safe('subscription'), calls, reads, ...more] });
const has = (name = 'calls', changes = {}) =>
  assignment('app', { principalType: 'ServicePrincipal', roleDefinitionId: roleId(name), ...changes });
const app = (startsAt?: string, endsAt = '2027-03-01T00:00:00Z', changes = {}) =>
  principal('app', {
    principalType: 'ServicePrincipal',
    credentials: startsAt === undefined ? [] : [{ startsAt, endsAt }],
    ...changes,
  });
const fresh = '2026-11-01T00:00:00Z';
const old = '2026-08-01T00:00:00Z';
const gap = { reason: 'forbidden', permission: 'x/read', detail: '' } as const;

testRule(rule, {
  pass: [
    { name: 'its secret is new and ends', ...around(app(fresh), has()) },
    { name: 'it has no secret', ...around(app(), has()) },
    { name: 'its old secret has ended', ...around(app(old, '2026-11-20T00:00:00Z'), has()) },
    { name: 'it only reads the configuration', ...around(app(old), has('reads')) },
    { name: 'a person has the role', ...around(principal('app'), has('calls', { principalType: 'User' })) },
    { name: 'the policy file allows more', ...around(app(old), has()), policy: { maxKeyAgeDays: 365 } },
  ],
  fail: [
    { name: 'its secret is old', ...around(app(old), has()), says: '1 applications are older than maxKeyAgeDays, 90' },
    {
      name: 'its secret ends in decades',
      ...around(app(fresh, '2299-12-31T00:00:00Z'), has()),
      says: '730 days or never',
    },
    { name: 'Azure states no end', ...around(app(fresh, ''), has()), says: 'never' },
    {
      name: 'it has the role through a group',
      ...around(
        app(old),
        group('g', ['app']),
        assignment('g', { principalType: 'Group', roleDefinitionId: roleId('calls') }),
      ),
    },
  ],
  unknown: [
    {
      name: 'its credentials were not read',
      ...around(app(), has()),
      gaps: [{ ...gap, kind: 'principal', scope: 'app', property: 'credentials' }],
      says: 'credentials not read: needs x/read',
    },
    {
      name: 'its old secret under a condition',
      ...around(app(old), has('calls', { hasCondition: true })),
      says: 'condition',
    },
    {
      name: 'a group was not read',
      ...around(group('g', null), assignment('g', { principalType: 'Group', roleDefinitionId: roleId('calls') })),
      says: 'members of group g',
    },
    {
      name: 'principals were not read',
      ...around(has()),
      gaps: [{ ...gap, kind: 'principal', scope: '/' }],
      says: 'x/read',
    },
  ],
});
