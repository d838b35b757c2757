import rule from '../../../src/rules/deployment/deployment-preview-model-in-prod';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const policy = { productionTag: 'env=prod' };
const production = [safe('aiAccount', { tags: { Env: 'Prod' } })];
const entry = (lifecycleStatus: string) => safe('modelCatalogueEntry', { lifecycleStatus });

testRule(rule, {
  pass: [
    { name: 'generally available', policy, around: [...production, entry('GenerallyAvailable')] },
    { name: 'the old word for it', policy, around: [...production, entry('Stable')] },
  ],
  fail: [
    { name: 'preview', policy, around: [...production, entry('Preview')], says: 'lifecycleStatus is Preview' },
    {
      name: 'odd casing, the tag on the deployment',
      policy,
      subject: { tags: { env: 'prod' } },
      around: [entry('preview')],
    },
  ],
  notApplicable: [
    { name: 'nobody said what production is', around: [...production, entry('Preview')] },
    { name: 'not production', policy, around: [safe('aiAccount'), entry('Preview')], says: 'not tagged' },
  ],
  unknown: [
    { name: 'the catalogue does not list the model', policy, around: production },
    { name: 'the catalogue does not state it', policy, around: [...production, entry('')] },
  ],
});
