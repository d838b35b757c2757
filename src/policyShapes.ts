import { z } from 'zod';

/** The path of a subscription, resource group or resource, lower-cased. */
export const scopePath = z
  .string()
  .regex(/^\/subscriptions\/[^/]/i, 'write the path of a subscription, resource group or resource')
  .overwrite((path) => path.toLowerCase().replace(/\/+$/, ''));

/** `Protected Material Text` and `protected_material_text` are one filter. */
const filterName = z
  .string()
  .min(1)
  .overwrite((name) => name.toLowerCase().replace(/[\s_-]/g, ''));
export const guardrailMinimum = z.strictObject({
  filter: filterName.describe('Name of a content filter, such as Hate or Jailbreak.'),
  source: filterName.describe('Prompt, Completion, PreToolCall, PostToolCall, PreRun or PostRun.'),
  atLeast: z
    .enum(['annotate', 'block', 'High', 'Medium', 'Low'])
    .describe('Low is the strictest threshold, High the weakest; block asks for a block at any.'),
});
const approvedScope = scopePath.describe('Path of the subscription, resource group or resource.');
const instant = z
  .string()
  .regex(
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/,
    'write an instant, such as 2026-11-24T22:00:00Z',
  )
  .refine((text) => !Number.isNaN(Date.parse(text)), 'no such day or hour');
export const approvedState = z.strictObject({
  scope: approvedScope,
  state: z
    .record(z.string().min(1), z.string())
    .describe("Properties in Azure's words, such as model.version, with the value each may have."),
});
export const approvedChange = z
  .strictObject({
    scope: approvedScope,
    from: instant,
    until: instant,
    reason: z.string().min(1).describe('Why, and by which ticket.'),
  })
  .refine(({ from, until }) => Date.parse(from) < Date.parse(until), 'until has to be after from');
