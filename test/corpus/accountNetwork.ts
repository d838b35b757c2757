import { account, accountAround, accountId, approvedList, defenderSetting, diagnostics, perimeter } from './bodies';
import {
  absent,
  closed,
  endpoint,
  fails,
  gap,
  open,
  passes,
  row,
  spared,
  table,
  unapproved,
  unsure,
  values,
} from './table';

const restricted = 'aiservices-network-access-restricted';
const limited = 'foundry-network-limited';
const strict = 'aiservices-public-network-disabled';
const acl = 'aiservices-network-acl-default-deny';
const broad = 'aiservices-broad-ip-rule';
const exceptions = 'aiservices-no-ip-or-vnet-exceptions';
const privateLink = 'aiservices-private-endpoint-approved';
const perimeterUsed = 'nsp-perimeter-used';

const labels = {
  ...passes(restricted, limited, strict, broad, exceptions, privateLink, perimeterUsed),
  ...spared(acl),
};
const base = { kind: 'aiAccount', body: account, around: accountAround, labels } as const;

const ip = (...list: readonly string[]): unknown => list.map((value) => ({ value }));
const firewall = { 'properties.publicNetworkAccess': 'Enabled' };
const rules = 'properties.networkAcls.ipRules';
const action = 'properties.networkAcls.defaultAction';

/** The firewall on and denying: closed as far as rules go, yet public. */
const firewalled = table(
  'account with a firewall',
  {
    ...base,
    body: {
      ...account,
      properties: { ...(account['properties'] as object), publicNetworkAccess: 'Enabled' },
    },
    labels: { ...labels, ...passes(acl), ...fails(strict) },
  },
  values(action, ['deny', 'DENY'], {}),
  values(action, ['Allow', 'allow', absent, null, '', 'Audit2027', false, {}], fails(restricted, limited, acl)),
  values('properties.networkAcls', [absent, null, {}, [], 'Deny'], fails(restricted, limited, acl)),
  values('properties.NetworkAcls', [{ DefaultAction: 'Deny' }], {}, { also: { 'properties.networkAcls': absent } }),
  values(rules, [absent, null, []], {}),
  values(
    rules,
    [
      ip('10.1.2.3'),
      ip('51.120.8.0/24'),
      ip('51.120.0.0/16'),
      ip('11.0.0.0/9'),
      ip('2001:db8::/32'),
      ip('2001:db8::/17'),
    ],
    fails(exceptions),
  ),
  values(
    rules,
    [
      ip('0.0.0.0/0'),
      ip('0.0.0.0/1'),
      ip('11.0.0.0/8'),
      ip('11.2.3.4/8'),
      ip('128.0.0.0/2', '51.120.8.0/24'),
      ip('11.0.0.0/9', '11.128.0.0/9'),
      ip('0.0.0.0/1', '128.0.0.0/1'),
      ip('::/0'),
      ip('2000::/16'),
      ip('2001::/17', '2001:8000::/17'),
    ],
    fails(exceptions, broad, restricted, limited),
  ),
  values(
    'properties.networkAcls.virtualNetworkRules',
    [[{ id: `${accountId}/subnet`, ignoreMissingVnetServiceEndpoint: false }]],
    fails(exceptions),
  ),
  row(
    'Allow with a narrow rule',
    { [action]: 'Allow', [rules]: ip('51.120.8.0/24') },
    fails(restricted, limited, acl, exceptions),
  ),
  row(
    'Allow with the whole internet',
    { [action]: 'Allow', [rules]: ip('0.0.0.0/0') },
    fails(restricted, limited, acl, exceptions, broad),
  ),
);

const secured = { 'properties.publicNetworkAccess': 'SecuredByPerimeter' };
const around = (mode: unknown) => [diagnostics(accountId), defenderSetting('Enabled'), perimeter(accountId, mode)];
const withoutPerimeter = [diagnostics(accountId), defenderSetting('Enabled')];

export const accountNetwork = [
  ...firewalled,
  ...table(
    'network of an account',
    base,
    values('properties.publicNetworkAccess', closed, {}),
    values('properties.publicNetworkAccess', open, fails(restricted, limited, strict, acl), {
      also: { 'properties.networkAcls': absent },
    }),
    // An unknown word may close nothing: the rules on the firewall itself stand, the network is not proven off.
    values('properties.publicNetworkAccess', ['Restricted2027', false, 0, {}], {
      ...fails(restricted, limited, strict),
      ...passes(acl),
    }),
    row(
      'PublicNetworkAccess in another casing',
      { 'properties.publicNetworkAccess': absent, 'properties.PublicNetworkAccess': 'Disabled' },
      {},
    ),
    row('secured by a perimeter that enforces', secured, passes(acl)),
    row('secured by a perimeter, casing', { 'properties.publicNetworkAccess': 'securedByPerimeter' }, passes(acl)),
    row('secured by a perimeter that enforces, casing', secured, passes(acl), { around: around('enforced') }),
    ...['Learning', 'Audit', 'learning', '', null, absent, 'Watch2027'].map((mode) =>
      row(
        `secured by a perimeter in mode ${String(mode)}`,
        secured,
        { ...fails(restricted, limited, strict, perimeterUsed), ...passes(acl) },
        { around: around(mode === absent ? undefined : mode) },
      ),
    ),
    row(
      'secured by a perimeter that is not there',
      secured,
      { ...fails(restricted, limited, strict, perimeterUsed), ...passes(acl) },
      { around: withoutPerimeter },
    ),
    row(
      'secured by a perimeter that could not be read',
      secured,
      { ...unsure(restricted, limited, strict, perimeterUsed), ...passes(acl) },
      { around: withoutPerimeter, gaps: [gap('perimeterAssociation', accountId)] },
    ),
    row('the network off and the perimeter unread', {}, unsure(perimeterUsed), {
      around: withoutPerimeter,
      gaps: [gap('perimeterAssociation', accountId)],
    }),
    row('the network off and no perimeter', {}, fails(perimeterUsed), { around: withoutPerimeter }),
    row('the network off and a perimeter that learns', {}, fails(perimeterUsed), { around: around('Learning') }),
    row('the network off and a narrow rule left', { [rules]: ip('51.120.8.0/24') }, fails(exceptions)),
    values('properties.privateEndpointConnections', unapproved, fails(privateLink)),
    values(
      'properties.privateEndpointConnections',
      [approvedList, [endpoint('approved')], [endpoint('Pending'), endpoint('APPROVED')]],
      {},
    ),
    values('kind', ['OpenAI', 'openai', 'TextAnalytics', 'SpeechServices', 'FormRecognizer'], spared(limited), {
      also: { ...firewall, [action]: 'Deny' },
    }).map((one) => ({ ...one, labels: { ...one.labels, ...passes(acl), ...fails(strict) } })),
    values('properties.allowProjectManagement', [false, absent, null, 'true'], spared(limited)),
    values('kind', ['aiservices', 'AISERVICES'], {}),
  ),
];
