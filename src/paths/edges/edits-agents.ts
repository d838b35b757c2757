import { defineEdge, seen } from '../defineEdge';
import { can, steers } from '../states';

export default defineEdge({
  kind: 'edits-agents',
  reads: ['project'],
  atlas: ['AML.T0081'],
  cost: 223,
  fix: 'Part who builds agents from who uses the project.',
  draw: (tenant) =>
    tenant.all('project').map((one) => ({
      from: [can('agent.edit', one.id)],
      to: steers(one.id),
      closedBy: [],
      tell: () => ({
        says: `Changes an agent of ${one.name}, or makes one.`,
        evidence: [seen(one, 'ability', 'agents/write')],
      }),
    })),
});
