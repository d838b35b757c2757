import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';
import { isInstance } from './managedNetwork';

export default defineRule({
  id: 'mlcompute-ci-stale',
  subject: 'compute',
  title: 'Notebook instance was neither started nor stopped for weeks',
  severity: 'low',
  why: 'A forgotten instance holds tokens, notebooks and an identity, and its owner may be gone. Operations are starts, stops, restarts and the like, never work within it: one that runs without a restart for so long has also missed the updates of its image. Whether the owner still is in the directory is not read.',
  fix: {
    text: 'Ask its owner: restart it, or delete it; files in the workspace share stay.',
    cli: 'az ml compute delete -g RG -w WORKSPACE -n NAME',
  },
  references: [
    'https://learn.microsoft.com/azure/machine-learning/how-to-manage-compute-instance',
    'https://learn.microsoft.com/azure/machine-learning/concept-vulnerability-management',
  ],
  controls: { mcsb: ['AM-2', 'PA-4'] },
  check: (compute, view) => {
    const { lastOperationAt: last } = compute;
    const most = view.policy.maxInstanceIdleDays;
    if (!isInstance(compute)) return notApplicable(`computeType is ${compute.computeType}`);
    if (!last) return view.doubt(compute, 'lastOperation.operationTime', 'Azure does not state it');
    const days = (Date.parse(view.takenAt) - Date.parse(last)) / 86_400_000;
    return days > most ? fail(`lastOperation.operationTime is ${last}, maxInstanceIdleDays is ${most}`) : pass;
  },
});
