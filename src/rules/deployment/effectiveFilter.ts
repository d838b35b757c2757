import { fail, notApplicable, pass, type Verdict, type View } from '../../model/rule';
import type { ContentFilter, Deployment, Guardrail } from '../../model/ai';
import { conventions, isUnattached, named, statedBy } from '../../model/guardrail';
import { textFilterSkippedBecause, unfilteredBecause } from '../../model/guardrail/modelFilters';

/** One filter at one source, as the model normalises them, with the words for evidence: `Hate/Prompt`. */
interface FilterKey {
  readonly filter: string;
  readonly source: string;
  readonly label: string;
}

/** How a filter may stand: as stated, not there, or as a policy says that nobody has read. */
type Reading = ContentFilter | 'absent' | 'unread';

/** What is wrong with a filter as stated; '' when nothing is, undefined when Azure does not say enough. */
type Fault = (filter: ContentFilter) => string | undefined;

/** The readings of one filter of a guardrail, one for each thing that an unstated filter may mean; a filter without a source stands at both. */
function readingsOf(policy: Guardrail, policies: readonly Guardrail[], key: FilterKey): readonly Reading[] {
  const readings = conventions.flatMap((convention): readonly Reading[] => {
    const { contentFilters, unread } = statedBy(policy, policies, convention);
    const stated = contentFilters.filter((one) => one.filter === key.filter && ['', key.source].includes(one.source));
    return stated.length ? stated : [unread ? 'unread' : 'absent'];
  });
  return [...new Set(readings)];
}

const describe = (reading: Reading, fault: Fault): string | undefined => {
  if (reading === 'unread') return undefined;
  return reading === 'absent' ? 'is not there' : fault(reading);
};

/** The verdict on one filter: '' good, a text bad in every reading, undefined where the readings differ. */
function judged(readings: readonly Reading[], fault: Fault): string | undefined {
  const faults = readings.map((reading) => describe(reading, fault));
  if (faults.every((one) => one === '')) return '';
  return faults.every((one) => one) ? faults.at(-1) : undefined;
}

/** The guardrail of a deployment that takes filters, or the verdict that ends the check. */
export function guardrailOf(
  deployment: Deployment,
  view: View<'guardrail'>,
): { readonly end: Verdict } | { readonly policy: Guardrail; readonly policies: readonly Guardrail[] } {
  const skipped = unfilteredBecause(deployment.model);
  if (skipped) return { end: notApplicable(skipped) };
  if (isUnattached(deployment.raiPolicyName))
    return { end: notApplicable('no guardrail: judged by deployment-content-filter-attached') };
  const policies = view.children({ id: deployment.id.replace(/\/deployments\/[^/]+$/, '') }, 'guardrail');
  const policy = named(policies, deployment.raiPolicyName);
  if (policy) return { policy, policies };
  const detail = `the account does not list guardrail ${deployment.raiPolicyName}`;
  return { end: view.doubt(deployment, 'raiPolicyName', detail) };
}

/** Judges filters of the effective guardrail: one bad in every reading fails, one good in some readings only leaves a doubt. */
export function filterVerdict(
  deployment: Deployment,
  view: View<'guardrail'>,
  keys: readonly FilterKey[],
  fault: Fault,
): Verdict {
  const found = guardrailOf(deployment, view);
  if ('end' in found) return found.end;
  const { policy, policies } = found;
  const results = keys.map((key) => ({ key, text: judged(readingsOf(policy, policies, key), fault) }));
  const bad = results.filter(({ text }) => text);
  if (bad.length) return fail(bad.map(({ key, text }) => `contentFilters ${key.label} ${text}`).join('; '));
  const open = results.find(({ text }) => text === undefined);
  const detail = `whether it is off or comes from ${policy.basePolicyName || 'the default'} is not stated`;
  return open ? view.doubt(policy, `contentFilters ${open.key.label}`, detail) : pass;
}

const effects = {
  off: 'has enabled false',
  annotate: 'has blocking false',
  retry: 'has an action that does not block',
  person: 'has an action that does not block',
};

/** On/off filters have to block. */
export const notBlocking: Fault = ({ effect }) => (effect === 'block' ? '' : effects[effect]);

/** Harm filters have to block at Low or Medium; High is the weakest, and an unstated threshold has no documented default. */
const tooLax: Fault = ({ effect, level }) => {
  if (effect !== 'block') return effects[effect];
  if (level === '') return undefined;
  return level === 'Low' || level === 'Medium' ? '' : `has severityThreshold ${level}`;
};

/** A harm category, judged on what goes in and on what comes out. */
export const harmVerdict = (deployment: Deployment, view: View<'guardrail'>, label: string): Verdict =>
  filterVerdict(
    deployment,
    view,
    ['Prompt', 'Completion'].map((source) => ({
      filter: label.toLowerCase(),
      source: source.toLowerCase(),
      label: `${label}/${source}`,
    })),
    tooLax,
  );

/** A filter for text, code or documents, which models that make images do not have. */
export function textFilterVerdict(
  deployment: Deployment,
  view: View<'guardrail'>,
  key: FilterKey,
  fault: Fault = notBlocking,
): Verdict {
  const skipped = textFilterSkippedBecause(deployment.model);
  return skipped ? notApplicable(skipped) : filterVerdict(deployment, view, [key], fault);
}
