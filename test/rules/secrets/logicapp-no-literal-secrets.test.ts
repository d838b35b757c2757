import rule from '../../../src/rules/secrets/logicapp-no-literal-secrets';
import { exposedCases } from '../../kit/exposedCases';
import { testRule } from '../../kit/testRule';

testRule(rule, exposedCases());
