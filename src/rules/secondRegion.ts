import { fail, notApplicable, pass, type Verdict } from '../model/rule';
import { carries } from './production';

interface Placed {
  readonly id: string;
  readonly location: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** Whether a production resource has one of its kind elsewhere among `all`, production as well: those that its unit can see. */
export function secondRegionVerdict(subject: Placed, all: () => readonly Placed[], productionTag: string): Verdict {
  if (!productionTag) return notApplicable('the policy file gives no productionTag');
  if (!carries(subject.tags, productionTag)) return notApplicable(`not tagged ${productionTag}`);
  const elsewhere = all().some(
    ({ location, tags }) => location.toLowerCase() !== subject.location.toLowerCase() && carries(tags, productionTag),
  );
  return elsewhere
    ? pass
    : fail(`location is ${subject.location}, and none tagged ${productionTag} is in another location`);
}
