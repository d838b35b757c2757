import rule from '../../../src/rules/shadow/shadow-ai-in-app-settings';
import { shadowCases } from '../../kit/shadowCases';
import { testRule } from '../../kit/testRule';

testRule(rule, shadowCases('high'));
