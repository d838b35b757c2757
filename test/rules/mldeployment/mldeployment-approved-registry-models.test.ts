import rule from '../../../src/rules/mldeployment/mldeployment-approved-registry-models';
import { testRule } from '../../kit/testRule';

const llama = 'azureml://registries/azureml-meta/models/llama/versions/3';
const runs = (model: string, policy: { allowedModels?: string[]; allowedPublishers?: string[] }) => ({
  subject: { model },
  policy,
});

testRule(rule, {
  pass: [
    { name: 'the publisher is allowed', ...runs(llama, { allowedPublishers: ['Meta'] }) },
    {
      name: 'the registry bears the publisher alone',
      ...runs(llama.replace('azureml-meta', 'huggingface'), { allowedPublishers: ['HuggingFace'] }),
    },
    { name: 'the very asset is allowed', ...runs(llama, { allowedModels: [llama.toUpperCase()] }) },
    {
      name: 'every version is allowed',
      ...runs(llama, { allowedModels: ['azureml://registries/azureml-meta/models/llama'] }),
    },
  ],
  fail: [
    { name: 'another publisher', ...runs(llama, { allowedPublishers: ['Mistral'] }), says: llama },
    { name: 'a publisher that only begins alike', ...runs(llama, { allowedPublishers: ['met'] }) },
    { name: 'another version', ...runs(llama, { allowedModels: [llama.replace('/3', '/30')] }) },
    {
      name: 'another model that begins alike',
      ...runs(llama, { allowedModels: ['azureml://registries/azureml-meta/models/lla'] }),
    },
    {
      name: 'the shared registry, and no publisher is allowed',
      ...runs(llama.replace('azureml-meta', 'azureml'), { allowedModels: [llama] }),
    },
  ],
  notApplicable: [
    { name: 'the policy file says nothing', ...runs(llama, {}), says: 'allowedModels' },
    { name: 'a model of the workspace', policy: { allowedPublishers: ['Meta'] }, says: 'not from a registry' },
    { name: 'no model', ...runs('', { allowedPublishers: ['Meta'] }) },
  ],
  unknown: [
    {
      name: 'the shared registry names no publisher',
      ...runs(llama.replace('azureml-meta', 'azureml'), { allowedPublishers: ['Microsoft'] }),
      says: 'several publishers',
    },
  ],
});
