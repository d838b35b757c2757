import rule from '../../../src/rules/shadow/shadow-ai-in-logic-app';
import { shadowCases } from '../../kit/shadowCases';
import { testRule } from '../../kit/testRule';

testRule(rule, shadowCases('medium'));
