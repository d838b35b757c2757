import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';

const staysUntilTold = new Set(['oncecurrentversionexpired', 'noautoupgrade']);

const carries = (tags: Readonly<Record<string, string>>, wanted: string): boolean =>
  Object.entries(tags).some(([name, value]) => `${name}=${value}`.toLowerCase() === wanted.toLowerCase());

export default defineRule({
  id: 'deployment-version-pinning',
  subject: 'deployment',
  needs: ['aiAccount'],
  title: 'Production model changes by itself',
  severity: 'low',
  why: 'When Microsoft names a new default version the behaviour of the product changes that day, tested by nobody.',
  fix: {
    text: 'Let the version move only when it expires, and test the next one before.',
    cli: 'az resource update --ids DEPLOYMENT_ID --set properties.versionUpgradeOption=OnceCurrentVersionExpired',
    bicep: "properties: { versionUpgradeOption: 'OnceCurrentVersionExpired' }",
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/openai/how-to/working-with-models'],
  controls: { mcsb: ['AI-1'], owaspLlm2025: ['LLM03'], owaspLlm2026: ['LLM04'], atlas: ['AML.T0031'] },
  check: (deployment, view) => {
    const { productionTag } = view.policy;
    if (!productionTag) return notApplicable('the policy file gives no productionTag');
    if (staysUntilTold.has(deployment.versionUpgradeOption.toLowerCase())) return pass;
    const account = view.byId('aiAccount', deployment.id.replace(/\/deployments\/[^/]+$/, ''));
    const production = [deployment, account].some((one) => one && carries(one.tags, productionTag));
    return production
      ? fail(`versionUpgradeOption is ${deployment.versionUpgradeOption || 'not set'}`)
      : notApplicable(`not tagged ${productionTag}`);
  },
});
