import { childCollectors, surveyCollectors } from '../../src/collect';
import { parts } from '../../src/collect/body';
import { toConsentedApp, withConsent } from '../../src/collect/consent/consentedApp';
import type { Body, Converted } from '../../src/collect/collector';
import { toPrincipal, unreadPrincipal, withCredentials } from '../../src/collect/principal';
import { evaluate } from '../../src/evaluate';
import { defaultPolicy } from '../../src/model/policy';
import { withPast } from '../../src/model/datasetPast';
import type { Resource } from '../../src/model/resource';
import rules from '../../src/rules';
import type { Judged } from './figures';
import type { Entry, Raw } from './table';

const takenAt = '2026-11-24T06:00:00.000Z';
const live = new Map(rules.map((rule) => [rule.id, rule]));

/** Graph leaves out of its answer whom it does not know: the body is then an id alone. */
const principal = (id: string, body: Body): Converted<'principal'> => ({
  resource: '@odata.type' in body ? withCredentials(toPrincipal(id, body), body) : unreadPrincipal(id, 'deleted'),
});

/** Consents are lists of their own in Graph; a labelled body bears them as its navigation. */
function consentedApp(body: Body): Converted<'consentedApp'> | null {
  const app = toConsentedApp(body, new Set(['tenant']));
  const consents = [parts(body, 'oauth2PermissionGrants'), parts(body, 'appRoleAssignments')] as const;
  return app && { resource: withConsent(app, ...consents) };
}

function parentless(raw: Raw): Converted | null | undefined {
  if (raw.kind === 'principal') return principal(String(raw.body['id']), raw.body);
  if (raw.kind === 'consentedApp') return consentedApp(raw.body);
  return surveyCollectors.find(({ kind }) => kind === raw.kind)?.convert(raw.body);
}

function converted(raw: Raw, held: ReadonlyMap<string, Resource>): Converted {
  const parent = held.get((raw.under ?? '').toLowerCase());
  const ofKind = childCollectors.filter(({ kind }) => kind === raw.kind);
  const child = ofKind.find(({ optIn }) => optIn === raw.optIn) ?? ofKind[0];
  const made = parent && child ? child.convert(raw.body, parent) : parentless(raw);
  if (!made)
    throw new Error(`${raw.kind} ${String(raw.body['id'])} makes no resource (below ${raw.under ?? 'nothing'})`);
  return made;
}

/** Parents come before what hangs below them. */
function read(raws: readonly Raw[], parents: readonly Converted[] = []): readonly Converted[] {
  const held = new Map<string, Resource>(parents.map(({ resource }) => [resource.id, resource]));
  return raws.map((raw) => {
    const made = converted(raw, held);
    held.set(made.resource.id, made.resource);
    return made;
  });
}

const resourcesOf = (made: readonly Converted[]): readonly Resource[] => made.map(({ resource }) => resource);

/** The bodies above one, the highest first. */
function above(raw: Raw, all: readonly Raw[]): readonly Raw[] {
  const parent = all.find(({ body }) => body['id'] === raw.under);
  return parent ? [...above(parent, all), parent] : [];
}

const ordered = ({ subject, around }: Entry): readonly Raw[] => [
  ...new Set([subject, ...around].flatMap((raw) => [...above(raw, [subject, ...around]), raw])),
];

const idOf = (body: Body): string => String(body['id']).toLowerCase();

/** What the real converters and the real engine say of one labelled body, beside its labels. */
export function judge(entry: Entry): readonly Judged[] {
  const made = read(ordered(entry));
  const labelled = Object.keys(entry.labels).filter((id) => live.has(id));
  const enabled = Object.fromEntries(labelled.map((id) => [id, { enabled: true }]));
  const snapshot = {
    unit: 's',
    takenAt,
    resources: withPast(resourcesOf(made), resourcesOf(read(entry.earlier, made))),
    context: [],
    gaps: [...made.flatMap(({ gaps = [] }) => gaps), ...entry.gaps],
    contextGaps: [],
    gone: [],
  };
  const policy = { ...defaultPolicy, ...entry.policy, rules: enabled };
  const found = evaluate(
    snapshot,
    labelled.map((id) => live.get(id)!),
    policy,
  );
  const subjectId = idOf(entry.subject.body);
  const subjectIds = [subjectId, `/serviceprincipals/${subjectId}`];
  const own = new Map(found.filter((one) => subjectIds.includes(one.resourceId)).map((one) => [one.ruleId, one]));
  return labelled.map((ruleId) => ({
    ruleId,
    entry: entry.name,
    wanted: entry.labels[ruleId]!,
    got: own.get(ruleId)?.status ?? 'none',
    evidence: own.get(ruleId)?.evidence ?? '',
  }));
}
