import rule from '../../../src/rules/mldeployment/mldeployment-allowed-registry-only';
import { testRule } from '../../kit/testRule';

const model = 'azureml://registries/contoso/models/llama/versions/3';
const runs = (policy: { allowedRegistries?: string[]; restrictedModels?: string[] }) => ({
  subject: { model },
  policy,
});

testRule(rule, {
  pass: [
    { name: 'the registry is allowed, in odd casing', ...runs({ allowedRegistries: ['Contoso'] }) },
    { name: 'the registry is allowed by its id', ...runs({ allowedRegistries: ['azureml://registries/contoso'] }) },
    {
      name: 'another model is restricted',
      ...runs({ restrictedModels: ['lla', 'azureml://registries/contoso/models/llama/versions/30'] }),
    },
    {
      name: 'the registry is given by ARM id',
      subject: {
        model:
          '/subscriptions/s/resourcegroups/rg/providers/microsoft.machinelearningservices/registries/contoso/models/m/versions/1',
      },
      policy: { allowedRegistries: ['contoso'] },
    },
  ],
  fail: [
    { name: 'another registry', ...runs({ allowedRegistries: ['fabrikam', 'contoso-2'] }), says: model },
    {
      name: 'a restricted model by name',
      ...runs({ allowedRegistries: ['contoso'], restrictedModels: ['LLAMA'] }),
      says: 'restrictedModels',
    },
    { name: 'a restricted model by id', ...runs({ restrictedModels: [model] }) },
  ],
  notApplicable: [
    { name: 'the policy file says nothing', ...runs({}), says: 'allowedRegistries' },
    { name: 'a model of the workspace', policy: { allowedRegistries: ['contoso'] }, says: 'not from a registry' },
  ],
});
