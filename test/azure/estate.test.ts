import { guid } from './builders/body';
import { aiAccount } from './builders/cognitiveServices';
import { deployment, raiPolicy } from './builders/guardrails';
import { change, demoDeniedSubscription, demoEstate, makeEstate, truthOf } from './estate';
import type { Edit, Truth } from './estate';
import type { ArmBody, Estate } from './tenant';

const all = (estate: Estate): string[] =>
  [...truthOf(estate).values()].flatMap((verdicts) =>
    Object.entries(verdicts).map(([rule, verdict]) => `${rule} ${verdict}`),
  );

const named = (estate: Estate, name: string, type = ''): ArmBody => {
  const found = estate.arm.find((body) => body.name === name && (body.type ?? '').endsWith(type));
  if (!found) throw new Error(`no ${name}`);
  return found;
};

const moved = (before: Truth, after: Truth): string[] =>
  [...after].flatMap(([id, verdicts]) =>
    Object.entries(verdicts)
      .filter(([rule, verdict]) => before.get(id)?.[rule] !== verdict)
      .map(([rule, verdict]) => `${id.split('/').at(-1) ?? ''} ${rule} ${verdict}`),
  );

describe('a made estate', () => {
  const estate = makeEstate({ seed: 3, subscriptions: 8, accounts: 160, workspaces: 32 });

  test('is the same for the same seed and another for another', () => {
    expect(JSON.stringify(makeEstate({ seed: 3 }))).toBe(JSON.stringify(makeEstate({ seed: 3 })));
    expect(JSON.stringify(makeEstate({ seed: 4 }))).not.toBe(JSON.stringify(makeEstate({ seed: 3 })));
  });

  test('has two subscriptions of one name and a disabled one without resources', () => {
    const names = estate.subscriptions.map((body) => body['displayName']);
    expect(names.filter((name) => name === 'Freight Production')).toHaveLength(2);
    const disabled = estate.subscriptions.filter((body) => body['state'] === 'Disabled');
    expect(disabled).toHaveLength(1);
    expect(estate.arm.some(({ id }) => id.startsWith(disabled[0]?.id ?? ''))).toBe(false);
  });

  test('never uses an id twice, in any casing', () => {
    expect(new Set(estate.arm.map(({ id }) => id.toLowerCase())).size).toBe(estate.arm.length);
  });

  test('shows both casings of resource groups and providers', () => {
    expect(estate.arm.some(({ id }) => id.includes('/resourcegroups/'))).toBe(true);
    expect(estate.arm.some(({ id }) => id.includes('/providers/microsoft.cognitiveservices/'))).toBe(true);
  });

  test('passes and fails each covered rule at least once', () => {
    const seen = new Set(all(estate));
    const rules = new Set([...seen].map((entry) => entry.split(' ')[0]));
    expect(rules.size).toBe(37);
    expect(
      [...rules]
        .flatMap((rule) => ['pass', 'fail'].map((verdict) => `${rule ?? ''} ${verdict}`))
        .filter((entry) => !seen.has(entry)),
    ).toEqual([]);
  });

  test('has a dependency in another subscription, and an unused one of which nothing is promised', () => {
    const workspaces = estate.arm.filter(({ type }) => type === 'Microsoft.MachineLearningServices/workspaces');
    const abroad = workspaces.filter(
      (body) =>
        (body['properties'] as { storageAccount: string }).storageAccount.split('/')[2] !== body.id.split('/')[2],
    );
    expect(abroad.length).toBeGreaterThan(0);
    const unused = estate.arm.find(({ name }) => name?.startsWith('stunused'));
    expect(truthOf(estate).has(unused?.id.toLowerCase() ?? '')).toBe(false);
  });

  test('has groups in a circle, a guest, and an assignment whose principal is gone', () => {
    const groups = new Map(estate.graph.groups.map((one) => [one.displayName, one]));
    expect(groups.get('circle-a')?.members).toContain(groups.get('circle-b')?.id);
    expect(groups.get('circle-b')?.members).toContain(groups.get('circle-a')?.id);
    const known = new Set(
      [...estate.graph.users, ...estate.graph.groups, ...estate.graph.servicePrincipals].map(({ id }) => id),
    );
    const assigned = estate.arm
      .filter(({ type }) => type === 'Microsoft.Authorization/roleAssignments')
      .map((body) => (body['properties'] as { principalId: string }).principalId);
    expect(assigned.some((id) => !known.has(id))).toBe(true);
    expect(estate.graph.users.some((one) => one['userType'] === 'Guest')).toBe(true);
  });

  test('of 50 subscriptions and 400 accounts and workspaces takes less than a second of processor time', () => {
    const times = [1, 2, 3].map((seed) => {
      const started = process.cpuUsage();
      makeEstate({ seed, subscriptions: 50, accounts: 300, workspaces: 100 });
      return process.cpuUsage(started).user / 1000;
    });
    expect(Math.min(...times)).toBeLessThan(1000);
  });
});

