import { notApplicable, type Verdict } from '../../model/rule';
import type { AiAccount } from '../../model/ai';

/** A Foundry resource is an account of kind AIServices that holds projects; any other account ends the check. */
export const offFoundryAccount = ({ accountKind, allowProjectManagement }: AiAccount): Verdict | undefined => {
  if (accountKind.toLowerCase() !== 'aiservices') return notApplicable(`kind is ${accountKind}, not AIServices`);
  return allowProjectManagement ? undefined : notApplicable('allowProjectManagement is false: it holds no projects');
};
