import type { Deployment } from '../../model/ai';
import type { Beside } from '../../model/guardrail';
import type { View } from '../../model/rule';

/** Kinds that decide together which filters a call meets. */
export const guardKinds = ['guardrail', 'deployment', 'blocklist'] as const;

/** Guardrails, deployments and blocklists of the account of a deployment. */
export function besideOf(deployment: Deployment, view: View<(typeof guardKinds)[number]>): Beside {
  const account = { id: deployment.id.replace(/\/deployments\/[^/]+$/, '') };
  const guardrails = view.children(account, 'guardrail');
  const isListed = guardrails.some(({ customBlocklists }) => customBlocklists.length > 0);
  return {
    guardrails,
    deployments: deployment.spilloverDeploymentName === '' ? [] : view.children(account, 'deployment'),
    // Not looked at where no guardrail names one: what was not read then leaves no doubt.
    blocklists: isListed ? view.children(account, 'blocklist') : [],
  };
}
