import type { HeldResource } from '../../src/model/run';
import { account, storage, workspace } from '../evaluate/snapshots';
import { safe, safeNetwork } from '../kit/safe';
import { on, record, told } from './records';

const acct = safe('aiAccount');
const guardrail = safe('guardrail');
const ws = safe('mlWorkspace');
const change = (before: HeldResource, after: HeldResource, ignoredProperties: readonly string[] = []): string[] =>
  told(record([before]), record([after]), { ignoredProperties });

describe('a property that changed is told in the words of Azure', () => {
  const cases: readonly (readonly [string, HeldResource, HeldResource, string])[] = [
    ['keys', acct, { ...acct, localAuthDisabled: false }, 'disableLocalAuth true → false'],
    [
      'public access',
      acct,
      { ...acct, network: safeNetwork({ publicNetworkAccess: 'Enabled' }) },
      'publicNetworkAccess "Disabled" → "Enabled"',
    ],
    [
      'the firewall',
      acct,
      { ...acct, network: safeNetwork({ defaultAction: 'Allow' }) },
      'networkAcls.defaultAction "Deny" → "Allow"',
    ],
    [
      'a rule of it',
      acct,
      { ...acct, network: safeNetwork({ ipRules: ['1.2.3.4'] }) },
      'networkAcls.ipRules [] → ["1.2.3.4"]',
    ],
    ['own keys', acct, { ...acct, customerManagedKey: false }, 'encryption.keyVaultProperties true → false'],
    [
      'isolation',
      ws,
      { ...ws, isolationMode: 'Disabled' },
      'managedNetwork.isolationMode "AllowOnlyApprovedOutbound" → "Disabled"',
    ],
    [
      'an outbound rule',
      ws,
      { ...ws, outboundRules: [{ name: 'st', type: 'FQDN' }] },
      'managedNetwork.outboundRules.st.type "PrivateEndpoint" → "FQDN"',
    ],
    [
      'SSH',
      safe('compute'),
      safe('compute', { sshPublicAccess: 'Enabled' }),
      'sshSettings.sshPublicAccess "Disabled" → "Enabled"',
    ],
    [
      'search',
      safe('searchService'),
      safe('searchService', { network: safeNetwork({ ipRules: ['1.2.3.4'] }) }),
      'networkRuleSet.ipRules [] → ["1.2.3.4"]',
    ],
    ['a vault', safe('keyVault'), safe('keyVault', { purgeProtection: false }), 'enablePurgeProtection true → false'],
    [
      'Defender for AI',
      safe('defenderForAiSetting'),
      safe('defenderForAiSetting', { state: 'Disabled' }),
      'state "Enabled" → "Disabled"',
    ],
    ['a value that appeared', ws, { ...ws, keyVaultUri: 'https://kv' }, 'keyVaultUri  → "https://kv"'],
    [
      'host and scheme of one target, once',
      safe('connection'),
      safe('connection', { targetHost: 'x.example', targetScheme: 'http' }),
      'target "acct.openai.azure.com" → "x.example"',
    ],
    [
      'one filter of a guardrail',
      guardrail,
      {
        ...guardrail,
        contentFilters: guardrail.contentFilters.map((one) =>
          one.filter === 'jailbreak' ? { ...one, effect: 'annotate' as const } : one,
        ),
      },
      'contentFilters.jailbreak/prompt.effect "block" → "annotate"',
    ],
  ];
  it.each(cases)('%s', (_, before, after, words) =>
    expect(change(before, after)).toEqual([`changed ${before.name} ${words}`]),
  );

  it('tells a filter that went as that filter', () => {
    const after = {
      ...guardrail,
      contentFilters: guardrail.contentFilters.filter(({ filter }) => filter !== 'jailbreak'),
    };
    expect(change(guardrail, after)).toEqual([
      expect.stringMatching(/^changed strict contentFilters\.jailbreak\/prompt \{.*\} → $/),
    ]);
  });

  it('tells each property of one resource apart', () => {
    const after = {
      ...acct,
      localAuthDisabled: false,
      network: safeNetwork({ defaultAction: 'Allow', publicNetworkAccess: 'Enabled' }),
    };
    expect(change(acct, after)).toHaveLength(3);
  });

  it('tells tags as configuration', () =>
    expect(change(acct, { ...acct, tags: { owner: 'team-b' } })).toEqual([
      'changed acct tags.owner "team-ai" → "team-b"',
    ]));

  it.each(['constructor', 'toString', '__proto__', 'hasOwnProperty', 'a.b', ''])(
    'takes a tag called %j for a tag',
    (name) => {
      const tags = Object.fromEntries([
        ['owner', 'team-ai'],
        [name, 'x'],
      ]);
      const appeared = change(acct, { ...acct, tags });
      expect(appeared).toEqual([`changed acct tags.${name}  → "x"`]);
      expect(change({ ...acct, tags }, acct)).toEqual([`changed acct tags.${name} "x" → `]);
    },
  );
});

