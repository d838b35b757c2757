import { notApplicable, type Verdict } from '../../model/rule';
import type { SearchService } from '../../model/surroundings';

/** Tiers with replicas to buy. Free shares its hardware, and serverless has no replicas to count. */
export const billed: ReadonlySet<string> = new Set([
  'basic',
  'standard',
  'standard2',
  'standard3',
  'storage_optimized_l1',
  'storage_optimized_l2',
]);

/** Tiers without replicas of their own have no replica to ask for. */
export const offReplicas = ({ sku }: SearchService): Verdict | undefined =>
  ['free', 'serverless'].includes(sku.toLowerCase()) ? notApplicable(`sku.name is ${sku}`) : undefined;
