import rule from '../../../src/rules/foundry/foundry-agent-guardrail-xpia';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';
import { tool } from './agentTool';

const guardrail = safe('guardrail');
const shields = guardrail.contentFilters.filter(({ filter }) => filter === 'indirectattack');
const without = guardrail.contentFilters.filter((one) => !shields.includes(one));
const bare = { ...guardrail, basePolicyName: 'Microsoft.Nil', contentFilters: without };
const web = { tools: [tool('bing_grounding')] };

testRule(rule, {
  pass: [
    { name: 'web and a shield', subject: web, around: [guardrail] },
    {
      name: 'index, whose writers are not known, and a shield',
      subject: { tools: [tool('file_search')] },
      around: [guardrail],
    },
  ],
  fail: [{ name: 'web and no shield', subject: web, around: [bare], says: 'Indirect Attack/Prompt' }],
  notApplicable: [
    { name: 'no tools', around: [bare] },
    { name: 'it runs elsewhere', subject: { agentKind: 'external', ...web } },
  ],
  unknown: [
    {
      name: 'index, whose writers are not known, and no shield',
      subject: { tools: [tool('file_search')] },
      around: [bare],
    },
    { name: 'a tool that nobody knows', subject: { tools: [tool('quantum')] }, around: [bare] },
  ],
});
