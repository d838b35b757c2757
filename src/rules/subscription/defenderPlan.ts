import { fail, pass, type Verdict, type View } from '../../model/rule';
import type { DefenderPlan } from '../../model/governance';

export const planOf = (
  subscription: { readonly id: string },
  view: View<'defenderPlan'>,
  name: string,
): DefenderPlan | undefined =>
  view.children(subscription, 'defenderPlan').find((plan) => plan.name.toLowerCase() === name.toLowerCase());

/** On is Standard; a plan that is not among those read is off, never a pass. */
export function planVerdict(subscription: { readonly id: string }, view: View<'defenderPlan'>, name: string): Verdict {
  const plan = planOf(subscription, view, name);
  if (!plan) return fail(`pricings hold no ${name}`);
  return plan.pricingTier === 'Standard' ? pass : fail(`pricings/${name} pricingTier is ${plan.pricingTier}`);
}
