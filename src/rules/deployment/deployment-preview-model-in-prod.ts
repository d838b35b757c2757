import { fail, notApplicable, pass } from '../../model/rule';
import { defineRule } from '../defineRule';
import { entryOf, notListed } from './catalogue';
import { notProduction } from './production';

export default defineRule({
  id: 'deployment-preview-model-in-prod',
  subject: 'deployment',
  needs: ['aiAccount', 'modelCatalogueEntry'],
  title: 'Production runs on a preview model',
  severity: 'low',
  why: 'A preview model comes with no service level, may change its behaviour at any time and is upgraded at short notice.',
  fix: {
    text: 'Deploy a generally available version of the model for production.',
    cli: 'az cognitiveservices account deployment create -g RG -n ACCOUNT --deployment-name NAME --model-name MODEL --model-version VERSION --model-format OpenAI --sku-name DataZoneStandard',
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/concepts/model-lifecycle-retirement'],
  controls: { mcsb: ['AI-1'], owaspLlm2025: ['LLM03'], owaspLlm2026: ['LLM04'] },
  check: (deployment, view) => {
    const elsewhere = notProduction(deployment, view);
    if (elsewhere) return notApplicable(elsewhere);
    const entry = entryOf(deployment, view);
    if (!entry) return notListed(deployment, view);
    const { lifecycleStatus } = entry;
    if (lifecycleStatus === '') return view.doubt(entry, 'lifecycleStatus', 'the model catalogue does not state it');
    return lifecycleStatus.toLowerCase() === 'preview' ? fail(`lifecycleStatus is ${lifecycleStatus}`) : pass;
  },
});
