import type { Place, Policy } from '../model/policy';
import { severities, type Severity } from '../model/rule';
import type { Inventory } from './inventory';

const matches = (pattern: string, id: string): boolean =>
  pattern.endsWith('*') ? id.startsWith(pattern.slice(0, -1)) : pattern === id;

const within = (id: string, scope: string): boolean => id === scope || id.startsWith(`${scope}/`);

/** Whether the resource, or one that it hangs below, carries the tag; names and values compare without case. */
function isTagged(inventory: Inventory, id: string, tag: string): boolean {
  const resource = inventory.byId.get(id);
  if (!resource) return false;
  const wanted = tag.toLowerCase();
  const carries = Object.entries(resource.tags).some(([name, value]) => `${name}=${value}`.toLowerCase() === wanted);
  return carries || (resource.parentId !== undefined && isTagged(inventory, resource.parentId, tag));
}

const holds = ({ rules, tag, scope }: Place, inventory: Inventory, ruleId: string, resourceId: string): boolean =>
  rules.some((pattern) => matches(pattern, ruleId)) &&
  (scope === undefined || within(resourceId, scope)) &&
  (tag === undefined || isTagged(inventory, resourceId, tag));

const moved = (severity: Severity, step: number): Severity => {
  const at = Math.min(Math.max(severities.indexOf(severity) - step, 0), severities.length - 1);
  return severities[at] ?? severity;
};

/** What the policy file makes of `severity` for one rule on one resource; its entries hold in order. */
export const overridden = (
  severity: Severity,
  { severityOverrides }: Policy,
  inventory: Inventory,
  ruleId: string,
  resourceId: string,
): Severity =>
  severityOverrides
    .filter((entry) => holds(entry, inventory, ruleId, resourceId))
    .reduce((now, entry) => entry.severity ?? moved(now, entry.step ?? 0), severity);

/** Whether the policy file switches the rule off where this resource is. */
export const isSwitchedOff = (
  { ruleSwitches }: Policy,
  inventory: Inventory,
  ruleId: string,
  resourceId: string,
): boolean => ruleSwitches.findLast((entry) => holds(entry, inventory, ruleId, resourceId))?.enabled === false;
