import type { ExposedSecret } from '../../model/base';
import { speaksOfAi } from '../../model/aiHosts';
import { isBody, withoutSecret } from '../body';
import { recognise } from '../secretForms';
import { isAiName } from '../signals/names';
import { hostAt } from '../url';

/** A text that every reader of the resource sees: where it stands and under which name. */
export interface Readable {
  readonly place: string;
  readonly name: string;
  readonly value: string;
}

/** Hosts that keys of Azure open. */
const azureHost = /\.(?:azure|windows|azurecr)\.(?:com|net|io|us|cn)$/;

const hostIn = ({ value }: Readable): string => (value.includes('://') ? hostAt(value) : '');

const isOfAi = (beside: readonly Readable[]): boolean =>
  beside.some((one) => isAiName(one.name) || speaksOfAi(hostIn(one)));

/** The one host of Azure or of a vendor's models that stands beside; '' where none or several do. */
function hostBeside(beside: readonly Readable[]): string {
  const hosts = new Set(beside.map(hostIn).filter((host) => azureHost.test(host) || speaksOfAi(host)));
  return hosts.size === 1 ? ([...hosts][0] ?? '') : '';
}

/**
 * Secrets in a block of texts that stand together: the variables of a container, the settings of a site. 32 hexadecimal digits count only where
 * the block speaks of AI, or `alwaysOfAi` says that its resource does. What a key opens is told by the key, else by the one host beside it.
 */
export function exposedIn(block: readonly Readable[], alwaysOfAi = false): readonly ExposedSecret[] {
  const beside = hostBeside(block);
  const ofAi = alwaysOfAi || isOfAi(block);
  return block.flatMap(({ place, name, value }) => {
    const found = recognise(value, name);
    if (!found || (found.kind === 'hexKey' && !ofAi)) return [];
    const { kind, ...rest } = found;
    return [{ place, secretKind: kind, ...(beside ? { opensHost: beside } : {}), ...rest }];
  });
}

const nameOf = (entry: unknown, index: number): string => {
  const given = isBody(entry) ? (entry['name'] ?? entry['key']) : undefined;
  return typeof given === 'string' && given !== '' ? withoutSecret(given) : String(index);
};

/** How deep a definition is looked through. */
const deepest = 24;

/** All texts below a value, with their paths; the name of an element stands in the place of its index. */
export function readablesIn(value: unknown, place: string, name = place, depth = 0): readonly Readable[] {
  if (typeof value === 'string') return [{ place, name, value }];
  if (depth > deepest) return [];
  if (Array.isArray(value))
    return value.flatMap((entry, index) => readablesIn(entry, `${place}[${nameOf(entry, index)}]`, name, depth + 1));
  if (!isBody(value)) return [];
  const named = typeof value['name'] === 'string' ? value['name'] : name;
  return Object.entries(value).flatMap(([key, entry]) => {
    const shown = withoutSecret(key);
    return readablesIn(entry, `${place}.${shown}`, key === 'value' ? named : shown, depth + 1);
  });
}

/** `exposedSecrets` where there are any: the property is absent otherwise. */
export const exposedSecrets = (
  found: readonly ExposedSecret[],
): { readonly exposedSecrets?: readonly ExposedSecret[] } => (found.length > 0 ? { exposedSecrets: found } : {});
