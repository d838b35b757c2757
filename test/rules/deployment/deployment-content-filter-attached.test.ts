import rule from '../../../src/rules/deployment/deployment-content-filter-attached';
import { testRule } from '../../kit/testRule';
import { embeddings, partner } from './guardrails';

testRule(rule, {
  pass: [
    { name: 'a custom guardrail' },
    { name: 'the built-in one', subject: { raiPolicyName: 'Microsoft.DefaultV2' } },
    {
      name: 'an open model that Azure sells',
      subject: { model: { ...partner, format: 'OpenAI-OSS', name: 'gpt-oss-120b' } },
    },
  ],
  fail: [
    { name: 'none, as when the property is absent', subject: { raiPolicyName: '' }, says: 'raiPolicyName is not set' },
    {
      name: 'the one without filters, in odd casing',
      subject: { raiPolicyName: 'microsoft.NIL' },
      says: 'microsoft.NIL',
    },
    { name: 'no format stated', subject: { raiPolicyName: '', model: { ...partner, format: '' } } },
    {
      name: 'a spoken chat model',
      subject: { raiPolicyName: '', model: { ...embeddings, name: 'gpt-4o-realtime-preview' } },
    },
  ],
  notApplicable: [
    { name: 'an embedding model', subject: { raiPolicyName: '', model: embeddings } },
    { name: 'speech to text', subject: { raiPolicyName: '', model: { ...embeddings, name: 'whisper' } } },
    { name: 'text to speech', subject: { raiPolicyName: '', model: { ...embeddings, name: 'tts-hd' } } },
    { name: 'a partner model', subject: { raiPolicyName: '', model: partner }, says: 'format Cohere' },
  ],
});
