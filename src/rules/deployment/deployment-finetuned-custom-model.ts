import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';
import type { Deployment } from '../../model/ai';

const isCustom = ({ model }: Deployment): boolean => model.source !== '' || /\.ft-/i.test(model.name);
const tells = /^(owner|lineage)$/i;
const subscriptionOf = (id: string): string => /^\/subscriptions\/([^/]+)/i.exec(id)?.[1]?.toLowerCase() ?? '';

export default defineRule({
  id: 'deployment-finetuned-custom-model',
  subject: 'deployment',
  needs: ['aiAccount'],
  title: 'Fine-tuned model has no known origin',
  severity: 'medium',
  why: 'Training data can be drawn out of a tuned model, and a backdoor trained in: somebody has to answer for what went into it.',
  fix: {
    text: 'Tag the deployment or its account with owner or lineage, and deploy models trained in the same subscription.',
    cli: 'az tag update --resource-id ACCOUNT_ID --operation Merge --tags owner=TEAM lineage=JOB',
    bicep: "tags: { owner: 'team-ai', lineage: 'ftjob-1' }",
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/openai/how-to/fine-tuning-deploy'],
  controls: {
    mcsb: ['AI-1', 'DP-5'],
    owaspLlm2025: ['LLM02', 'LLM04'],
    owaspLlm2026: ['LLM02', 'LLM05'],
    owaspAgentic2026: ['ASI04'],
    atlas: ['AML.T0024.000', 'AML.T0018.000'],
  },
  check: (deployment, view) => {
    if (!isCustom(deployment)) return notApplicable(`model ${deployment.model.name} is not a custom one`);
    const { sourceAccount } = deployment.model;
    const source = subscriptionOf(sourceAccount);
    if (source && source !== subscriptionOf(deployment.id))
      return fail(`model.sourceAccount is in subscription ${source}`);
    if (Object.keys(deployment.tags).some((tag) => tells.test(tag))) return pass;
    const account = view.byId('aiAccount', deployment.id.replace(/\/deployments\/[^/]+$/, ''));
    return account && Object.keys(account.tags).some((tag) => tells.test(tag))
      ? pass
      : fail('tags hold no owner and no lineage');
  },
});
