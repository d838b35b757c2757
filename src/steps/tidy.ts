import type { Tidied } from '../model/retention';
import type { World } from '../world';

/** Gives up runs beyond the policy's retention and removes what no kept run needs, for at most `seconds`. Harmless beside audits. */
export function tidy(world: World, seconds: number): Promise<Tidied> {
  const end = Date.parse(world.now()) + seconds * 1000;
  return world.store.tidy(world.settings.policy.retention, world.now(), () => Date.parse(world.now()) > end);
}
