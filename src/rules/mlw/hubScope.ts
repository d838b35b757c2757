import { notApplicable, type Verdict } from '../../model/rule';
import type { MlWorkspace } from '../../model/ml';

/** A project takes network, private endpoints and datastore mode from its hub, which is judged for them. */
export const judgedOnHub = ({ workspaceKind }: MlWorkspace): Verdict | undefined =>
  workspaceKind.toLowerCase() === 'project' ? notApplicable('kind is Project: judged on its hub') : undefined;
