import rule from '../../../src/rules/apim/apim-policy-no-literal-secrets';
import { exposedCases } from '../../kit/exposedCases';
import { testRule } from '../../kit/testRule';

testRule(rule, exposedCases());
