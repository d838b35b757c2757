import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';
import type { Deployment } from '../../model/ai';

const lowered = (list: readonly string[]): ReadonlySet<string> => new Set(list.map((one) => one.trim().toLowerCase()));

/** Spellings under which a list may name a model: alone, with its version, with its format in front, or by its asset id. */
function spellings({ name, version, format }: Deployment['model']): readonly string[] {
  const plain = [name, `${name}@${version}`, `${name}:${version}`, `${name}/${version}`];
  const registry = format.toLowerCase() === 'openai' ? 'azure-openai' : `azureml-${format.replace(/\W/g, '')}`;
  const asset = `azureml://registries/${registry}/models/${name}`;
  return [...plain, ...plain.map((one) => `${format}/${one}`), asset, `${asset}/versions/${version}`].map((one) =>
    one.toLowerCase(),
  );
}

export default defineRule({
  id: 'deployment-model-approved',
  subject: 'deployment',
  title: 'Model is not on the list of approved models',
  severity: 'high',
  why: 'A model nobody vetted brings an unknown publisher, licence and training history into production.',
  fix: {
    text: 'Have the model approved and add it to allowedModels or allowedPublishers, or deploy one that is.',
    cli: 'az cognitiveservices account deployment delete -g RG -n ACCOUNT --deployment-name NAME',
  },
  references: ['https://learn.microsoft.com/azure/ai-foundry/how-to/built-in-policy-model-deployment'],
  controls: {
    mcsb: ['AI-1', 'AM-2'],
    owaspLlm2025: ['LLM03'],
    owaspLlm2026: ['LLM04'],
    owaspAgentic2026: ['ASI04'],
    atlas: ['AML.T0010.003', 'AML.T0058'],
    nistAiRmf: ['GOVERN-6.1'],
    iso42001: ['A.10.3'],
  },
  defender: { assessments: [], policies: ['aafe3651-cb78-4f68-9f81-e7e41509110f'], offByDefault: true },
  check: ({ model }, { policy: { allowedModels, allowedPublishers } }) => {
    if (allowedModels.length + allowedPublishers.length === 0)
      return notApplicable('the policy file gives no allowedModels and no allowedPublishers');
    const publisher = model.publisher || model.format;
    const models = lowered(allowedModels);
    if (lowered(allowedPublishers).has(publisher.toLowerCase())) return pass;
    return spellings(model).some((spelling) => models.has(spelling))
      ? pass
      : fail(`model is ${model.format} ${model.name} ${model.version} of publisher ${publisher}`);
  },
});
