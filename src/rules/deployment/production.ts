import type { Deployment } from '../../model/ai';
import type { View } from '../../model/rule';
import { carries } from '../production';

/** Why a deployment is not known to be production: no tag in the policy file, or neither it nor its account bears the tag; '' = it is. */
export function notProduction(deployment: Deployment, view: View<'aiAccount'>): string {
  const { productionTag } = view.policy;
  if (!productionTag) return 'the policy file gives no productionTag';
  if (carries(deployment.tags, productionTag)) return '';
  const account = view.byId('aiAccount', deployment.id.replace(/\/deployments\/[^/]+$/, ''));
  return account && carries(account.tags, productionTag) ? '' : `not tagged ${productionTag}`;
}
