import rule from '../../../src/rules/shadow/shadow-ai-gpu-node-pool';
import { shadowCases } from '../../kit/shadowCases';
import { testRule } from '../../kit/testRule';

testRule(rule, shadowCases('medium'));
