import type { ApimApi, ApimPolicy, PolicyFacts } from '../../../src/model/platforms';
import type { Gap } from '../../../src/model/snapshot';
import { safe } from '../../kit/safe';

export const gateId = safe('apimService').id;
export const never: PolicyFacts = {
  tokenLimit: 'never',
  contentSafety: 'never',
  managedIdentityAuth: 'never',
  otherAuth: 'never',
  callerValidation: 'never',
  modelPolicy: 'never',
};

/** The policy of the API `chat` with these facts and nothing else. */
export const policy = (facts: Partial<PolicyFacts> = {}, changes: Partial<ApimPolicy> = {}): ApimPolicy =>
  safe('apimPolicy', { facts: { ...never, ...facts }, ...changes });

/** The policy of the whole service. */
export const widePolicy = (facts: Partial<PolicyFacts> = {}): ApimPolicy =>
  policy(facts, { id: `${gateId}/policies/policy`, parentId: gateId });

export const fragment = (facts: Partial<PolicyFacts> = {}) =>
  safe('apimPolicyFragment', { facts: { ...never, ...facts } });

/** An API that leads to no model. */
export const plainApi = (changes: Partial<ApimApi> = {}): ApimApi =>
  safe('apimApi', { serviceHost: 'orders.contoso.example', ...changes });

export const aiApi = (): ApimApi => safe('apimApi');

export const unread = (kind: Gap['kind'], scope: string): Gap => ({
  kind,
  scope,
  reason: 'forbidden',
  permission: 'x/read',
  detail: '',
});
