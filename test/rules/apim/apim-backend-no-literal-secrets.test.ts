import rule from '../../../src/rules/apim/apim-backend-no-literal-secrets';
import { exposedCases } from '../../kit/exposedCases';
import { testRule } from '../../kit/testRule';

testRule(rule, exposedCases());
