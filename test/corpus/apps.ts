import { assigned, byApp, definitions, managed, people, principal } from './access';
import { group, otherSub, sub, subscriptionRaw } from './bodies';
import { absent, fails, gap, passes, row, spared, table, unsure, values } from './table';

const admin = 'functionapp-identity-not-admin';
const self = people(7);
const root = '/providers/Microsoft.Management/managementGroups/mg-root';
const holding = (role: Parameters<typeof assigned>[0], scope: string) => ({
  around: [subscriptionRaw, ...definitions, principal(self, managed), assigned(role, self, scope, byApp)],
});

/** A function app that uses models, and what its identity may do. */
export const apps = table(
  'function app',
  {
    kind: 'webApp',
    body: {
      id: `${group}/providers/Microsoft.Web/sites/func-nordlys`,
      name: 'func-nordlys',
      type: 'Microsoft.Web/sites',
      kind: 'functionapp,linux',
      location: 'Norway East',
      identity: { type: 'SystemAssigned', principalId: self },
      properties: { state: 'Running', httpsOnly: true, defaultHostName: 'func-nordlys.azurewebsites.net' },
    },
    ...holding('aiUser', sub),
    labels: passes(admin),
  },
  ...(['owner', 'contributor', 'accessAdmin'] as const).flatMap((role) => [
    row(`${role} of the subscription`, {}, fails(admin), holding(role, sub)),
    row(`${role} of its group`, {}, passes(admin), holding(role, group)),
    row(`${role} of another subscription`, {}, passes(admin), holding(role, otherSub)),
  ]),
  row('owner above the subscription', {}, fails(admin), holding('owner', root)),
  row('reader of the subscription', {}, passes(admin), holding('reader', sub)),
  values('identity', [absent, null, { type: 'None' }], spared(admin)),
  row('assignments unread', {}, unsure(admin), { gaps: [gap('roleAssignment', sub)] }),
  row('definitions unread', {}, unsure(admin), { gaps: [gap('roleDefinition', sub)] }),
);
