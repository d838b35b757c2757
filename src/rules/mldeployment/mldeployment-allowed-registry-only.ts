import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';
import { namesAsset, registryModel } from './assetId';

const lastSegment = (id: string): string => id.toLowerCase().slice(id.lastIndexOf('/') + 1);

export default defineRule({
  id: 'mldeployment-allowed-registry-only',
  subject: 'onlineDeployment',
  title: 'Endpoint runs a model from a registry that is not allowed',
  severity: 'high',
  why: 'Models from outside the curated registry came past its checks, and a restricted model was ruled out for a reason.',
  fix: {
    text: 'Copy the model to an allowed registry after review, or deploy another.',
    cli: 'az ml online-deployment delete -g RG -w WORKSPACE -e ENDPOINT -n NAME',
  },
  references: ['https://learn.microsoft.com/azure/machine-learning/how-to-regulate-registry-deployments'],
  controls: {
    mcsb: ['AI-1'],
    owaspLlm2025: ['LLM03'],
    owaspLlm2026: ['LLM04'],
    owaspAgentic2026: ['ASI04'],
    atlas: ['AML.T0010.003', 'AML.T0058'],
  },
  defender: { assessments: [], policies: ['19539b54-c61e-4196-9a38-67598701be90'], offByDefault: true },
  check: ({ model }, { policy: { allowedRegistries, restrictedModels } }) => {
    if (allowedRegistries.length + restrictedModels.length === 0)
      return notApplicable('the policy file gives no allowedRegistries and no restrictedModels');
    const asset = registryModel(model);
    if (!asset) return notApplicable('model is not from a registry');
    if (restrictedModels.some((listed) => listed.toLowerCase() === asset.model || namesAsset(listed, model)))
      return fail(`model is ${model}, one of restrictedModels`);
    const allowed = allowedRegistries.length === 0 || allowedRegistries.map(lastSegment).includes(asset.registry);
    return allowed ? pass : fail(`model is ${model}`);
  },
});
