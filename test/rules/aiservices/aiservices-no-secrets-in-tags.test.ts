import rule from '../../../src/rules/aiservices/aiservices-no-secrets-in-tags';
import { exposedCases } from '../../kit/exposedCases';
import { testRule } from '../../kit/testRule';

testRule(rule, exposedCases());
