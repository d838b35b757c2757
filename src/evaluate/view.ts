import type { Kind, KindMap, Resource } from '../model/resource';
import type { Policy } from '../model/policy';
import { notApplicable, type Verdict, type View } from '../model/rule';
import type { Gap } from '../model/snapshot';
import type { Inventory } from './inventory';

const within = (id: string, scope: string): boolean => scope === '/' || id === scope || id.startsWith(`${scope}/`);

/**
 * What one check sees. It notes every gap that the check ran into: looking at what was not read is what makes a verdict unknown,
 * and a check that answers without looking stays certain.
 */
export class RecordingView implements View {
  private readonly touchedGaps: Gap[] = [];

  constructor(
    private readonly inventory: Inventory,
    readonly policy: Policy,
    readonly takenAt: string,
  ) {}

  /** The first gap that the check ran into, if any. */
  get touched(): Gap | undefined {
    return this.touchedGaps[0];
  }

  children<K extends Kind>(parent: { readonly id: string }, kind: K): readonly KindMap[K][] {
    this.touch(kind, (gap) => !gap.property && (within(parent.id, gap.scope) || within(gap.scope, parent.id)));
    const children = this.inventory.byParent.get(parent.id) ?? [];
    return children.filter((child): child is KindMap[K] & Resource => child.kind === kind);
  }

  byId<K extends Kind>(kind: K, id: string): KindMap[K] | undefined {
    const found = this.inventory.byId.get(id);
    if (found?.kind === kind) return found as KindMap[K];
    this.touch(kind, (gap) => !gap.property && within(id, gap.scope));
    return undefined;
  }

  all<K extends Kind>(kind: K): readonly KindMap[K][] {
    this.touch(kind, (gap) => !gap.property);
    return (this.inventory.byKind.get(kind) ?? []) as readonly KindMap[K][];
  }

  stated(resource: { readonly id: string; readonly kind: Kind }, property: string): boolean {
    const before = this.touchedGaps.length;
    this.touch(resource.kind, (gap) => gap.scope === resource.id && gap.property === property);
    return this.touchedGaps.length === before;
  }

  doubt(resource: { readonly id: string; readonly kind: Kind }, property: string, detail: string): Verdict {
    const { kind, id: scope } = resource;
    this.touchedGaps.push({ kind, scope, reason: 'notStated', permission: '', detail, property });
    return notApplicable(detail);
  }

  usersOf(dependency: { readonly id: string }): readonly Resource[] {
    return this.inventory.users.get(dependency.id) ?? [];
  }

  private touch(kind: Kind, covers: (gap: Gap) => boolean): void {
    this.touchedGaps.push(...(this.inventory.gapsByKind.get(kind) ?? []).filter(covers));
  }
}
