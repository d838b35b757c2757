import { merged } from './builders/body';
import type { Overrides } from './builders/body';
import { accountNetwork } from './builders/cognitiveServices';
import { connection } from './builders/connections';
import { contentFiltersOf } from './builders/guardrails';
import { intend, intentOf } from './builders/intent';
import type { GuardrailChoice } from './builders/intent';
import type { ArmBody, Estate } from './tenant';

/** One edit of a tenant between two audits. `id` is the resource it touches, in any casing. */
export type Edit =
  | { readonly edit: 'weakenGuardrail'; readonly id: string; readonly to?: GuardrailChoice }
  | { readonly edit: 'enableLocalAuth'; readonly id: string }
  | { readonly edit: 'disableLocalAuth'; readonly id: string }
  | { readonly edit: 'openNetwork'; readonly id: string }
  | { readonly edit: 'closeNetwork'; readonly id: string }
  | { readonly edit: 'remove'; readonly id: string }
  | { readonly edit: 'addKeyConnection'; readonly id: string; readonly name?: string }
  | { readonly edit: 'changeTags'; readonly id: string }
  /** The model behind a deployment becomes another, or another version. */
  | {
      readonly edit: 'swapModel';
      readonly id: string;
      readonly model: Readonly<Partial<Record<'format' | 'name' | 'version', string>>>;
    }
  /** Only what moves by itself: capacity, etag, provisioning details. */
  | { readonly edit: 'changeCapacity'; readonly id: string }
  | { readonly edit: 'add'; readonly bodies: readonly ArmBody[] };

type Patch = Readonly<Record<string, unknown>>;

/** Lays `over` on a body and `meant` on what it was built to be. */
function revised(body: ArmBody, over: Overrides, meant: Patch = {}): ArmBody {
  const next = merged(body, over);
  const before = intentOf(body);
  return before ? intend(next, { ...before, ...meant }) : next;
}

const byId = (estate: Estate, id: string): ArmBody => {
  const found = estate.arm.find((body) => body.id.toLowerCase() === id.toLowerCase());
  if (!found) throw new Error(`The estate holds no ${id}`);
  return found;
};

const networks = {
  open: { publicNetworkAccess: 'Enabled', networkAcls: { defaultAction: 'Allow' } },
  disabled: { publicNetworkAccess: 'Disabled', networkAcls: { defaultAction: 'Deny' } },
} as const;

/** Only some kinds have `networkAcls`; the others know `publicNetworkAccess` alone. */
function withNetwork(body: ArmBody, to: 'open' | 'disabled'): ArmBody {
  const kind = intentOf(body)?.kind ?? '';
  if (kind === 'aiAccount') return revised(body, { properties: accountNetwork(to) }, { network: to });
  const properties = ['storageAccount', 'keyVault'].includes(kind)
    ? networks[to]
    : { publicNetworkAccess: networks[to].publicNetworkAccess };
  return revised(body, { properties }, { network: to });
}

type EditOf<E extends Edit['edit']> = Extract<Edit, { edit: E }>;
type OneBody = Exclude<Edit['edit'], 'remove' | 'add' | 'addKeyConnection'>;

const revisions: { readonly [E in OneBody]: (body: ArmBody, edit: EditOf<E>) => ArmBody } = {
  weakenGuardrail: (body, { to = 'noShields' }) =>
    revised(body, { properties: { contentFilters: contentFiltersOf(to) } }, { choice: to }),
  enableLocalAuth: (body) => revised(body, { properties: { disableLocalAuth: false } }, { localAuth: 'on' }),
  disableLocalAuth: (body) => revised(body, { properties: { disableLocalAuth: true } }, { localAuth: 'off' }),
  openNetwork: (body) => withNetwork(body, 'open'),
  closeNetwork: (body) => withNetwork(body, 'disabled'),
  swapModel: (body, { model }) => revised(body, { properties: { model } }),
  changeTags: (body) => revised(body, { tags: { ...(body['tags'] as Patch | null), costCentre: '4711' } }),
  changeCapacity: (body) =>
    revised(body, {
      etag: '"moved"',
      sku: { ...(body['sku'] as Patch), capacity: 77 },
      properties: { currentCapacity: 77 },
    }),
};

const replaced = (arm: readonly ArmBody[], old: ArmBody, next: ArmBody): ArmBody[] =>
  arm.map((body) => (body === old ? next : body));

function without(arm: readonly ArmBody[], id: string): ArmBody[] {
  const gone = id.toLowerCase();
  return arm.filter((body) => body.id.toLowerCase() !== gone && !body.id.toLowerCase().startsWith(`${gone}/`));
}

function applied(estate: Estate, edit: Edit): ArmBody[] {
  if (edit.edit === 'add') return [...estate.arm, ...edit.bodies];
  const body = byId(estate, edit.id);
  if (edit.edit === 'remove') return without(estate.arm, edit.id);
  if (edit.edit === 'addKeyConnection')
    return [...estate.arm, connection(body, edit.name ?? 'borrowed', { category: 'AzureOpenAI', authType: 'ApiKey' })];
  const revise = revisions[edit.edit] as (body: ArmBody, edit: Edit) => ArmBody;
  return replaced(estate.arm, body, revise(body, edit));
}

/**
 * The tenant after the edits, in order; the estate given stays as it is and shares all untouched bodies. Ground truth follows.
 * An edit of a resource that is not there throws. A server that runs shows it once `estate.arm` is replaced by the answer's.
 */
export function change(estate: Estate, edits: readonly Edit[]): Estate {
  return edits.reduce<Estate>((before, edit) => ({ ...before, arm: applied(before, edit) }), estate);
}
