import { defineRule } from '../defineRule';
import { notApplicable } from '../../model/rule';
import { secondRegionVerdict } from '../secondRegion';

export default defineRule({
  id: 'aiservices-multi-region',
  subject: 'aiAccount',
  needs: ['aiAccount', 'deployment'],
  title: 'Production models are deployed in one region',
  severity: 'info',
  why: 'An account lives in one region and does not fail over: when the region is down or out of capacity, so is the product. Accounts of the same subscription with deployments that bear the production tag are looked at.',
  fix: {
    text: 'Deploy the models on a second account in another region, and tag both.',
    cli: 'az cognitiveservices account create -g RG -n NAME --kind AIServices --sku S0 --location SECOND_REGION',
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/openai/how-to/business-continuity-disaster-recovery'],
  controls: { mcsb: ['BR-1'] },
  check: (account, view) => {
    const serving = () => view.all('aiAccount').filter((one) => view.children(one, 'deployment').length > 0);
    const verdict = secondRegionVerdict(account, serving, view.policy.productionTag);
    return verdict.status === 'fail' && view.children(account, 'deployment').length === 0
      ? notApplicable('there is no deployment')
      : verdict;
  },
});
