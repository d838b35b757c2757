import type { Resource } from '../../model/resource';
import type { VaultKey } from '../../model/safeguards';
import { versionOf } from '../apiVersions';
import { base } from '../base';
import { at, isNotFalse, part, parts, text } from '../body';
import { childCollector } from '../collector';
import type { AzureReader, Body, Converted } from '../collector';
import { secondsAt } from './seconds';

/** Keys of one vault whose rotation policy is read. */
const most = 50;
const unread = 'rotationPolicyUnread';

/** The list leaves rotation policies out, so each key is read by itself, up to a bound. */
async function* read(azure: AzureReader, vault: Resource): AsyncGenerator<Body> {
  const version = versionOf('microsoft.keyvault/vaults/keys');
  let seen = 0;
  for await (const row of azure.list(`${vault.id}/keys`, version)) {
    seen += 1;
    const id = text(row, 'id');
    yield id && seen <= most ? await azure.read(id, version) : { ...row, [unread]: true };
  }
}

const rotates = (action: Body): boolean => text(action, 'action', 'type').toLowerCase() === 'rotate';

/** A key's attributes and whether it rotates by itself; no key material is read. */
export function toVaultKey(body: Body, vault?: Resource): VaultKey {
  const properties = part(body, 'properties');
  return {
    ...base('vaultKey', body, vault),
    isEnabled: isNotFalse(properties, 'attributes', 'enabled'),
    expiresAt: secondsAt(properties, 'attributes', 'exp'),
    rotates: parts(properties, 'rotationPolicy', 'lifetimeActions').some(rotates),
  };
}

function convert(body: Body, vault: Resource): Converted<'vaultKey'> {
  const resource = toVaultKey(body, vault);
  if (at(body, unread) !== true) return { resource };
  const detail = `rotation policies of more than ${most} keys of a vault are not read`;
  const where = { kind: 'vaultKey', scope: resource.id, property: 'rotationPolicy' } as const;
  return { resource, gaps: [{ ...where, reason: 'bounded', permission: '', detail }] };
}

/** Costs one request for each vault that an AI resource uses, and one for each key of it, 50 at most. */
export default childCollector({
  kind: 'vaultKey',
  parents: ['keyVault'],
  permissions: ['Microsoft.KeyVault/vaults/keys/read'],
  read,
  convert,
});
