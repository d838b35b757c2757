import type { Body } from '../../src/collect/collector';
import type { OptIn } from '../../src/model/optIn';
import type { Kind } from '../../src/model/resource';
import type { Policy } from '../../src/model/policy';
import type { Gap } from '../../src/model/snapshot';

export type Status = 'pass' | 'fail' | 'notApplicable' | 'unknown';
export type Labels = Readonly<Record<string, Status>>;

/** A body as Azure answers, the kind that reads it, and the id of the body it hangs below. */
export interface Raw {
  readonly kind: Kind;
  readonly body: Body;
  /** The opt-in that reads it; absent for what is always read. */
  readonly optIn?: OptIn;
  readonly under?: string;
}

interface Surroundings {
  readonly around?: readonly Raw[];
  /** Bodies of an earlier run: what travels with a resource from run to run is joined from these. */
  readonly earlier?: readonly Raw[];
  readonly gaps?: readonly Gap[];
  readonly policy?: Partial<Policy>;
}

/** One labelled body: what stands around it, and the verdict that each named rule must give on it. */
export interface Entry extends Required<Surroundings> {
  readonly name: string;
  readonly subject: Raw;
  readonly labels: Labels;
}

/** What one row changes on the body of its table; keys are paths with dots. */
interface Row extends Surroundings {
  readonly name: string;
  readonly patch: Body;
  readonly labels: Labels;
}

type Base = Raw & Surroundings & { readonly labels: Labels };

/** The property is not in the body at all. */
export const absent = Symbol('absent');

const each = (status: Status, ids: readonly string[]): Labels => Object.fromEntries(ids.map((id) => [id, status]));
export const passes = (...ids: readonly string[]): Labels => each('pass', ids);
export const fails = (...ids: readonly string[]): Labels => each('fail', ids);
export const spared = (...ids: readonly string[]): Labels => each('notApplicable', ids);
export const unsure = (...ids: readonly string[]): Labels => each('unknown', ids);

function patched(body: Body, [name = '', ...rest]: readonly string[], value: unknown): Body {
  const others = Object.fromEntries(Object.entries(body).filter(([key]) => key !== name));
  if (rest.length === 0) return value === absent ? others : { ...others, [name]: value };
  const inner = body[name];
  const held = typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? (inner as Body) : {};
  return { ...others, [name]: patched(held, rest, value) };
}

/** `body` with `patch` laid over it. */
export const lay = (body: Body, patch: Body): Body =>
  Object.entries(patch).reduce((held, [path, value]) => patched(held, path.split('.'), value), body);

const shown = (value: unknown): string => (value === absent ? 'absent' : JSON.stringify(value));

/** One body: the table's own with `patch` laid over it; `labels` are the verdicts that differ from those of the table's own body. */
export const row = (name: string, patch: Body, labels: Labels, more: Surroundings = {}): readonly Row[] => [
  { name, patch, labels, ...more },
];

/** One body for each value of the property at `path`, all with the same verdicts. */
export const values = (
  path: string,
  list: readonly unknown[],
  labels: Labels,
  more: Surroundings & { readonly also?: Body } = {},
): readonly Row[] =>
  list.map((value) => ({
    name: `${path} ${shown(value)}${more.also ? ` with ${shown(more.also)}` : ''}`,
    patch: { ...more.also, [path]: value },
    labels,
    ...more,
  }));

/** The table's own body and its rows. `around` of a row stands instead of the table's own; labels and policy are laid over it. */
export const table = (name: string, base: Base, ...rows: readonly (readonly Row[])[]): readonly Entry[] =>
  [...row('as it is', {}, {}), ...rows.flat()].map((one) => ({
    name: `${name}: ${one.name}`,
    subject: { kind: base.kind, body: lay(base.body, one.patch), ...(base.under ? { under: base.under } : {}) },
    around: one.around ?? base.around ?? [],
    earlier: one.earlier ?? [],
    gaps: one.gaps ?? [],
    policy: { ...base.policy, ...one.policy },
    labels: { ...base.labels, ...one.labels },
  }));

/** What is not the boolean true: a property that has to be true is unsafe with any of them. */
export const notTrue: readonly unknown[] = [false, absent, null, 'true', 'True', 1, {}, []];
/** What is not the boolean false, for properties whose documented default is true. */
export const notFalse: readonly unknown[] = [true, absent, null, 'false', 'False', 0, '', []];
/** What does not close the public network: the documented default is open, an unknown word proves nothing. */
export const open: readonly unknown[] = [
  'Enabled',
  'enabled',
  'ENABLED',
  absent,
  null,
  '',
  'Restricted2027',
  false,
  {},
];
export const closed: readonly unknown[] = ['Disabled', 'disabled', 'DISABLED'];

/** Nothing of `kind` could be read below `scope`. */
export const gap = (kind: Kind, scope: string): Gap => ({
  kind,
  scope: scope.toLowerCase(),
  reason: 'forbidden',
  permission: 'Microsoft.Example/read',
  detail: 'AuthorizationFailed',
});

/** A private endpoint connection as its target shows it. */
export const endpoint = (status: unknown, id?: string): Body => ({
  name: 'pe-conn',
  properties: {
    ...(id ? { privateEndpoint: { id } } : {}),
    privateLinkServiceConnectionState: { status, description: 'ok', actionsRequired: 'None' },
  },
});
/** Lists of connections none of which is approved. */
export const unapproved: readonly unknown[] = [
  absent,
  null,
  [],
  {},
  [endpoint('Pending')],
  [endpoint('Rejected')],
  [endpoint('Disconnected')],
  [endpoint('Blessed')],
  [endpoint(true)],
  [{}],
];
