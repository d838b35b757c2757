import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';

/** `…/labels/latest`, `azureml:name@latest`: whatever bears the label on the day it is asked. */
const floating = /\/labels\/[^/]+$|^azureml:[^/]+@[^/]+$/i;

export default defineRule({
  id: 'mldeployment-floating-model',
  subject: 'onlineDeployment',
  title: 'Endpoint runs whatever version is newest',
  severity: 'medium',
  why: 'Whoever may register a version decides what the endpoint runs from then on: no approval names it, and nobody sees the day on which it changed.',
  fix: {
    text: 'Name the version of the model and of the environment.',
    cli: 'az ml online-deployment update -g RG -w WORKSPACE -e ENDPOINT -n NAME --set model=azureml:MODEL:VERSION',
    bicep: "properties: { model: 'azureml://registries/REGISTRY/models/MODEL/versions/1' }",
  },
  references: ['https://learn.microsoft.com/azure/machine-learning/how-to-deploy-online-endpoints'],
  controls: {
    mcsb: ['AI-1'],
    owaspLlm2025: ['LLM03'],
    owaspLlm2026: ['LLM04'],
    owaspAgentic2026: ['ASI04'],
    atlas: ['AML.T0010.003'],
  },
  check: ({ model, environmentId }) => {
    if (model === '' && environmentId === '') return notApplicable('neither model nor environmentId is set');
    const found = [`model is ${model}`, `environmentId is ${environmentId}`].filter((text) =>
      floating.test(text.replace(/^\w+ is /, '')),
    );
    return found.length > 0 ? fail(found.join(', ')) : pass;
  },
});
