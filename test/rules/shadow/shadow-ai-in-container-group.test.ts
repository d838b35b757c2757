import rule from '../../../src/rules/shadow/shadow-ai-in-container-group';
import { shadowCases } from '../../kit/shadowCases';
import { testRule } from '../../kit/testRule';

testRule(rule, shadowCases('high'));
