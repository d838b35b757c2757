import type { ContentFilter, Guardrail } from '../../../src/model/ai';
import { safe } from '../../kit/safe';

const account = safe('aiAccount').id;
const strict = safe('guardrail');

/** A guardrail of the account whose filters named `filter` (and stand at `source`, if given) are changed; null takes them out. */
export const guardrail = (
  filter: string,
  changes: Partial<ContentFilter> | null,
  more: Partial<Guardrail> & { readonly source?: string } = {},
): Guardrail => {
  const { source, ...rest } = more;
  const meant = (one: ContentFilter): boolean => one.filter === filter && (!source || one.source === source);
  const contentFilters = strict.contentFilters.flatMap((one) => {
    if (!meant(one)) return [one];
    return changes === null ? [] : [{ ...one, ...changes }];
  });
  return safe('guardrail', { contentFilters, ...rest });
};

/** A built-in guardrail, which states all it has. */
export const builtIn = (name: string, like: Guardrail = strict): Guardrail => ({
  ...like,
  id: `${account}/raipolicies/${name.toLowerCase()}`,
  name,
  type: 'SystemManaged',
  basePolicyName: '',
});

export const unread = {
  kind: 'guardrail',
  scope: account,
  reason: 'forbidden',
  permission: 'x/read',
  detail: '',
} as const;
export const embeddings = { ...safe('deployment').model, name: 'text-embedding-3-large' };
export const partner = { ...safe('deployment').model, format: 'Cohere', publisher: 'Cohere', name: 'cohere-command-a' };
export const images = { ...safe('deployment').model, name: 'gpt-image-1' };
