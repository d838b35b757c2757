import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';
import { namesAsset, registryModel } from './assetId';

/** Registries of Microsoft's catalogue are named after the publisher, but `azureml` holds models of many. */
const mixed = new Set(['azureml']);
const isOf = (publisher: string, registry: string): boolean =>
  [publisher.toLowerCase(), `azureml-${publisher.toLowerCase()}`].includes(registry);

export default defineRule({
  id: 'mldeployment-approved-registry-models',
  subject: 'onlineDeployment',
  title: 'Endpoint runs a registry model nobody approved',
  severity: 'high',
  why: 'A model of an unvetted publisher may carry code, licence terms or a training history that nobody here has looked at.',
  fix: {
    text: 'Have the model approved and add it to allowedModels or its publisher to allowedPublishers, or deploy one that is.',
    cli: 'az ml online-deployment delete -g RG -w WORKSPACE -e ENDPOINT -n NAME',
  },
  references: ['https://learn.microsoft.com/azure/machine-learning/how-to-regulate-registry-deployments'],
  controls: {
    mcsb: ['AI-1'],
    owaspLlm2025: ['LLM03'],
    owaspLlm2026: ['LLM04'],
    owaspAgentic2026: ['ASI04'],
    atlas: ['AML.T0010.003'],
  },
  defender: { assessments: [], policies: ['12e5dd16-d201-47ff-849b-8454061c293d'], offByDefault: true },
  check: (deployment, view) => {
    const { allowedModels, allowedPublishers } = view.policy;
    if (allowedModels.length + allowedPublishers.length === 0)
      return notApplicable('the policy file gives no allowedModels and no allowedPublishers');
    const asset = registryModel(deployment.model);
    if (!asset) return notApplicable('model is not from a registry');
    if (allowedModels.some((listed) => namesAsset(listed, deployment.model))) return pass;
    if (mixed.has(asset.registry) && allowedPublishers.length > 0)
      return view.doubt(deployment, 'model', `registry ${asset.registry} holds models of several publishers`);
    return allowedPublishers.some((one) => isOf(one, asset.registry)) ? pass : fail(`model is ${deployment.model}`);
  },
});
