import { defineRule } from '../defineRule';
import { judgedOnHub } from './hubScope';
import { secondRegionVerdict } from '../secondRegion';

export default defineRule({
  id: 'mlw-secondary-region',
  subject: 'mlWorkspace',
  title: 'Production ML workspace has none to fall back to',
  severity: 'info',
  why: 'A workspace lives in one region and does not fail over: when the region is down, training and endpoints are. Workspaces of the same subscription that bear the production tag are looked at.',
  fix: {
    text: 'Keep a second workspace in another region, with its own computes and endpoints, and tag both.',
    cli: 'az ml workspace create -g RG -n NAME --location SECOND_REGION',
  },
  references: ['https://learn.microsoft.com/azure/machine-learning/how-to-high-availability-machine-learning'],
  controls: { mcsb: ['BR-1'] },
  needs: ['mlWorkspace'],
  check: (workspace, view) =>
    judgedOnHub(workspace) ?? secondRegionVerdict(workspace, () => view.all('mlWorkspace'), view.policy.productionTag),
});
