import { defineRule } from '../defineRule';
import type { ExposedSecret } from '../../model/base';
import { judgeExposed, keyTargets } from '../exposedKeys';

interface Held {
  readonly name: string;
  readonly exposedSecrets?: readonly ExposedSecret[];
}

/** The place of a secret with what it hangs on: several children have properties of the same name. */
const placed = ({ name, exposedSecrets = [] }: Held): readonly ExposedSecret[] =>
  exposedSecrets.map((secret) => ({ ...secret, place: `${name}: ${secret.place}` }));

export default defineRule({
  id: 'mlw-no-plaintext-secrets',
  subject: 'mlWorkspace',
  needs: [
    ...keyTargets,
    ...([
      'onlineEndpoint',
      'onlineDeployment',
      'batchEndpoint',
      'batchDeployment',
      'compute',
      'environmentVersion',
    ] as const),
  ],
  title: 'Workspace shows secrets in plain text',
  severity: 'high',
  why: 'Every reader of the workspace reads environment variables of deployments, setup scripts of computes and files of environments, and so the credentials in them.',
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
    const others = [...view.known('compute'), ...view.known('environmentVersion')].filter(
      ({ parentId }) => parentId === workspace.id,
    );
    return judgeExposed([workspace, ...online, ...batch, ...others].flatMap(placed), view);
  },
});
