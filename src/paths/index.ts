import type { Kind } from '../model/resource';
import { edges } from './edges';
import { families } from './families';

export { applyChanges, canSimulate } from './changes/apply';
export { families };
export { findPaths } from './findPaths';

/** Kinds that an edge, an entry or the comparison with Defender looks at. */
export const edgeKinds: ReadonlySet<Kind> = new Set<Kind>([
  ...edges.flatMap(({ reads }) => reads),
  ...(['botService', 'defenderAttackPath', 'defenderPlan', 'defenderAlert', 'subscription', 'principal'] as const),
]);

/** Names of what can be found: when they change, other paths are found in the same tenant. */
export const knownPaths: readonly string[] = [
  ...edges.map(({ kind }) => kind),
  ...families.map(({ id, name }) => `${id} ${name}`),
];
