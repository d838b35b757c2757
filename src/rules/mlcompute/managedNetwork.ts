import type { Compute, MlWorkspace } from '../../model/ml';
import type { View } from '../../model/rule';

const nodes = new Set(['amlcompute', 'computeinstance']);

/** Clusters and instances that Azure ML makes; attached and serverless computes have no network of their own here. */
export const hasOwnNodes = ({ computeType }: Compute): boolean => nodes.has(computeType.toLowerCase());
export const isCluster = ({ computeType }: Compute): boolean => computeType.toLowerCase() === 'amlcompute';
export const isInstance = ({ computeType }: Compute): boolean => computeType.toLowerCase() === 'computeinstance';

export const isManaged = ({ isolationMode }: MlWorkspace): boolean =>
  ['allowinternetoutbound', 'allowonlyapprovedoutbound'].includes(isolationMode.toLowerCase());

/** Whether the workspace above the resource, or the hub of its project, runs its computes in a managed network. */
export function inManagedNetwork(below: { readonly id: string }, view: View<'mlWorkspace'>): boolean {
  const workspace = view.byId('mlWorkspace', below.id.replace(/(\/workspaces\/[^/]+)\/.*$/, '$1'));
  if (!workspace || isManaged(workspace)) return workspace !== undefined;
  const hub = workspace.hubId ? view.byId('mlWorkspace', workspace.hubId) : undefined;
  return hub !== undefined && isManaged(hub);
}
