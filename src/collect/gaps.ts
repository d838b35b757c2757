import type { Kind } from '../model/resource';
import type { Gap } from '../model/snapshot';
import { removed } from './body';
import { ReadFailed, ReadRefused, oneLine } from './failures';
import { recognise } from './secretForms';

interface Place {
  readonly kind: Kind;
  readonly scope: string;
  /** The right that the read needs, for where Azure names none. */
  readonly permission: string;
}

/** What Azure said, in one line; nothing of it where it holds a secret: gaps are kept, shown and sent. */
const saidBy = (error: Error): string => {
  const line = oneLine(error.message);
  return recognise(line) === undefined ? line : removed;
};

/** The gap that a failed read leaves. A refusal names the missing right: Azure's own word, else the one the collector declares. */
export function toGap(error: Error, { kind, scope, permission }: Place): Gap {
  const base = { kind, scope: scope.toLowerCase(), permission: '', detail: saidBy(error) };
  if (error instanceof ReadRefused) return { ...base, reason: 'forbidden', permission: error.permission || permission };
  return { ...base, reason: error instanceof ReadFailed ? error.reason : 'failed' };
}

/** A gap that no error caused. */
export const gap = ({ kind, scope, permission }: Place, reason: Gap['reason'], detail: string): Gap => ({
  kind,
  scope: scope.toLowerCase(),
  reason,
  permission,
  detail,
});

/** True when `id` is `scope` or below it; `/` holds everything. */
export const within = (id: string, scope: string): boolean =>
  scope === '/' || id === scope || id.startsWith(`${scope}/`);

/** True when some gap says that resources of this kind at this place were not read. */
export const covered = (gaps: readonly Gap[], { id, kind }: { readonly id: string; readonly kind: Kind }): boolean =>
  gaps.some((known) => known.kind === kind && known.property === undefined && within(id, known.scope));
