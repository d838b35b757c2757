import rule from '../../../src/rules/foundry/foundry-agent-has-instructions';
import { testRule } from '../../kit/testRule';

testRule(rule, {
  pass: [{ name: 'told what it is for' }],
  fail: [{ name: 'told nothing', subject: { hasInstructions: false }, says: 'instructions is empty' }],
  notApplicable: [
    { name: 'a hosted agent has them in its code', subject: { agentKind: 'hosted', hasInstructions: false } },
  ],
});
