import rule from '../../../src/rules/apim/apim-named-value-no-literal-secrets';
import { exposedCases } from '../../kit/exposedCases';
import { testRule } from '../../kit/testRule';

testRule(rule, exposedCases());