describe('what is no change', () => {
  const reordered = [...guardrail.contentFilters].reverse();
  const lists = { allowedFqdnList: ['b', 'a'], network: safeNetwork({ ipRules: ['2', '1'], bypass: ['x', 'y'] }) };
  const listed = { allowedFqdnList: ['a', 'b'], network: safeNetwork({ ipRules: ['1', '2'], bypass: ['y', 'x'] }) };
  const isNew = (key: string): boolean => key === 'loaderModule' || key === 'bundlesCode';
  const known = Object.entries(safe('modelVersion')).filter(([key]) => !isNew(key));
  const ofOlder = Object.fromEntries(known) as unknown as HeldResource;
  const cases: readonly (readonly [string, HeldResource, HeldResource])[] = [
    [
      'who wrote last, and when',
      acct,
      { ...acct, changedBy: 'x', changedAt: '2026-11-24T00:00:00Z', provisioningState: 'Accepted' },
    ],
    ['an order of filters', guardrail, { ...guardrail, contentFilters: reordered }],
    ['an order of plain lists', { ...acct, ...lists }, { ...acct, ...listed }],
    ['an order of keys', { ...acct, tags: { a: '1', b: '2' } }, { ...acct, tags: { b: '2', a: '1' } }],
    ['a machine that stopped', safe('compute'), safe('compute', { state: 'Stopped', lastOperationAt: 'later' })],
    ['an endpoint that is updating', safe('onlineEndpoint'), safe('onlineEndpoint', { state: 'Updating' })],
    ['capacity', safe('deployment'), safe('deployment', { capacity: 99 })],
    ['a rotated key', safe('storageAccount'), safe('storageAccount', { key1CreatedAt: 'later' })],
    ['a kind nobody watches', safe('subscription'), safe('subscription', { displayName: 'x' })],
    ['what an older version did not read, and is empty', ofOlder, safe('modelVersion')],
    ['being carried before', { ...acct, carriedFrom: 'r0' }, acct],
  ];
  it.each(cases)('%s', (_, before, after) => expect(change(before, after)).toEqual([]));

  it.each(['localAuthDisabled', 'disableLocalAuth'])('what the policy file ignores, as %s', (name) =>
    expect(change(acct, { ...acct, localAuthDisabled: false }, [name])).toEqual([]),
  );

  it.each(['network', 'networkAcls', 'networkAcls.defaultAction'])('what lies below %s, which it ignores', (name) =>
    expect(change(acct, { ...acct, network: safeNetwork({ defaultAction: 'Allow' }) }, [name])).toEqual([]),
  );

  it('tells of what an older version did not read where it says something', () =>
    expect(change(ofOlder, safe('modelVersion', { bundlesCode: true }))).toEqual(['changed 1 bundlesCode  → true']));

  it('does not ignore what only begins alike', () =>
    expect(change(acct, { ...acct, localAuthDisabled: false }, ['disableLocal'])).toHaveLength(1));
});

