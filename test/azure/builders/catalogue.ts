import type { ArmBody } from '../tenant';
import type { Overrides, Place } from './body';
import { merged } from './body';

/** An entry of `locations/{l}/models`; generally available with a far retirement unless told otherwise. */
export function catalogueModel(place: Place, name: string, version: string, over?: Overrides): ArmBody {
  const list = `/subscriptions/${place.subscriptionId}/providers/Microsoft.CognitiveServices/locations/${place.location ?? 'westeurope'}/models`;
  const model = {
    ...{
      format: 'OpenAI',
      name,
      version,
      isDefaultVersion: true,
      maxCapacity: 10,
      capabilities: { inference: 'true' },
    },
    deprecation: { inference: '2028-03-01T00:00:00Z', deprecationStatus: 'Planned' },
    lifecycleStatus: 'GenerallyAvailable',
    skus: [{ name: 'GlobalStandard', usageName: `OpenAI.GlobalStandard.${name}` }],
  };
  return {
    id: `${list}/OpenAI.${name}.${version}`,
    type: 'Microsoft.CognitiveServices/locations/models',
    name: `OpenAI.${name}.${version}`,
    kind: 'OpenAI',
    skuName: 'S0',
    model: merged(model, over),
  };
}

const listed = [
  ['gpt-4.1', '2025-04-14'],
  ['gpt-4.1-mini', '2025-04-14'],
  ['gpt-4o', '2025-04-14'],
  ['text-embedding-3-large', '1'],
] as const;

/** The catalogue of a place: the models that the builders deploy. */
export const catalogueOf = (place: Place): ArmBody[] =>
  listed.map(([name, version]) => catalogueModel(place, name, version));