describe('ground truth', () => {
  const place = { subscriptionId: guid('truth'), group: 'rg' };
  const estateOf = (...arm: ArmBody[]): Estate => ({
    ...makeEstate({ subscriptions: 1, accounts: 0, workspaces: 0 }),
    arm,
  });
  const verdicts = (body: ArmBody, ...others: ArmBody[]): Readonly<Record<string, string>> | undefined =>
    truthOf(estateOf(body, ...others)).get(body.id.toLowerCase());

  test('all that the builders make by default passes', () => {
    expect(
      all({ ...estateOf(aiAccount(place, 'safe', { projects: true })), subscriptions: [] }).filter((entry) =>
        entry.endsWith('fail'),
      ),
    ).toEqual([]);
  });

  test('absent local auth and absent networks fail', () => {
    const body = aiAccount(place, 'quiet', { localAuth: 'absent', network: 'absent' });
    expect(verdicts(body)).toMatchObject({
      'aiservices-local-auth-disabled': 'fail',
      'aiservices-network-access-restricted': 'fail',
    });
    expect(body['properties']).not.toHaveProperty('disableLocalAuth');
    expect(body['properties']).not.toHaveProperty('publicNetworkAccess');
  });

  test('a denying firewall with half the internet in it fails twice; a perimeter in learning mode fails', () => {
    expect(verdicts(aiAccount(place, 'a', { network: 'deniedBroad' }))).toMatchObject({
      'aiservices-network-access-restricted': 'fail',
      'aiservices-broad-ip-rule': 'fail',
    });
    expect(verdicts(aiAccount(place, 'b', { network: 'perimeterLearning' }))).toMatchObject({
      'aiservices-network-access-restricted': 'fail',
    });
    expect(verdicts(aiAccount(place, 'c', { network: 'perimeterEnforced' }))).toMatchObject({
      'aiservices-network-access-restricted': 'pass',
    });
  });

  test('no guardrail is one fault, and an embedding model needs none', () => {
    const account = aiAccount(place, 'models');
    expect(verdicts(deployment(account, 'bare', { guardrail: 'Microsoft.Nil' }))).toMatchObject({
      'deployment-content-filter-attached': 'fail',
      'deployment-filter-hate': 'notApplicable',
    });
    expect(verdicts(deployment(account, 'embed', { model: 'text-embedding-3-large', guardrail: '' }))).toMatchObject({
      'deployment-content-filter-attached': 'notApplicable',
    });
    const weak = raiPolicy(account, 'weak', 'hateHigh');
    expect(verdicts(deployment(account, 'chat', { guardrail: 'weak' }), account, weak)).toMatchObject({
      'deployment-filter-hate': 'fail',
      'deployment-filter-sexual': 'pass',
    });
  });

  test('nothing is promised of a subscription that cannot be read, nor of what only it uses', () => {
    const demo = demoEstate();
    const seen = truthOf(demo, [demoDeniedSubscription]);
    expect([...seen.keys()].some((id) => id.includes(demoDeniedSubscription))).toBe(false);
    expect(seen.size).toBeLessThan(truthOf(demo).size);
  });
});

describe('a change', () => {
  const before = demoEstate();
  const hr = named(before, 'hr-assist').id;
  const truth = truthOf(before);
  const after = (...edits: Edit[]): string[] => moved(truth, truthOf(change(before, edits))).sort();

  test('moves exactly the verdicts that it is about', () => {
    expect(after({ edit: 'enableLocalAuth', id: hr.toUpperCase() })).toEqual([
      'hr-assist aiservices-local-auth-disabled fail',
      'hr-assist foundry-default-project-local-auth fail',
    ]);
    expect(after({ edit: 'openNetwork', id: hr })).toEqual(['hr-assist aiservices-network-access-restricted fail']);
    expect(after({ edit: 'weakenGuardrail', id: named(before, 'hr-guard').id })).toEqual([
      'chat deployment-prompt-shield-indirect fail',
      'chat deployment-prompt-shield-jailbreak fail',
    ]);
    expect(after({ edit: 'addKeyConnection', id: hr })).toEqual([
      'borrowed foundry-connection-key-auth fail',
      'borrowed mlw-connection-key-auth notApplicable',
    ]);
  });

  test('of tags or capacity alone moves no verdict but the body', () => {
    const chat = named(before, 'chat', '/deployments').id;
    for (const edit of [{ edit: 'changeTags', id: hr } as const, { edit: 'changeCapacity', id: chat } as const]) {
      expect(after(edit)).toEqual([]);
      expect(JSON.stringify(change(before, [edit]))).not.toBe(JSON.stringify(before));
    }
  });

  test('takes a resource away with all below it, and leaves the estate given as it was', () => {
    const copy = JSON.stringify(before);
    const next = change(before, [{ edit: 'remove', id: hr }]);
    expect(next.arm.some(({ id }) => id.toLowerCase().startsWith(hr.toLowerCase()))).toBe(false);
    expect(next.arm.length).toBeLessThan(before.arm.length - 10);
    expect(JSON.stringify(before)).toBe(copy);
  });

  test('of something that is not there throws', () => {
    expect(() => change(before, [{ edit: 'openNetwork', id: '/subscriptions/none' }])).toThrow('holds no');
  });
});
