import { fail, notApplicable, pass } from '../../model/rule';
import { defineRule } from '../defineRule';
import { carries } from '../production';

export default defineRule({
  id: 'ai-resource-lock',
  subject: 'aiAccount',
  needs: ['resourceLock'],
  title: 'Production AI account can be deleted by mistake',
  severity: 'low',
  why: 'One delete takes the deployments, guardrails and fine-tuned models of a product along; after 48 hours nothing of the account can be recovered.',
  fix: {
    text: 'Lock the account, its resource group or its subscription against deletion.',
    cli: 'az lock create --name keep --lock-type CanNotDelete --resource ACCOUNT_ID',
    bicep:
      "resource lock 'Microsoft.Authorization/locks@2020-05-01' = { name: 'keep', scope: account, properties: { level: 'CanNotDelete' } }",
  },
  references: ['https://learn.microsoft.com/azure/azure-resource-manager/management/lock-resources'],
  controls: { mcsb: ['BR-2'] },
  check: (account, view) => {
    const { productionTag } = view.policy;
    if (!productionTag) return notApplicable('the policy file gives no productionTag');
    if (!carries(account.tags, productionTag)) return notApplicable(`not tagged ${productionTag}`);
    const above = view.all('resourceLock').filter(({ scope }) => `${account.id}/`.startsWith(`${scope}/`));
    return above.some(({ level }) => level !== 'Unrecognised')
      ? pass
      : fail('locks at and above hold no CanNotDelete or ReadOnly');
  },
});
