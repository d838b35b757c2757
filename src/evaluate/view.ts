import type { Kind, KindMap, Resource } from '../model/resource';
import type { Policy } from '../model/policy';
import { notApplicable, type Verdict, type View } from '../model/rule';
import { within } from '../model/scope';
import type { Gap } from '../model/snapshot';
import type { Inventory } from './inventory';

/**
 * What one check sees. It notes the first gap that the check ran into: looking at what was not read is what makes a verdict unknown,
 * and a check that answers without looking stays certain.
 */
export class RecordingView implements View {
  /** The first gap that the check ran into, if any. */
  touched: Gap | undefined;

  constructor(
    private readonly inventory: Inventory,
    readonly policy: Policy,
  ) {}

  /** The same view for another check. */
  cleared(): this {
    this.touched = undefined;
    return this;
  }

  get takenAt(): string {
    return this.inventory.snapshot.takenAt;
  }

  children<K extends Kind>(parent: { readonly id: string }, kind: K): readonly KindMap[K][] {
    this.touch(kind, (gap) => !gap.property && (within(parent.id, gap.scope) || within(gap.scope, parent.id)));
    return (this.inventory.childrenByKind.get(kind)?.get(parent.id) ?? []) as readonly KindMap[K][];
  }

  byId<K extends Kind>(kind: K, id: string): KindMap[K] | undefined {
    const found = this.inventory.byId.get(id);
    if (found?.kind === kind) return found as KindMap[K];
    this.touch(kind, (gap) => !gap.property && within(id, gap.scope));
    return undefined;
  }

  all<K extends Kind>(kind: K): readonly KindMap[K][] {
    this.touch(kind, (gap) => !gap.property);
    return this.known(kind);
  }

  known<K extends Kind>(kind: K): readonly KindMap[K][] {
    return (this.inventory.byKind.get(kind) ?? []) as readonly KindMap[K][];
  }

  stated(resource: { readonly id: string; readonly kind: Kind }, property: string): boolean {
    return !this.touch(resource.kind, (gap) => gap.scope === resource.id && gap.property === property);
  }

  doubt(resource: { readonly id: string; readonly kind: Kind }, property: string, detail: string): Verdict {
    const { kind, id: scope } = resource;
    this.touched ??= { kind, scope, reason: 'notStated', permission: '', detail, property };
    return notApplicable(detail);
  }

  usersOf(dependency: { readonly id: string }): readonly Resource[] {
    return this.inventory.users.get(dependency.id) ?? [];
  }

  /** Whether a gap covers what the check looks at. */
  private touch(kind: Kind, covers: (gap: Gap) => boolean): boolean {
    const gap = this.inventory.gapsByKind.get(kind)?.find(covers);
    this.touched ??= gap;
    return gap !== undefined;
  }
}
