import { accessChanges } from './access';
import type { ChangeKind } from './changeKind';
import { settingChanges } from './settings';

export { efforts, type ChangeKind } from './changeKind';

/** Every change that a move may name as its closer. Order says nothing. */
export const changes = { ...settingChanges, ...accessChanges } as const;
export type ChangeName = keyof typeof changes;

/** `keys-off /subscriptions/…`: the id of one change on one resource. */
export const changeId = (change: string, on: string): string => `${change} ${on}`;

/** The kind behind an id of a change, and the resource it is made on. */
export function changeOf(id: string): { readonly kind: ChangeKind; readonly name: string; readonly on: string } {
  const at = id.indexOf(' ');
  const name = id.slice(0, at) as ChangeName;
  return { kind: changes[name], name, on: id.slice(at + 1) };
}
