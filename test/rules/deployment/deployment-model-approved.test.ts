import rule from '../../../src/rules/deployment/deployment-model-approved';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const models = (...allowedModels: string[]) => ({ policy: { allowedModels } });
const publishers = (...allowedPublishers: string[]) => ({ policy: { allowedPublishers } });

testRule(rule, {
  pass: [
    { name: 'the name is listed, in odd casing', ...models('GPT-4O') },
    { name: 'name and version', ...models('gpt-4o@2024-11-20') },
    { name: 'format and name', ...models('OpenAI/gpt-4o') },
    { name: 'the asset id', ...models('azureml://registries/azure-openai/models/gpt-4o/versions/2024-11-20') },
    { name: 'the publisher is listed', ...publishers('openai') },
    { name: 'the publisher is, the model is not', policy: { allowedPublishers: ['OpenAI'], allowedModels: ['o3'] } },
    {
      name: 'no publisher stated: the format stands for it',
      subject: { model: { ...safe('deployment').model, publisher: '' } },
      ...publishers('OpenAI'),
    },
  ],
  fail: [
    { name: 'another model', ...models('gpt-4o-mini', 'gpt-4'), says: 'gpt-4o 2024-11-20' },
    { name: 'another version', ...models('gpt-4o@2024-05-13') },
    { name: 'another publisher', ...publishers('Microsoft'), says: 'publisher OpenAI' },
  ],
  notApplicable: [{ name: 'the policy file gives no list', says: 'allowedModels' }],
});
