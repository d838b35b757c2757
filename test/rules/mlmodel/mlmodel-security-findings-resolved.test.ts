import rule from '../../../src/rules/mlmodel/mlmodel-security-findings-resolved';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const workspace = safe('mlWorkspace').id;
const found = (code: 'Healthy' | 'Unhealthy' | 'NotApplicable' | 'Unrecognised', resourceId = workspace) =>
  safe('assessment', {
    id: `${resourceId}/providers/microsoft.security/assessments/${code}`,
    displayName: '[Preview] Security findings should be resolved on AI Models within Azure Machine Learning resources',
    resourceId,
    code,
  });
const model = safe('modelVersion');
const gaps = [
  { kind: 'assessment', scope: '/subscriptions/s', reason: 'forbidden', permission: 'x/read', detail: '' },
] as const;

testRule(rule, {
  pass: [{ name: 'Defender found nothing', around: [model, found('Healthy')] }],
  fail: [
    { name: 'on the workspace', around: [found('Unhealthy')], says: '1 with status.code Unhealthy' },
    {
      name: 'on a model, beside a healthy one',
      around: [found('Healthy'), found('Unhealthy', `${workspace}/models/m`)],
    },
  ],
  notApplicable: [
    { name: 'there is no model', says: 'no model' },
    { name: 'a workspace whose name begins alike has the finding', around: [found('Unhealthy', `${workspace}2`)] },
  ],
  unknown: [
    {
      name: 'Defender says nothing of the models',
      around: [model, safe('assessment', { resourceId: workspace })],
      says: 'may be off',
    },
    { name: 'Defender says it does not apply', around: [model, found('NotApplicable')] },
    { name: 'assessments were not read', around: [model], gaps, says: 'x/read' },
  ],
});
