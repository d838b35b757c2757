import type { PermissionBlock } from '../../model/governance';
import { text, texts } from '../body';
import type { Body } from '../collector';
import { toCondition } from './condition';

/** Whether there is a condition, and its guard. */
export function conditionOf(body: Body): Pick<PermissionBlock, 'hasCondition' | 'condition'> {
  const condition = text(body, 'condition').trim();
  return condition === '' ? { hasCondition: false } : { hasCondition: true, condition: toCondition(condition) };
}

/** A block of rights of a role definition or a deny assignment. */
export const toBlock = (block: Body): PermissionBlock => ({
  actions: texts(block, 'actions'),
  notActions: texts(block, 'notActions'),
  dataActions: texts(block, 'dataActions'),
  notDataActions: texts(block, 'notDataActions'),
  ...conditionOf(block),
});