describe('one root cause, told once', () => {
  const deployments = ['a', 'b'].map((name) => safe('deployment', { id: `${account}/deployments/${name}` }));
  const annotated = {
    ...guardrail,
    contentFilters: guardrail.contentFilters.map((one) =>
      one.filter === 'jailbreak' ? { ...one, effect: 'annotate' as const } : one,
    ),
  };
  const open = { evidence: 'jailbreak annotates only', ruleId: 'jail' };

  it('gathers the findings of all deployments under their guardrail', () => {
    const before = record(
      [acct, guardrail, ...deployments],
      deployments.map((one) => on(one, 'pass', { ruleId: 'jail' })),
    );
    const after = record(
      [acct, annotated, ...deployments],
      deployments.map((one) => on(one, 'fail', open)),
    );
    expect(told(before, after)).toEqual([
      'opened strict contentFilters.jailbreak/prompt.effect "block" → "annotate" [jail pass → fail] [jail pass → fail]',
    ]);
  });

  it('hands a verdict to the property its evidence names', () => {
    const weak = { ...acct, localAuthDisabled: false, network: safeNetwork({ publicNetworkAccess: 'Enabled' }) };
    const findings = [
      on(acct, 'fail', { ruleId: 'keys', evidence: 'disableLocalAuth is false' }),
      on(acct, 'fail', { ruleId: 'net', evidence: 'publicNetworkAccess is Enabled' }),
    ];
    const before = findings.map((one) => ({ ...one, status: 'pass' as const, evidence: '' }));
    expect(told(record([acct], before), record([weak], findings))).toEqual([
      'opened acct disableLocalAuth true → false [keys pass → fail]',
      'opened acct publicNetworkAccess "Disabled" → "Enabled" [net pass → fail]',
    ]);
  });

  const sibling = safe('aiAccount', { id: `${account}2` });
  const others: readonly (readonly [string, HeldResource, HeldResource | undefined])[] = [
    ['another account of the resource group', sibling, { ...sibling, localAuthDisabled: false }],
    ['a new account of the resource group', sibling, undefined],
    ['a tag of the same account', acct, { ...acct, tags: { owner: 'x' } }],
  ];
  it.each(others)('does not blame %s', (_, resource, changed) => {
    const subject = deployments[0]!;
    const [was, is] = changed ? [resource, changed] : [undefined, resource];
    const before = record([subject, ...(was ? [was] : [])], [on(subject, 'pass'), on(safe('mlWorkspace'), 'pass')]);
    const after = record(
      [subject, is],
      [on(subject, 'fail', { evidence: 'role granted' }), on(safe('mlWorkspace'), 'fail')],
    );
    expect(told(before, after)).toEqual(
      expect.arrayContaining(['opened a [r pass → fail]', 'opened ws [r pass → fail]']),
    );
  });

  it('does not blame a new deployment for the verdict of its neighbour', () => {
    const [a, b] = deployments as [HeldResource, HeldResource];
    const changed = { ...a, raiPolicyName: 'weak' } as HeldResource;
    const after = record([changed, b], [on(a, 'fail', { evidence: 'shield is off' })]);
    expect(told(record([a], [on(a, 'pass')]), after)).toEqual([
      'opened a raiPolicyName "strict" → "weak" [r pass → fail]',
      'appeared b',
    ]);
  });

  it('lets a tag explain the verdict that speaks of it', () => {
    const after = record([{ ...acct, tags: {} }], [on(acct, 'fail', { evidence: 'tags has no owner' })]);
    expect(told(record([acct], [on(acct, 'pass')]), after)).toEqual([
      'opened acct tags.owner "team-ai" →  [r pass → fail]',
    ]);
  });

  it('tells a diagnostic setting that went with the account it leaves unwatched', () => {
    const setting = safe('diagnosticSetting');
    const before = record([acct, setting], [on(acct, 'pass')]);
    const after = record([acct], [on(acct, 'fail', { evidence: 'no setting covers Audit' })]);
    expect(told(before, after)).toEqual(['gone all [r pass → fail]']);
  });

  it('keeps workspace and storage apart', () => {
    const st = safe('storageAccount', { id: storage });
    const before = record([ws, st], [on(st, 'pass')]);
    const after = record([{ ...ws, hbiWorkspace: false }, st], [on(st, 'fail')]);
    expect(told(before, after)).toEqual(['opened st [r pass → fail]', 'changed ws hbiWorkspace true → false']);
    expect(workspace).toBe(ws.id);
  });
});
