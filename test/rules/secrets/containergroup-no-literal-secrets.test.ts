import rule from '../../../src/rules/secrets/containergroup-no-literal-secrets';
import { exposedCases } from '../../kit/exposedCases';
import { testRule } from '../../kit/testRule';

testRule(rule, exposedCases());
