import { defineEdge, seen } from '../defineEdge';
import { canOn, unlocked } from '../states';

export default defineEdge({
  kind: 'lifts-lock',
  reads: ['resourceLock'],
  atlas: ['AT:T1562.001'],
  cost: 223,
  fix: 'Keep Microsoft.Authorization/locks/delete with few.',
  draw: (tenant) =>
    tenant
      .all('resourceLock')
      .filter(({ level }) => level === 'ReadOnly')
      .map((lock) => ({
        from: [canOn('lock.lift', lock.scope)],
        to: unlocked(lock.id),
        closedBy: [],
        tell: () => ({ says: `Lifts the lock ${lock.name}.`, evidence: [seen(lock, 'level', lock.level)] }),
      })),
});
