import { createHash } from 'node:crypto';
import { distance } from 'fastest-levenshtein';
import { z } from 'zod';
import { decisionKinds, type Decision } from '../model/decision';
import { toScope } from '../model/scope';

/** What a door hands in: nothing in it is trusted. */
export const decisionInput = z.strictObject({
  kind: z.enum(decisionKinds).default('exception'),
  rule: z.string().min(1).max(200).default('*'),
  scope: z.string().min(1).max(2000).default('/'),
  changes: z.array(z.string().min(1).max(100)).max(1000).readonly().default([]),
  reason: z.string().trim().min(3).max(1000),
  owner: z.string().trim().min(1).max(200).optional(),
  until: z.string().max(40).optional(),
});

export type Asked = z.input<typeof decisionInput>;

/** What a decision is held against. */
export interface Known {
  readonly ruleIds: readonly string[];
  /** Ids of resources of the latest run; undefined when there is no run yet. */
  readonly resourceIds: readonly string[] | undefined;
  /** Longest time an exception or a snooze may hold. */
  readonly maxDays: number;
  readonly by: string;
  readonly at: string;
}

type Read = { readonly decision: Decision; readonly problems: readonly [] } | { readonly problems: readonly string[] };

const nearest = (text: string, all: readonly string[]): string =>
  all.reduce((best, one) => (distance(text, one) < distance(text, best) ? one : best), all[0] ?? '');

function ruleProblems(rule: string, ids: readonly string[]): readonly string[] {
  const found = rule.endsWith('*') ? ids.some((id) => id.startsWith(rule.slice(0, -1))) : ids.includes(rule);
  return found ? [] : [`rule: no rule '${rule}'. Did you mean '${nearest(rule, ids)}'?`];
}

/** A scope at or below which the latest run holds nothing would except nothing: a typing error, as far as anyone can tell. */
function scopeProblems(scope: string | undefined, given: string, known: Known): readonly string[] {
  if (scope === undefined)
    return [`scope: '${given}' is no subscription, resource group or resource. Give its path, /subscriptions/...`];
  const ids = known.resourceIds;
  if (scope === '/' || ids === undefined) return [];
  if (ids.some((id) => id === scope || id.startsWith(`${scope}/`))) return [];
  return [`scope: the latest run holds nothing at '${scope}'. Did you mean '${nearest(scope, ids)}'?`];
}

const needsEnd = new Set(['exception', 'snooze']);

/** A day is meant to its end; an instant as it stands. */
const toInstant = (text: string): number =>
  /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(`${text}T23:59:59Z`) : Date.parse(text);

function endProblems(kind: string, until: string | undefined, { at, maxDays }: Known): readonly string[] {
  if (until === undefined) return needsEnd.has(kind) ? [`until: ${kind} needs an end, such as 2026-06-30.`] : [];
  const end = toInstant(until);
  if (Number.isNaN(end)) return [`until: '${until}' is no date. Write 2026-06-30 or 2026-06-30T12:00:00Z.`];
  if (end <= Date.parse(at)) return [`until: '${until}' is over already.`];
  const latest = new Date(Date.parse(at) + maxDays * 86_400_000).toISOString().slice(0, 10);
  return end > Date.parse(at) + maxDays * 86_400_000
    ? [`until: at most ${maxDays} days, that is ${latest}. The policy file's maxExceptionDays sets the limit.`]
    : [];
}

const toId = (decision: Omit<Decision, 'id'>): string =>
  `d-${createHash('sha256').update(JSON.stringify(decision)).digest('base64url').slice(0, 12)}`;

const placeOf = (text: string): string | undefined => {
  if (text === '/') return '/';
  const scope = toScope(text);
  return scope?.startsWith('/subscriptions/') ? scope.toLowerCase() : undefined;
};

/** The decision that `given` asks for, or every problem with it: what, where, and how to mend it. */
export function readDecision(given: unknown, known: Known): Read {
  const parsed = decisionInput.safeParse(given);
  if (!parsed.success)
    return {
      problems: parsed.error.issues.map((issue) => `${issue.path.join('.') || 'the decision'}: ${issue.message}`),
    };
  const place = placeOf(parsed.data.scope);
  const problems = problemsOf(parsed.data, place, known);
  return problems.length > 0 ? { problems } : { decision: toDecision(parsed.data, place ?? '/', known), problems: [] };
}

type Given = z.output<typeof decisionInput>;

function problemsOf(given: Given, place: string | undefined, known: Known): readonly string[] {
  const { kind, rule, scope, changes, owner, until } = given;
  return [
    ...(kind === 'approval' ? [] : ruleProblems(rule, known.ruleIds)),
    ...scopeProblems(place, scope, known),
    ...endProblems(kind, until, known),
    ...(kind === 'exception' && owner === undefined ? ['owner: an exception needs somebody who answers for it.'] : []),
    ...(kind === 'approval' && changes.length === 0 ? ['changes: name the ids of the changes that were meant.'] : []),
  ];
}

function toDecision(given: Given, scope: string, { by, at }: Known): Decision {
  const { kind, rule, changes, reason, owner = by, until } = given;
  const end = until === undefined ? '' : new Date(toInstant(until)).toISOString();
  const made = { kind, rule, scope, changes, reason, owner, until: end, by, at };
  return { ...made, id: toId(made) };
}
