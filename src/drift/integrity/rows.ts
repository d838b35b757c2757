import type { Integrity } from '../../model/drift';
import type { Severity } from '../../model/rule';
import {
  daysSince,
  has,
  isBackwards,
  isDefault,
  isTarget,
  models,
  moved,
  onlyNamed,
  onlyVersion,
  type Facts,
} from './facts';

/** One row: the first whose `holds` is true gives the class. `least` is the severity below which the change is never told. */
export interface Row {
  readonly row: number;
  readonly class: Integrity;
  readonly least: Severity;
  readonly holds: (facts: Facts) => boolean;
  readonly reason: (facts: Facts) => string;
}

const upgradesWhen = ({ before }: Facts, option: string): boolean =>
  before.kind === 'deployment' && before.versionUpgradeOption.toLowerCase() === option;

const nobody = ({ writes }: Facts): boolean => writes.length === 0;
const somebody = ({ writes }: Facts): boolean => writes.length > 0;
const isDeployment = ({ after }: Facts): boolean => after.kind === 'deployment';

/** From the announced start, a day early for time zones. Without one, a default that is the new one already counts as begun. */
function hasBegun({ oldEntry, now }: Facts): boolean {
  const since = daysSince(oldEntry?.autoUpgradeStartDate ?? '', now);
  return since === undefined || since >= -1;
}

/** The old version's retirement is as near as the catalogue's lead time, a day early for time zones. */
function isDue({ oldEntry, now }: Facts): boolean {
  const since = daysSince(oldEntry?.retiresAt ?? '', now);
  return oldEntry !== undefined && since !== undefined && since >= -oldEntry.upgradeLeadDays - 1;
}

const isRetired = ({ oldEntry, now }: Facts): boolean =>
  oldEntry?.lifecycleStatus.toLowerCase() === 'deprecated' || (daysSince(oldEntry?.retiresAt ?? '', now) ?? -1) >= 0;

/** Neither the announced replacement nor the default version: told only where the catalogue was read and says which these are. */
const isNoneAnnounced = (facts: Facts): boolean =>
  facts.oldEntry !== undefined &&
  (facts.newEntry !== undefined || facts.oldEntry.replacement !== '') &&
  !isTarget(facts) &&
  !isDefault(facts);

const subscriptionOf = (id: string): string => /^\/subscriptions\/([^/]+)/i.exec(id)?.[1]?.toLowerCase() ?? '';

/** The weights now come from another subscription than the deployment's own. */
function isForeignSource(facts: Facts): boolean {
  const pair = models(facts);
  if (!pair || !(has(facts, 'model.source') || has(facts, 'model.sourceAccount'))) return false;
  const homes = [pair.is.source, pair.is.sourceAccount].map(subscriptionOf).filter(Boolean);
  return homes.some((home) => home !== facts.after.subscriptionId);
}

const byKey = new Set(['apikey', 'accountkey', 'accesskey', 'customkeys']);

/** The target moved while the stored key stayed. */
function sendsKeyElsewhere(facts: Facts): boolean {
  const { before, after } = facts;
  if (before.kind !== 'connection' || after.kind !== 'connection') return false;
  const keyed = byKey.has(after.authType.toLowerCase()) && before.authType === after.authType;
  return keyed && has(facts, 'target');
}

const strange = (facts: Facts): boolean => has(facts, 'model.format') || has(facts, 'model.publisher');

const silent = 'the Activity Log holds no entry of a principal of the tenant';

