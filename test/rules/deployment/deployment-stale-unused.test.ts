import rule from '../../../src/rules/deployment/deployment-stale-unused';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const old = { createdAt: '2026-01-01T00:00:00Z' };
const counted = (...called: string[]) => [safe('modelRequests', { called })];
const silent = counted();
const { model } = safe('deployment');

testRule(rule, {
  pass: [
    { name: 'called', subject: old, around: [safe('modelRequests')] },
    { name: 'called among others', subject: old, around: counted('gpt', 'gpt2') },
    { name: 'called, whatever its age', around: [safe('modelRequests')] },
  ],
  fail: [
    { name: 'no series', subject: old, around: silent, says: '0 in 30 days' },
    { name: 'only its neighbour', subject: old, around: counted('gpt2') },
  ],
  notApplicable: [
    { name: 'thirty days old', subject: { createdAt: '2026-10-25T06:00:00Z' }, around: silent, says: 'createdAt' },
    { name: 'another vendor', subject: { ...old, model: { ...model, format: 'Meta' } }, around: silent, says: 'Meta' },
    { name: 'a batch', subject: { ...old, sku: 'GlobalBatch' }, around: silent, says: 'GlobalBatch' },
  ],
  unknown: [
    { name: 'age unstated', around: silent, says: 'createdAt' },
    { name: 'nothing was answered', subject: old, says: 'AzureOpenAIRequests' },
    {
      name: 'metrics refused',
      subject: old,
      gaps: [
        { kind: 'modelRequests', scope: safe('aiAccount').id, reason: 'forbidden', permission: 'x/read', detail: '' },
      ],
      says: 'x/read',
    },
  ],
});
