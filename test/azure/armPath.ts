/** An ARM path taken apart. Names keep the casing of the path; `key` is the lower-cased whole. */
export interface ArmPath {
  key: string;
  /** `Microsoft.X/type/childType` from the last provider; '' where the path names a container only. */
  type: string;
  /** True for `.../type`, false for `.../type/name`. */
  isList: boolean;
  /** Lower-cased path of the resource or container that a list hangs below, or that an id lies in. */
  parent: string;
  subscriptionId: string;
  resourceGroup: string;
}

/** Takes a path apart by segments, whatever the provider: Azure's ids are regular enough. */
export function toArmPath(path: string): ArmPath {
  const trimmed = path.replace(/\/+$/, '');
  const segments = trimmed.split('/').slice(1);
  const lower = segments.map((segment) => segment.toLowerCase());
  const provider = lower.lastIndexOf('providers');
  const container = { key: trimmed.toLowerCase(), ...containerOf(segments, lower) };
  if (provider < 0 || provider === lower.length - 1) {
    return { ...container, type: '', isList: lower.length % 2 === 1, parent: joined(lower.slice(0, parentEnd(lower))) };
  }
  const own = segments.slice(provider + 2);
  const isList = own.length % 2 === 1;
  const type = [segments[provider + 1], ...own.filter((_, at) => at % 2 === 0)].join('/');
  const end = own.length <= 2 ? provider : lower.length - (isList ? 1 : 2);
  return { ...container, type, isList, parent: joined(lower.slice(0, end)) };
}

/** The list that holds this id: its path without the last name. */
export function listOf(key: string): string {
  return key.slice(0, key.lastIndexOf('/'));
}

/** The ARM type in lower case, from the body's own word or from the id. */
export function typeOf(body: { id: string; type?: string }): string {
  return (body.type ?? toArmPath(body.id).type).toLowerCase();
}

function containerOf(
  segments: readonly string[],
  lower: readonly string[],
): Pick<ArmPath, 'subscriptionId' | 'resourceGroup'> {
  return {
    subscriptionId: lower[0] === 'subscriptions' ? (lower[1] ?? '') : '',
    resourceGroup: lower[2] === 'resourcegroups' ? (segments[3] ?? '') : '',
  };
}

function parentEnd(lower: readonly string[]): number {
  return lower.length - (lower.length % 2 === 1 ? 1 : 2);
}

function joined(segments: readonly string[]): string {
  return segments.length <= 0 ? '' : `/${segments.join('/')}`;
}