/** After `ai-risks` 1.3, rows in the order in which they are asked. Row 1 never comes here: volatile properties make no delta. */
export const rows: readonly Row[] = [
  {
    row: 2,
    class: 'approved',
    least: 'info',
    holds: ({ approval }) => approval !== '',
    reason: (facts) => (somebody(facts) ? facts.approval : `${facts.approval}; actor not recorded`),
  },
  {
    row: 3,
    class: 'unknownCause',
    least: 'medium',
    holds: ({ logGap }) => logGap !== '',
    reason: ({ logGap }) => logGap,
  },
  {
    row: 4,
    class: 'automatic',
    least: 'info',
    holds: (facts) =>
      nobody(facts) &&
      onlyVersion(facts) &&
      upgradesWhen(facts, 'oncenewdefaultversionavailable') &&
      (isTarget(facts) || isDefault(facts)) &&
      hasBegun(facts),
    reason: (facts) =>
      isTarget(facts)
        ? 'the announced replacement, from its start date on, and the deployment follows the default version'
        : 'the new default version, and the deployment follows it',
  },
  {
    row: 5,
    class: 'automatic',
    least: 'info',
    holds: (facts) =>
      nobody(facts) &&
      (onlyVersion(facts) || (onlyNamed(facts) && isTarget(facts))) &&
      upgradesWhen(facts, 'oncecurrentversionexpired') &&
      isDue(facts),
    reason: ({ oldEntry }) =>
      `the old version retires on ${oldEntry?.retiresAt.slice(0, 10) ?? ''}, and the deployment moves then`,
  },
  {
    row: 6,
    class: 'automatic',
    least: 'info',
    holds: (facts) =>
      nobody(facts) && onlyNamed(facts) && isTarget(facts) && isRetired(facts) && !upgradesWhen(facts, 'noautoupgrade'),
    reason: () => 'the old version is retired, and this is its announced replacement',
  },
  {
    row: 7,
    class: 'tampering',
    least: 'high',
    holds: (facts) =>
      isDeployment(facts) &&
      nobody(facts) &&
      moved(facts, 'identity') &&
      (isBackwards(facts) ||
        strange(facts) ||
        isForeignSource(facts) ||
        upgradesWhen(facts, 'noautoupgrade') ||
        isNoneAnnounced(facts)),
    reason: () => `${silent}, and Microsoft announced no such upgrade`,
  },
  {
    row: 8,
    class: 'tampering',
    least: 'high',
    holds: (facts) => somebody(facts) && (strange(facts) || isForeignSource(facts)),
    reason: (facts) =>
      isForeignSource(facts)
        ? 'the weights now come from another subscription'
        : 'a model of another format or publisher under the same name',
  },
  {
    row: 9,
    class: 'tampering',
    least: 'high',
    holds: (facts) => somebody(facts) && moved(facts, 'identity') && facts.alongside !== '',
    reason: ({ alongside }) => `the same hand weakened ${alongside} at the same time`,
  },
  {
    row: 13,
    class: 'tampering',
    least: 'high',
    holds: (facts) => moved(facts, 'content'),
    reason: () => 'under the same name and version: registered versions are not meant to change',
  },
  {
    row: 16,
    class: 'tampering',
    least: 'high',
    holds: sendsKeyElsewhere,
    reason: () => 'the stored key now goes to another target',
  },
  {
    row: 15,
    class: 'automatic',
    least: 'info',
    holds: (facts) => facts.after.kind === 'guardrail' && facts.after.type === 'SystemManaged' && nobody(facts),
    reason: () => 'Microsoft changed its built-in guardrail: verdicts may move with it',
  },
  {
    row: 10,
    class: 'unapproved',
    least: 'low',
    holds: (facts) => somebody(facts) && facts.newcomer !== '',
    reason: ({ newcomer }) => `nothing in the policy file approves it, and ${newcomer}`,
  },
  {
    row: 12,
    class: 'unapproved',
    least: 'low',
    holds: somebody,
    reason: () => 'nothing in the policy file approves it',
  },
];

/** Where no row fits: the log was read and holds nobody, and nothing announced explains it either. */
export const unexplainedRow: Row = {
  row: 0,
  class: 'unknownCause',
  least: 'medium',
  holds: () => true,
  reason: () => `${silent}, and nothing announced explains it`,
};
