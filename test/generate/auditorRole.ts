import { collectorsFor } from '../../src/collect';
import { permissionsOf, type NeededRight } from '../../src/collect/rights';

/** Every Azure right that the audit needs. */
export const azureRights: readonly NeededRight[] = permissionsOf([
  ...collectorsFor([]).survey,
  ...collectorsFor([]).children,
]);

/**
 * The text of `infra/auditor-role.json`: its name and description as they stand in `current`, its actions from the collectors.
 * @throws Error when a collector asks for anything but a read.
 */
export function renderAuditorRole(current: string, rights = azureRights): string {
  const { roleName, description } = JSON.parse(current) as { roleName: string; description: string };
  const actions = [...new Set(rights.map(({ permission }) => permission))].sort();
  const writes = actions.filter((action) => !action.endsWith('/read'));
  if (writes.length > 0) throw new Error(`The auditor only reads, but a collector asks for ${writes.join(', ')}.`);
  return `${JSON.stringify({ roleName, description, actions }, null, 2)}\n`;
}
