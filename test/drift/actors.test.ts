import type { ActivityEvent } from '../../src/model/governance';
import { renderDrift, renderTeamsCard } from '../../src/report';
import { safe } from '../kit/safe';
import { cardInput, changed, header, titles } from '../report/runs';
import { changesOf, gpt, listed, wrote } from './estates';

const lax = { ...gpt, raiPolicyName: 'lax' };
const acct = safe('aiAccount');
const on = (events: readonly ActivityEvent[], more = {}) =>
  changesOf({ before: [gpt], after: [lax], events, ...more })[0];

describe('who did it', () => {
  test('is the one the log names, with program, operation and correlation', () => {
    expect(on([wrote(gpt)])).toMatchObject({
      actor: 'a.nilsen@halden.example',
      at: '2026-11-24T03:12:00Z',
      client: 'Azure CLI',
      correlationId: 'k-1',
      operation: 'Microsoft.CognitiveServices/accounts/deployments/write',
      approval: '',
    });
  });

  test('is not in the log where only others were written, or something was deleted', () => {
    const elsewhere = { id: `${gpt.id}2` };
    const deleted = wrote(gpt, { operation: 'Microsoft.CognitiveServices/accounts/deployments/delete' });
    expect(on([wrote(elsewhere), deleted])).toMatchObject({ actor: '', at: '', client: '', correlationId: '' });
  });

  test('is everyone who wrote, for the log does not say who wrote which property', () => {
    const other = wrote(gpt, { caller: 'b@halden.example', at: '2026-11-24T04:00:00Z', client: 'app-1' });
    expect(on([wrote(gpt), other])).toMatchObject({
      actor: 'b@halden.example, a.nilsen@halden.example',
      at: '2026-11-24T04:00:00Z',
      client: 'app-1',
    });
  });

  test('is never the one who wrote what it hangs below', () => {
    expect(on([wrote(acct)])).toMatchObject({ actor: '' });
  });

  test('of what is gone is who deleted it, or anything above it', () => {
    const operation = 'Microsoft.CognitiveServices/accounts/delete';
    const gone = (event: ReturnType<typeof wrote>) => changesOf({ before: [gpt], after: [], events: [event] })[0];
    expect(gone(wrote(acct, { operation }))).toMatchObject({ kind: 'gone', actor: 'a.nilsen@halden.example' });
    expect(gone(wrote(acct))).toMatchObject({ kind: 'gone', actor: '' });
  });
});

describe('an approval', () => {
  const change = {
    scope: '/subscriptions/s',
    from: '2026-11-24T03:00:00Z',
    until: '2026-11-24T04:00:00Z',
    reason: 'CHG-7',
  };
  const approval = (policy: object, events = [wrote(gpt)]) => on(events, { policy })?.approval;

  test('is a state, a change or a pipeline of the policy file', () => {
    expect(approval({ approvedStates: [{ scope: acct.id, state: { raiPolicyName: 'LAX' } }] })).toContain(
      'approvedStates',
    );
    expect(approval({ approvedChanges: [change] })).toBe('approved change: CHG-7');
    expect(approval({ approvedPrincipals: ['a.nilsen@HALDEN.example'] })).toContain('approvedPrincipals');
  });

  test.each([
    ['another value', { approvedStates: [{ scope: acct.id, state: { raiPolicyName: 'strict' } }] }],
    ['another account', { approvedStates: [{ scope: `${acct.id}2`, state: { raiPolicyName: 'lax' } }] }],
    ['another time', { approvedChanges: [{ ...change, until: '2026-11-24T03:10:00Z' }] }],
    ['another place', { approvedChanges: [{ ...change, scope: '/subscriptions/t' }] }],
    ['another pipeline', { approvedPrincipals: ['p-8'] }],
  ])('is none for %s', (_, policy) => expect(approval(policy)).toBe(''));

  test('is none where somebody else wrote too, or nobody is in the log', () => {
    const other = wrote(gpt, { id: '/e2', caller: 'b@halden.example', callerIds: [], at: '2026-11-24T05:00:00Z' });
    expect(approval({ approvedPrincipals: ['p-7'], approvedChanges: [change] }, [wrote(gpt), other])).toBe('');
    expect(approval({ approvedPrincipals: ['p-7'], approvedChanges: [change] }, [])).toBe('');
  });

  test('is told of kinds that hold no model too', () => {
    const opened = { ...acct, localAuthDisabled: false };
    const policy = { approvedPrincipals: ['p-7'] };
    expect(changesOf({ before: [acct], after: [opened], events: [wrote(acct)], policy })[0]?.approval).toContain(
      'approvedPrincipals',
    );
  });
});

test('another model under the same name is one change', () => {
  const swapped = { ...gpt, model: { ...gpt.model, format: 'DeepSeek', name: 'R1', version: '1', publisher: '' } };
  const changes = changesOf({ before: [gpt], after: [swapped], events: [wrote(gpt)] });
  expect(changes).toHaveLength(1);
  expect(changes[0]).toMatchObject({
    property: 'model',
    before: '"OpenAI gpt-4o 2024-11-20"',
    after: '"DeepSeek R1 1"',
    integrity: 'tampering',
  });
});

test('an upgrade by Microsoft stays one when somebody edits the account at the same time', () => {
  const follows = { ...gpt, versionUpgradeOption: 'OnceNewDefaultVersionAvailable' };
  const next = { ...follows, model: { ...gpt.model, version: '2025-05-01' } };
  const events = [wrote(acct)];
  const changes = changesOf({
    before: [follows, listed(follows), acct],
    after: [next, listed(next, { isDefaultVersion: true }), { ...acct, localAuthDisabled: false }],
    events,
  });
  expect(changes.map(({ integrity, actor }) => [integrity, actor])).toEqual([
    [undefined, 'a.nilsen@halden.example'],
    ['automatic', ''],
  ]);
});

test('a log that cannot be read does not stop the comparison', () => {
  const gap = {
    kind: 'activityEvent',
    scope: '/subscriptions/s',
    reason: 'forbidden',
    permission: 'p',
    detail: '',
  } as const;
  const changes = changesOf({ before: [gpt], after: [lax], gaps: [gap] });
  expect(changes.map(({ kind }) => kind)).toEqual(['changed']);
});

test('terminal and card tell tampering first, in words', () => {
  const version = safe('modelVersion');
  const changes = changesOf({
    before: [gpt, version],
    after: [lax, { ...version, modelUri: 'azureml://x' }],
    events: [wrote(gpt)],
  });
  const of = changed(changes);
  const text = renderDrift({ header: of, last: header(), titles });
  expect(text).toMatch(/▲ Tampering suspicion, Model version .* changed/);
  expect(text).toContain('who: not in the log');
  expect(text).toContain('a.nilsen@halden.example, Tue 24 Nov, 03:12 UTC with Azure CLI');
  expect(text).toContain('unapproved change: ');
  expect(text.indexOf('Tampering suspicion')).toBeLessThan(text.indexOf('unapproved change'));
  const links = { api: '', portal: 'https://portal.azure.com' };
  const card = JSON.stringify(renderTeamsCard(cardInput(of, header(), { alertId: 'a', links })));
  expect(card).toContain('Tampering suspicion (1)');
  expect(card).toContain('New, changed, gone (1)');
});
