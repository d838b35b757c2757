import { isAiHost, isAzureAiHost } from '../../src/model/aiHosts';

test.each([
  'a.openai.azure.com',
  'a.services.ai.azure.com',
  'a.openai.azure.us',
  'm.westeurope.models.ai.azure.com',
  'e.westeurope.inference.ml.azure.com',
])('%s is a model service of Azure', (host) => expect([isAzureAiHost(host), isAiHost(host)]).toEqual([true, true]));

test.each([
  'api.openai.com',
  'api.anthropic.com',
  'us-central1-aiplatform.googleapis.com',
  'bedrock-runtime.us-east-1.amazonaws.com',
  'dashscope-intl.aliyuncs.com',
])('%s is a model service of another vendor', (host) =>
  expect([isAzureAiHost(host), isAiHost(host)]).toEqual([false, true]),
);

test.each([
  '',
  'openai.azure.com.evil.example',
  'notopenai.azure.com',
  'fakeapi.openai.com.example',
  'xapi.openai.com',
  'storage.googleapis.com',
  's3.amazonaws.com',
  'srch.search.windows.net',
])('%s is none', (host) => expect(isAiHost(host)).toBe(false));
