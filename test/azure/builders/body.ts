import { createHash } from 'node:crypto';
import { hash } from '../chance';
import type { ArmBody } from '../tenant';

/** Where a resource stands. */
export interface Place {
  readonly subscriptionId: string;
  readonly group: string;
  readonly location?: string;
}

/** Properties laid over a finished body: objects are merged, arrays and scalars replaced, `undefined` takes a property away. */
export type Overrides = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function mergeInto(target: Record<string, unknown>, over: Overrides): void {
  for (const [key, value] of Object.entries(over)) {
    const before = target[key];
    if (value === undefined) Reflect.deleteProperty(target, key);
    else if (isRecord(value) && isRecord(before)) target[key] = merged(before, value);
    else target[key] = value;
  }
}

/** A copy of `body` with `over` laid over it; `body` itself stays as it is. */
export function merged<T extends Record<string, unknown>>(body: T, over?: Overrides): T {
  const copy: Record<string, unknown> = { ...body };
  if (over) mergeInto(copy, over);
  return copy as T;
}

/** A GUID that is always the same for the same text. */
export function guid(text: string): string {
  const hex = createHash('md5').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

/** A number that depends on the text alone: which quirk of a real answer a body shows. */
export const mark = hash;

/** ARM does not keep the casing of ids: about one in six comes in another one. */
function cased(id: string): string {
  const quirk = mark(id) % 12;
  if (quirk === 0) return id.replace('/resourceGroups/', '/resourcegroups/');
  return quirk === 1 ? id.replace('/providers/Microsoft.', '/providers/microsoft.') : id;
}

/**
 * Id of a top-level resource, in the casing ARM happens to answer with.
 * @param type such as `Microsoft.Search/searchServices`.
 */
export function topId(place: Place, type: string, name: string): string {
  return cased(`/subscriptions/${place.subscriptionId}/resourceGroups/${place.group}/providers/${type}/${name}`);
}

/** Who wrote a resource last, and when; always the same for the same seed text. */
export function systemData(text: string, by = 'platform-deploy@haldenlogistics.example'): Record<string, string> {
  const month = String(1 + (mark(text) % 9)).padStart(2, '0');
  const day = String(1 + (mark(`${text}d`) % 27)).padStart(2, '0');
  return {
    createdBy: by,
    createdByType: 'User',
    createdAt: `2026-${month}-${day}T08:15:30.1234567Z`,
    lastModifiedBy: by,
    lastModifiedByType: 'User',
    lastModifiedAt: `2026-${month}-${day}T10:02:11.7654321Z`,
  };
}

/** A child of `parent`: its id below the parent's, its type below the parent's type. */
export function childOf(parent: { readonly id: string; readonly type?: string }, part: string, name: string): ArmBody {
  return { id: `${parent.id}/${part}/${name}`, name, type: `${parent.type ?? ''}/${part}` };
}

/** `identity` of a resource; the separator between the two kinds differs by provider. */
export function identityOf(id: string, tenantId: string, separator = ', '): Record<string, unknown> {
  const system = { principalId: guid(`${id.toLowerCase()}:system`), tenantId, type: 'SystemAssigned' };
  if (mark(id) % 5 !== 0) return system;
  const userAssigned = `${id.split('/providers/')[0] ?? ''}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-ai`;
  const pair = { principalId: guid(`${userAssigned}:p`), clientId: guid(`${userAssigned}:c`) };
  return {
    ...system,
    type: `SystemAssigned${separator}UserAssigned`,
    userAssignedIdentities: { [userAssigned]: pair },
  };
}

/** The tenant that every builder's resources belong to. */
export const tenantId = '3f2a1c70-5a1e-4d57-9f4c-6b8f10a2c9d1';

/** A private endpoint connection as its target shows it. */
export function privateEndpointConnection(
  target: { readonly id: string; readonly type?: string },
  groupId: string,
  status = 'Approved',
): ArmBody {
  const name = `pe-${target.id.split('/').at(-1) ?? ''}`;
  const group = target.id.split('/providers/')[0] ?? '';
  return {
    ...childOf(target, 'privateEndpointConnections', `${name}.${guid(name)}`),
    properties: {
      privateEndpoint: { id: `${group}/providers/Microsoft.Network/privateEndpoints/${name}` },
      groupIds: [groupId],
      privateLinkServiceConnectionState: { status, description: 'Approved by platform', actionsRequired: 'None' },
      provisioningState: 'Succeeded',
    },
  };
}
