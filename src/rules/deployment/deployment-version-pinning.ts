import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';
import { daysUntil, entryOf, notListed, retirementOf } from './catalogue';
import { notProduction } from './production';

/** A model that never moves stops on the day it expires: fewer days than these are too few. */
const leadDays = 60;

export default defineRule({
  id: 'deployment-version-pinning',
  subject: 'deployment',
  needs: ['aiAccount', 'modelCatalogueEntry'],
  title: 'Production model changes by itself, or stops soon',
  severity: 'low',
  why: 'When Microsoft names a new default version the behaviour of the product changes that day, tested by nobody; one that never moves stops when it expires.',
  fix: {
    text: 'Let the version move only when it expires, and test the next one before.',
    cli: 'az resource update --ids DEPLOYMENT_ID --set properties.versionUpgradeOption=OnceCurrentVersionExpired',
    bicep: "properties: { versionUpgradeOption: 'OnceCurrentVersionExpired' }",
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/openai/how-to/working-with-models'],
  controls: { mcsb: ['AI-1'], owaspLlm2025: ['LLM03'], owaspLlm2026: ['LLM04'], atlas: ['AML.T0031'] },
  check: (deployment, view) => {
    const elsewhere = notProduction(deployment, view);
    if (elsewhere) return notApplicable(elsewhere);
    const { versionUpgradeOption, sku } = deployment;
    const option = versionUpgradeOption.toLowerCase();
    if (option === 'oncecurrentversionexpired') return pass;
    if (option !== 'noautoupgrade') return fail(`versionUpgradeOption is ${versionUpgradeOption || 'not set'}`);
    const entry = entryOf(deployment, view);
    if (!entry) return notListed(deployment, view);
    const date = retirementOf(entry, sku);
    if (!date) return view.doubt(entry, 'deprecation.inference', 'the model catalogue gives no retirement date');
    return daysUntil(date, view.takenAt) < leadDays
      ? fail(`versionUpgradeOption is ${versionUpgradeOption} and deprecation.inference is ${date.slice(0, 10)}`)
      : pass;
  },
});
