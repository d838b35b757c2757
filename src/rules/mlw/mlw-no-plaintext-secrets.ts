import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';
import type { SecretSighting } from '../../model/ml';

/** Places named in the evidence; a number stands for the rest. */
const named = 5;

function evidence(sightings: readonly SecretSighting[]): string {
  const places = [...new Set(sightings.map(({ property, secretKind }) => `${property} holds ${secretKind}`))].sort();
  const rest = places.length - named;
  return [...places.slice(0, named), ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
}

export default defineRule({
  id: 'mlw-no-plaintext-secrets',
  subject: 'mlWorkspace',
  needs: ['onlineEndpoint', 'onlineDeployment', 'batchEndpoint', 'batchDeployment'],
  title: 'Deployments of the workspace hold secrets in plain text',
  severity: 'high',
  why: 'Every reader of the workspace reads environment variables of deployments, and so the credentials in them.',
  fix: { text: 'Move the secret to a vault or connection, read it with the identity of the endpoint, and renew it.' },
  references: [
    'https://learn.microsoft.com/azure/machine-learning/how-to-deploy-online-endpoint-with-secret-injection',
  ],
  controls: {
    mcsb: ['IM-8'],
    owaspLlm2025: ['LLM02'],
    owaspLlm2026: ['LLM02'],
    owaspAgentic2026: ['ASI03'],
    atlas: ['AML.T0055'],
  },
  check: (workspace, view) => {
    const online = view.children(workspace, 'onlineEndpoint').flatMap((one) => view.children(one, 'onlineDeployment'));
    const batch = view.children(workspace, 'batchEndpoint').flatMap((one) => view.children(one, 'batchDeployment'));
    const sightings = [...online, ...batch].flatMap(({ secrets }) => secrets);
    return sightings.length ? fail(evidence(sightings)) : pass;
  },
});
