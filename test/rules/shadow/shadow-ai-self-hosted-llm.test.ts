import rule from '../../../src/rules/shadow/shadow-ai-self-hosted-llm';
import { shadowCases } from '../../kit/shadowCases';
import { testRule } from '../../kit/testRule';

testRule(rule, shadowCases('medium'));
