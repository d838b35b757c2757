import rule from '../../../src/rules/foundry/foundry-agent-lethal-trifecta';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';
import { mcp, tool } from './agentTool';

const documents = tool('sharepoint_grounding_preview');
const out = mcp({ approval: 'never', signIn: 'anonymous' });
const guardrail = safe('guardrail', { basePolicyName: 'Microsoft.Nil' });
const shield = guardrail.contentFilters.find(({ filter }) => filter === 'indirectattack')!;
const shielded = { ...guardrail, contentFilters: [...guardrail.contentFilters, { ...shield, source: 'posttoolcall' }] };
const network = safe('managedNetwork', { isolationMode: 'AllowOnlyApprovedOutbound' });
const all = { tools: [documents, out] };
const other = (more: object) => ({
  ...safe('agent', { name: 'other', ...more }),
  id: safe('agent').id.replace('helper', 'other'),
});
const calls = tool('connected_agent', { agentName: 'other' });

testRule(rule, {
  pass: [
    { name: 'no tools' },
    { name: 'documents alone', subject: { tools: [documents] } },
    { name: 'it calls an agent that has nothing', subject: { tools: [documents, calls] }, around: [other({})] },
  ],
  fail: [
    { name: 'all three', subject: all, around: [guardrail], says: 'private data by sharepoint_grounding_preview' },
    {
      name: 'all three through another agent',
      subject: { tools: [documents, calls] },
      around: [guardrail, other({ tools: [out] })],
      says: 'way out by connected_agent',
    },
    {
      name: 'a person approves what leaves',
      subject: { tools: [documents, { ...out, approval: 'always' }] },
      around: [guardrail],
      severity: 'medium',
      says: 'a person',
    },
    {
      name: 'the filter looks at tool answers too',
      subject: all,
      around: [shielded],
      severity: 'medium',
      says: 'Indirect Attack',
    },
    {
      name: 'a network that lets through approved hosts only',
      subject: { tools: [documents, tool('openapi', { host: 'erp.internal', methods: 'write', signIn: 'identity' })] },
      around: [guardrail, network],
      severity: 'medium',
      says: 'the network',
    },
  ],
  notApplicable: [{ name: 'it runs elsewhere', subject: { agentKind: 'external', ...all } }],
  unknown: [
    {
      name: 'a type that nobody knows',
      subject: { tools: [documents, tool('quantum')] },
      says: 'quantum (not settled)',
    },
    { name: 'the code of a hosted agent', subject: { agentKind: 'hosted' }, says: 'kind hosted' },
    { name: 'a workflow that calls what is not there', subject: { agentKind: 'workflow', calls: ['gone'] } },
  ],
});
