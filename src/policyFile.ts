import { distance } from 'fastest-levenshtein';
import { z } from 'zod';
import { optIns, optInTerms } from './model/optIn';
import { defaultPolicy, type Policy } from './model/policy';
import { severities } from './model/rule';
import {
  days,
  isExpression,
  retention,
  route,
  ruleSwitch,
  sanction,
  severityOverride,
  tag,
  texts,
} from './policyParts';
import { approvedChange, approvedState, guardrailMinimum } from './policyShapes';

const ruleSetting = z.strictObject({ enabled: z.boolean().optional(), severity: z.enum(severities).optional() });

/** Shape of the policy file. Every key is optional; its default is in `model/policy.ts`. */
export const policySchema = z.strictObject({
  $schema: z.string().optional(),
  optIn: z
    .array(z.enum(optIns))
    .readonly()
    .optional()
    .describe(
      `What to read beyond Reader and Security Reader. ${optIns.map((name) => `${name}: ${optInTerms[name].reads}`).join(' ')}`,
    ),
  advisoryUrl: z
    .string()
    .regex(/^(https:\/\/[^\s/?#]+|http:\/\/(127\.0\.0\.1|localhost)(:\d+)?)([/][^\s]*)?$/, 'write an https URL')
    .optional()
    .describe('OSV server that the opt-in advisories asks; https://api.osv.dev when absent.'),
  allowedModels: texts.optional().describe('Model names that may be deployed. Empty: the rule does not apply.'),
  allowedPublishers: texts.optional().describe('Publishers whose models may be deployed.'),
  allowedRegistries: texts.optional().describe('ML registries that models may come from.'),
  restrictedModels: texts.optional().describe('Registry models that may not be deployed.'),
  allowedRegions: texts.optional().describe('Azure locations that AI resources may use.'),
  allowedConnectionHosts: texts
    .optional()
    .describe('Hosts that connections may point to; a leading dot allows every host below it.'),
  allowedAccountKinds: texts.optional().describe('Kinds of AI accounts that may exist, such as AIServices.'),
  allowedVmSizes: texts.optional().describe('VM sizes that ML computes may have.'),
  allowedImageRegistries: texts
    .optional()
    .describe('Container registry hosts of environment images; a leading dot allows every host below it.'),
  allowedCondaChannels: texts.optional().describe('Conda channels of environments, by name or URL.'),
  allowedTokenIssuers: texts
    .optional()
    .describe('Token issuers, by host or URL, that identities of AI resources may trust by federation.'),
  requiredTags: texts.optional().describe('Tag names that every AI resource must carry.'),
  namePattern: z
    .string()
    .min(1)
    .refine(isExpression, 'write a regular expression')
    .optional()
    .describe('Regular expression that names of AI accounts and search services match from end to end.'),
  productionTag: tag.optional().describe('Tag that marks production, name=value.'),
  routes: z
    .array(route)
    .max(20)
    .readonly()
    .optional()
    .describe(
      'Channels beside the one that hears of everything. The webhook of route finance is the setting AISPM_TEAMS_WEBHOOK_URL_FINANCE.',
    ),
  sandboxTag: tag.optional().describe('Tag that marks what nobody depends on, name=value: paths to it count half.'),
  retention: retention
    .optional()
    .describe('Runs that are kept: the newest of each of the last daily days, weekly weeks and monthly months.'),
  maxExceptionDays: days.optional().describe('Longest time in days for which an exception or a snooze may hold.'),
  maxKeyAgeDays: days.optional().describe('Age in days after which an access key is stale.'),
  maxKeyHolders: z.int().min(0).optional().describe('Principals that may be able to list the keys of one account.'),
  allowedKeyReaders: texts
    .optional()
    .describe('Identities that may have keys of AI accounts handed out: user names, object ids or application ids.'),
  maxPromptLogReaders: z
    .int()
    .min(0)
    .optional()
    .describe('Principals that may query a Log Analytics workspace that logs of models go to.'),
  maxPrivilegedPrincipals: z
    .int()
    .min(0)
    .optional()
    .describe('Principals that may hold a privileged role at subscription scope or above.'),
  maxDeploymentCapacity: z
    .int()
    .min(1)
    .optional()
    .describe('Largest sku.capacity of one deployment: thousands of tokens a minute, or provisioned units.'),
  maxClusterNodes: z.int().min(1).optional().describe('Largest maxNodeCount of one ML compute cluster.'),
  maxInstanceIdleDays: days.optional().describe('Days without an operation after which a compute instance is stale.'),
  maxBlobWriters: z
    .int()
    .min(0)
    .optional()
    .describe('Principals that may write blobs of a storage account that models are grounded on or trained with.'),
  guardrailBaseline: z
    .array(guardrailMinimum)
    .readonly()
    .optional()
    .describe('What the content filters of every deployment have to do at least.'),
  approvedPrincipals: texts
    .optional()
    .describe(
      'Identities of release pipelines, by user name, object id or application id: what they change is approved.',
    ),
  approvedStates: z
    .array(approvedState)
    .readonly()
    .optional()
    .describe('States of deployments, models, guardrails and connections that somebody approved.'),
  approvedChanges: z
    .array(approvedChange)
    .readonly()
    .optional()
    .describe('Changes that somebody approved beforehand, by place and time.'),
  rules: z
    .record(z.string(), ruleSetting)
    .optional()
    .describe('Rules by id: switch one on or off, or give it another severity.'),
  severityOverrides: z
    .array(severityOverride)
    .readonly()
    .optional()
    .describe('Severities by tag or scope, in order: each is set, or moved one step.'),
  ruleSwitches: z
    .array(ruleSwitch)
    .readonly()
    .optional()
    .describe('Rules on or off by tag or scope; the last entry that holds decides.'),
  ignoredProperties: texts.optional().describe('Properties whose changes are never told.'),
  sanctioned: z
    .array(sanction)
    .readonly()
    .optional()
    .describe(
      'AI beyond the managed accounts and workspaces that is known and answered for; each entry may end on a day.',
    ),
});

const nearest = (key: string, keys: readonly string[]): string =>
  keys.reduce((best, one) => (distance(key, one) < distance(key, best) ? one : best));

const keysBelow: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(policySchema.shape),
  rules: Object.keys(ruleSetting.shape),
  severityOverrides: Object.keys(severityOverride.shape),
  guardrailBaseline: Object.keys(guardrailMinimum.shape),
  approvedStates: Object.keys(approvedState.shape),
  approvedChanges: Object.keys(approvedChange.shape),
  ruleSwitches: Object.keys(ruleSwitch.shape),
  retention: Object.keys(retention.shape),
  routes: Object.keys(route.shape),
  sanctioned: Object.keys(sanction.shape),
};

function tell(issue: z.core.$ZodIssue): readonly string[] {
  const [top = ''] = issue.path;
  const known = keysBelow[String(top)];
  if (issue.code === 'unrecognized_keys' && known)
    return issue.keys.map((key) => {
      const where = issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
      return `${where}unknown key '${key}'. Did you mean '${nearest(key, known)}'?`;
    });
  return [`${issue.path.join('.') || 'the policy file'}: ${issue.message}`];
}

/** Every rule that the file names and nobody has: a misspelt one would silently judge as before. */
function unknownRules(given: z.output<typeof policySchema>, ids: readonly string[]): readonly string[] {
  if (ids.length === 0) return [];
  const lists = { severityOverrides: given.severityOverrides ?? [], ruleSwitches: given.ruleSwitches ?? [] };
  const named = [
    ...Object.keys(given.rules ?? {}).map((id) => ['rules', id] as const),
    ...Object.entries(lists).flatMap(([key, entries]) =>
      entries.flatMap(({ rules }, at) => rules.map((id) => [`${key}.${at}.rules`, id] as const)),
    ),
  ];
  const isKnown = (where: string, id: string): boolean =>
    where !== 'rules' && id.endsWith('*') ? ids.some((one) => one.startsWith(id.slice(0, -1))) : ids.includes(id);
  return named
    .filter(([where, id]) => !isKnown(where, id))
    .map(([where, id]) => `${where}: unknown rule '${id}'. Did you mean '${nearest(id, ids)}'?`);
}

function parseJson(text: string): { value?: unknown; problem?: string } {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) as unknown };
  } catch (error) {
    return { problem: `not JSON: ${error instanceof Error ? error.message : ''}` };
  }
}

/**
 * The policy in `text`, defaults settled, and every problem with it. `ruleIds` are the rules there are: naming another is a problem;
 * without them rule names are not checked.
 */
export function parsePolicy(
  text: string,
  ruleIds: readonly string[] = [],
): { policy: Policy; problems: readonly string[] } {
  const { value, problem } = parseJson(text);
  if (problem) return { policy: defaultPolicy, problems: [problem] };
  const parsed = policySchema.safeParse(value);
  if (!parsed.success) return { policy: defaultPolicy, problems: parsed.error.issues.flatMap(tell) };
  const problems = unknownRules(parsed.data, ruleIds);
  if (problems.length > 0) return { policy: defaultPolicy, problems };
  return { policy: { ...defaultPolicy, ...stripped(parsed.data) }, problems: [] };
}

/** Keys that the file does not set must not hide the defaults. */
const stripped = (given: z.output<typeof policySchema>): Partial<Policy> =>
  Object.fromEntries(Object.entries(given).filter(([key, value]) => value !== undefined && key !== '$schema'));
