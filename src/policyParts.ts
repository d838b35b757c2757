/** Parts that several keys of the policy file share. */
import { z } from 'zod';
import { defaultPolicy } from './model/policy';
import { severities } from './model/rule';
import { scopePath } from './policyShapes';

export const texts = z.array(z.string().min(1)).readonly();
export const days = z.int().min(1).max(3650);

export function isExpression(text: string): boolean {
  try {
    return Boolean(new RegExp(text, 'u'));
  } catch {
    return false;
  }
}

export const tag = z.string().regex(/^[^=]+=.+$/, 'write name=value');
export const place = {
  rules: z
    .array(z.string().min(1))
    .min(1)
    .readonly()
    .describe('Rule ids, * for all, or a beginning such as deployment-*.'),
  tag: tag.optional().describe('Only on resources that carry this tag, or hang below one that does; name=value.'),
  scope: scopePath.optional().describe('Only in this subscription, resource group or resource, by its path.'),
};
export const sanction = z
  .strictObject({
    id: place.scope.describe('A resource, or all in a resource group or subscription, by its path.'),
    tag: tag.optional().describe('All that carries this tag; name=value.'),
    host: z.string().min(1).optional().describe('A host that may be called; a leading dot takes every host below it.'),
    appId: z.string().min(1).optional().describe('An application of the directory, by its application id.'),
    until: z
      .string()
      .regex(/^\d{4}-\d\d-\d\d$/, 'write a day, YYYY-MM-DD')
      .optional()
      .describe('Last day on which it holds, YYYY-MM-DD.'),
    why: z.string().min(1).describe('Who answers for it, and why it may be.'),
  })
  .refine(
    ({ id, tag: tagged, host, appId }) => [id, tagged, host, appId].filter((one) => one !== undefined).length === 1,
    'give exactly one of id, tag, host and appId',
  );
export const severityOverride = z
  .strictObject({
    ...place,
    severity: z.enum(severities).optional().describe('The severity to give.'),
    step: z
      .union([z.literal(1), z.literal(-1)])
      .optional()
      .describe('1: one worse; -1: one milder.'),
  })
  .refine(({ severity, step }) => (severity === undefined) !== (step === undefined), 'give either severity or step');
export const ruleSwitch = z.strictObject({ ...place, enabled: z.boolean() });
const periods = z.int().min(0).max(10_000);
export const retention = z.strictObject({
  daily: periods.default(defaultPolicy.retention.daily),
  weekly: periods.default(defaultPolicy.retention.weekly),
  monthly: periods.default(defaultPolicy.retention.monthly),
});
const subscriptionId = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, 'write the id of a subscription')
  .overwrite((id) => id.toLowerCase());
export const route = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/, 'write a short name in lower case, such as finance')
    .refine((name) => name !== 'teams', 'teams is the channel that hears of everything'),
  severity: z.enum(severities).optional().describe('The mildest severity it hears of.'),
  subscriptions: z.array(subscriptionId).min(1).readonly().optional().describe('Subscription ids.'),
  tag: tag.optional().describe('Only what happens to resources with this tag, name=value.'),
});
