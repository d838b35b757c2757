import rule from '../../../src/rules/mldeployment/mldeployment-floating-model';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [
    { name: 'a version of the workspace' },
    { name: 'a version of a registry', subject: { model: 'azureml://registries/hub/models/m/versions/3' } },
    { name: 'a version by name', subject: { model: 'azureml:m:3' } },
  ],
  fail: [
    {
      name: 'a label',
      subject: { model: 'azureml://registries/hub/models/m/labels/latest' },
      says: 'model is azureml://',
    },
    { name: 'a label by name', subject: { model: 'azureml:m@latest' } },
    { name: 'an environment by label', subject: { environmentId: 'azureml:env@latest' }, says: 'environmentId is' },
  ],
  notApplicable: [{ name: 'nothing deployed', subject: { model: '', environmentId: '' } }],
});
