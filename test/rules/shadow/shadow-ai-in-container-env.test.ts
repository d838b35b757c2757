import rule from '../../../src/rules/shadow/shadow-ai-in-container-env';
import { shadowCases } from '../../kit/shadowCases';
import { testRule } from '../../kit/testRule';

testRule(rule, shadowCases('high'));
