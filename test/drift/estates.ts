import type { Deployment, ModelCatalogueEntry } from '../../src/model/ai';
import type { Change } from '../../src/model/drift';
import type { ActivityEvent } from '../../src/model/governance';
import { defaultPolicy, type Policy } from '../../src/model/policy';
import type { Resource } from '../../src/model/resource';
import type { Gap } from '../../src/model/snapshot';
import { safe } from '../kit/safe';
import { drift, pair, record } from './records';

/** Two runs of one subscription a day apart, with the catalogue, the log and the policy file between them. */
export interface Story {
  readonly before: readonly Resource[];
  readonly after: readonly Resource[];
  readonly events?: readonly ActivityEvent[];
  readonly gaps?: readonly Gap[];
  readonly policy?: Partial<Policy>;
}

export const changesOf = ({ before, after, events, gaps = [], policy = {} }: Story): readonly Change[] =>
  drift(
    [
      pair(
        record(before, [], { unit: 's' }),
        record(after, [], { unit: 's', gaps, state: 'read', ...(events ? { events } : {}) }),
      ),
    ],
    { approvals: { ...defaultPolicy, ...policy } },
  ).changes;

export const gpt = safe('deployment');

export const deployed = (model: Partial<Deployment['model']>, more: Partial<Deployment> = {}): Deployment => ({
  ...gpt,
  ...more,
  model: { ...gpt.model, ...model },
});

/** The catalogue's entry below a deployment. */
export const listed = (of: Deployment, more: Partial<ModelCatalogueEntry> = {}): ModelCatalogueEntry => ({
  ...safe('modelCatalogueEntry', { id: `${of.id}/models/${of.model.name}.${of.model.version}` }),
  parentId: of.id,
  modelName: of.model.name,
  version: of.model.version,
  isDefaultVersion: false,
  ...more,
});

export const wrote = (on: Pick<Resource, 'id'>, more: Partial<ActivityEvent> = {}): ActivityEvent =>
  safe('activityEvent', { id: `${on.id}/events/${more.correlationId ?? 'k-1'}/ticks/1`, resourceId: on.id, ...more });
