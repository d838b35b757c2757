import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import type { AttackPath, PathReport } from '../../src/model/path';
import type { Resource } from '../../src/model/resource';
import type { Gap } from '../../src/model/snapshot';
import { applyChanges, canSimulate, findPaths } from '../../src/paths';
import { edges } from '../../src/paths/edges';
import { defaultPolicy } from '../../src/model/policy';
import { safe } from '../kit/safe';
import { group } from '../kit/access';
import { account, crowd, grant, leaking, roles, seek, told } from './estate';
import { stories } from './stories';

const takenAt = '2026-11-24T06:00:00Z';
const everything = [...roles, ...stories.flatMap(({ estate }) => estate)];
const gap = (kind: Gap['kind'], scope: string, property?: string): Gap => ({
  kind,
  scope,
  reason: property ? 'notStated' : 'forbidden',
  permission: '',
  detail: 'no answer',
  ...(property ? { property } : {}),
});

it('knows every kind of move that has a file, each under the name of its file', () => {
  const files = readdirSync('src/paths/edges').filter((file) => file !== 'index.ts');
  expect(edges.map(({ kind }) => kind)).toEqual(files.map((file) => file.replace(/\.ts$/, '')).sort());
});

describe('the report', () => {
  it('is the same to the byte in whatever order the tenant was read', () => {
    const facts = { gaps: [], policy: defaultPolicy, takenAt };
    const first = JSON.stringify(findPaths({ ...facts, resources: everything }));
    fc.assert(
      fc.property(fc.shuffledSubarray([...everything], { minLength: everything.length }), (resources) =>
        expect(JSON.stringify(findPaths({ ...facts, resources }))).toBe(first),
      ),
      { numRuns: 12 },
    );
  });

  it('names a family for every path of the stories', () =>
    expect(stories.flatMap(({ estate }) => told(estate)).filter((family) => family === 'unnamed')).toEqual([]));

  it('gives each path evidence, techniques or a role behind it, and a fix for every step', () => {
    for (const { steps } of seek(everything).paths)
      for (const { says, fix, evidence, edge } of steps) {
        expect([says, fix].every((text) => text.endsWith('.'))).toBe(true);
        expect(`${edge} ${evidence.length > 0}`).toBe(`${edge} ${!['owner-has'].includes(edge)}`);
      }
  });
});

describe('what was not read', () => {
  const [aoai, app] = [account('aoai'), leaking('ca', account('aoai'))];

  it('makes a step possible, and the path incomplete and medium at most', () => {
    const sure = seek([aoai, app], { productionTag: 'owner=team-ai' }).paths;
    expect(sure.map(({ severity, possible }) => ({ severity, possible }))).toEqual([
      { severity: 'critical', possible: false },
    ]);
    const unsure = seek([aoai, app], { productionTag: 'owner=team-ai' }, [
      gap('aiAccount', aoai.id, 'disableLocalAuth'),
    ]).paths;
    expect(unsure).toMatchObject([{ severity: 'medium', possible: true, incomplete: true }]);
  });

  it('lets a group that nobody looked into stand for people unseen, never for nobody and never for a proof', () => {
    const given = [aoai, group('g', null), grant('g', 'foundryUser', aoai.id, { principalType: 'Group' })];
    const { paths } = seek(given);
    expect(paths.length).toBeGreaterThan(0);
    expect(paths.every(({ possible, incomplete }) => possible && incomplete)).toBe(true);
  });

  it('stands in the report, access first', () => {
    const { notSeen } = seek([], {}, [gap('compute', '/subscriptions/s'), gap('roleAssignment', '/subscriptions/s')]);
    expect(notSeen).toEqual(['roleAssignment below /subscriptions/s', 'compute below /subscriptions/s']);
  });
});

describe('a condition or a deny assignment', () => {
  const aoai = account('aoai');
  const many = crowd('many', 80);
  const given = (more: object): ReturnType<typeof seek>['paths'] =>
    seek([aoai, many, grant('many', 'foundryUser', aoai.id, { principalType: 'Group', ...more })]).paths;

  it('that is not evaluated makes the path possible', () => {
    expect(given({}).some(({ possible }) => !possible)).toBe(true);
    expect(given({ hasCondition: true }).every(({ possible }) => possible)).toBe(true);
  });

  it('for everyone takes the path away', () => {
    const deny = safe('denyAssignment', {
      id: `${aoai.id}/providers/microsoft.authorization/denyassignments/d`,
      scope: aoai.id,
      permissions: [
        {
          actions: ['Microsoft.CognitiveServices/*'],
          notActions: [],
          dataActions: [],
          notDataActions: [],
          hasCondition: false,
        },
      ],
      principals: [{ id: '00000000-0000-0000-0000-000000000000', type: 'SystemDefined' }],
      excludePrincipals: [],
      doNotApplyToChildScopes: false,
      hasCondition: false,
    });
    const scope = '/subscriptions/s';
    expect(told([aoai, many, grant('many', 'contributor', scope, { principalType: 'Group' })])).toContain('F02');
    expect(told([aoai, many, deny, grant('many', 'contributor', scope, { principalType: 'Group' })])).not.toContain(
      'F02',
    );
  });
});

const judged = (resources: readonly Resource[]): PathReport =>
  findPaths({ resources, gaps: [], policy: defaultPolicy, takenAt });

/** Whether the target of a path is still reached by its class of entry once a change is made. */
const stays = ({ entry, target }: AttackPath, { paths }: PathReport): boolean =>
  paths.some(
    (one) =>
      one.entry.class === entry.class && one.target.resourceId === target.resourceId && one.target.does === target.does,
  );

const simulated = stories.flatMap(({ estate }) => {
  const resources = [...roles, ...estate];
  return judged(resources).paths.flatMap((path) =>
    path.stoppedBy
      .filter(({ change }) => canSimulate(change))
      .map(({ change, leaves }) => ({ path, change, leaves, after: judged(applyChanges(resources, [change])) })),
  );
});

describe('what stops a path', () => {
  it.each(simulated)('$change: $path.headline', ({ path, leaves, after }) => {
    // What people may do by a role of theirs is a way that stays, and no path that is told.
    if (leaves !== '' && path.entry.class === 'internalUser') return;
    expect(stays(path, after)).toBe(leaves !== '');
  });

  it('is ranked: the first change is worth the most', () => {
    const { changes } = seek(everything);
    expect(changes.map(({ rank }) => rank)).toEqual(changes.map((_, at) => at + 1));
    expect([...changes].sort((a, b) => b.gain - a.gain).map(({ change }) => change)).toEqual(
      changes.map(({ change }) => change),
    );
  });
});
