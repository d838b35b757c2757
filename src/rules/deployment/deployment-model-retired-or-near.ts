import type { Deployment, ModelCatalogueEntry } from '../../model/ai';
import { fail, pass, type Severity, type Verdict } from '../../model/rule';
import { defineRule } from '../defineRule';
import { daysUntil, entryOf, notListed, retirementOf } from './catalogue';

const lower: Readonly<Partial<Record<Severity, Severity>>> = { high: 'medium', medium: 'low' };

/** 30 days leave no time to test the next model, 90 hardly; one that never moves by itself stops dead, so 60 is late for it. */
function urgency(days: number, { versionUpgradeOption }: Deployment): Severity | undefined {
  const late = versionUpgradeOption.toLowerCase() === 'noautoupgrade' ? 60 : 30;
  if (days <= late) return 'high';
  return days <= 90 ? 'medium' : undefined;
}

/** A word that announces the end, where the date is far off or missing. */
function wordVerdict(lifecycleStatus: string, date: string): Verdict | undefined {
  const word = lifecycleStatus.toLowerCase();
  if (word === 'deprecated') return fail(`lifecycleStatus is ${lifecycleStatus}`, { severity: 'high' });
  const severity = date ? 'low' : 'medium';
  return ['deprecating', 'legacy'].includes(word)
    ? fail(`lifecycleStatus is ${lifecycleStatus}`, { severity })
    : undefined;
}

function dateVerdict(deployment: Deployment, entry: ModelCatalogueEntry, now: string): Verdict | undefined {
  const date = retirementOf(entry, deployment.sku);
  const days = date ? daysUntil(date, now) : Infinity;
  const found = urgency(days, deployment);
  if (!found) return undefined;
  const tentative = entry.deprecationStatus.toLowerCase() === 'tentative' && days > 0;
  const severity = tentative ? lower[found] : found;
  const words = `${tentative ? 'not before' : ''} ${date.slice(0, 10)}`.trim();
  return fail(`deprecation.inference is ${words}`, severity ? { severity } : {});
}

export default defineRule({
  id: 'deployment-model-retired-or-near',
  subject: 'deployment',
  needs: ['modelCatalogueEntry'],
  title: 'Deployed model is retired or will be soon',
  severity: 'medium',
  why: 'A retired model answers with errors: what is built on it stops on that day, or moves to a model that nobody tested.',
  fix: {
    text: 'Test the replacement that the catalogue names and deploy it before the retirement date.',
    cli: 'az cognitiveservices account deployment create -g RG -n ACCOUNT --deployment-name NAME --model-name MODEL --model-version VERSION --model-format OpenAI --sku-name DataZoneStandard',
    bicep: "properties: { model: { format: 'OpenAI', name: 'MODEL', version: 'VERSION' } }",
  },
  references: [
    'https://learn.microsoft.com/azure/ai-foundry/openai/concepts/model-retirements',
    'https://learn.microsoft.com/azure/ai-foundry/concepts/model-lifecycle-retirement',
  ],
  controls: {
    mcsb: ['AI-1', 'PV-6'],
    owaspLlm2025: ['LLM03'],
    owaspLlm2026: ['LLM04'],
    atlas: ['AML.T0031'],
    euAiAct: ['15.1'],
  },
  check: (deployment, view) => {
    const entry = entryOf(deployment, view);
    if (!entry) return notListed(deployment, view);
    const date = retirementOf(entry, deployment.sku);
    const found = dateVerdict(deployment, entry, view.takenAt) ?? wordVerdict(entry.lifecycleStatus, date);
    if (found) return found;
    return date ? pass : view.doubt(entry, 'deprecation.inference', 'the model catalogue gives no retirement date');
  },
});
