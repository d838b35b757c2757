import { distance } from 'fastest-levenshtein';
import { z } from 'zod';
import { defaultPolicy, type Policy } from './model/policy';
import { severities } from './model/rule';

const texts = z.array(z.string().min(1)).readonly();
const days = z.int().min(1).max(3650);

function isExpression(text: string): boolean {
  try {
    return Boolean(new RegExp(text, 'u'));
  } catch {
    return false;
  }
}

/** Shape of the policy file. Every key is optional; its default is in `model/policy.ts`. */
export const policySchema = z.strictObject({
  $schema: z.string().optional(),
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
  requiredTags: texts.optional().describe('Tag names that every AI resource must carry.'),
  namePattern: z
    .string()
    .min(1)
    .refine(isExpression, 'write a regular expression')
    .optional()
    .describe('Regular expression that names of AI accounts and search services match from end to end.'),
  productionTag: z
    .string()
    .regex(/^[^=]+=.+$/, 'write name=value')
    .optional()
    .describe('Tag that marks production, name=value.'),
  maxKeyAgeDays: days.optional().describe('Age in days after which an access key is stale.'),
  maxKeyHolders: z.int().min(0).optional().describe('Principals that may be able to list the keys of one account.'),
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
  rules: z
    .record(z.string(), z.strictObject({ enabled: z.boolean().optional(), severity: z.enum(severities).optional() }))
    .optional()
    .describe('Rules by id: switch one on or off, or give it another severity.'),
  ignoredProperties: texts.optional().describe('Properties whose changes are never told.'),
});

const keys = Object.keys(policySchema.shape);
const nearest = (key: string): string =>
  keys.reduce((best, one) => (distance(key, one) < distance(key, best) ? one : best));

function tell(issue: z.core.$ZodIssue): readonly string[] {
  const where = issue.path.join('.') || 'the policy file';
  if (issue.code === 'unrecognized_keys' && issue.path.length === 0)
    return issue.keys.map((key) => `unknown key '${key}'. Did you mean '${nearest(key)}'?`);
  return [`${where}: ${issue.message}`];
}

function parseJson(text: string): { value?: unknown; problem?: string } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    return { problem: `not JSON: ${error instanceof Error ? error.message : ''}` };
  }
}

/** The policy in `text`, defaults settled, and every problem with it. */
export function parsePolicy(text: string): { policy: Policy; problems: readonly string[] } {
  const { value, problem } = parseJson(text);
  if (problem) return { policy: defaultPolicy, problems: [problem] };
  const parsed = policySchema.safeParse(value);
  if (!parsed.success) return { policy: defaultPolicy, problems: parsed.error.issues.flatMap(tell) };
  return { policy: { ...defaultPolicy, ...stripped(parsed.data) }, problems: [] };
}

/** Keys that the file does not set must not hide the defaults. */
const stripped = (given: z.output<typeof policySchema>): Partial<Policy> =>
  Object.fromEntries(Object.entries(given).filter(([key, value]) => value !== undefined && key !== '$schema'));
