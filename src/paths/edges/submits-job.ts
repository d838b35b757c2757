import { defineEdge, seen } from '../defineEdge';
import { can, runsOn } from '../states';

export default defineEdge({
  kind: 'submits-job',
  reads: ['mlWorkspace', 'compute'],
  atlas: ['AML.T0050', 'AML.T0112.001'],
  cost: 223,
  fix: 'Give a role of your own without jobs to those who only look.',
  draw: (tenant) =>
    tenant.all('mlWorkspace').flatMap((workspace) =>
      tenant
        .below(workspace, 'compute')
        .filter(({ computeType }) => /^(amlcompute|kubernetes)$/i.test(computeType))
        .map((one) => ({
          from: [can('ml.run', workspace.id)],
          to: runsOn(one.id),
          closedBy: [],
          tell: () => ({
            says: `Submits a job of its own to ${one.name}.`,
            evidence: [seen(one, 'computeType', one.computeType)],
          }),
        })),
    ),
});
