import rule from '../../../src/rules/search/search-no-secrets-in-tags';
import { exposedCases } from '../../kit/exposedCases';
import { testRule } from '../../kit/testRule';

testRule(rule, exposedCases());
