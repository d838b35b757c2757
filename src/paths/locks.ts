import { unlocked, type State } from './states';
import type { Tenant } from './tenant';

/** A further premise of what a ReadOnly lock blocks: that it is lifted. None where no lock stands. */
export const whileUnlocked = (id: string, tenant: Tenant<'resourceLock'>): readonly State[] => {
  const lock = tenant.lockOn(id);
  return lock ? [unlocked(lock.id)] : [];
};
