import { fail, pass, type Verdict } from '../model/rule';

/** Whether a name matches the policy file's `namePattern` from end to end; a pattern that was not given asks nothing. */
export const nameVerdict = (name: string, namePattern: string): Verdict =>
  !namePattern || new RegExp(`^(?:${namePattern})$`, 'u').test(name)
    ? pass
    : fail(`name ${name} does not match namePattern`);
