/** Namespaces of what this product inventories; Defender's word on other resources is not taken in. */
const inventoried = [
  'cognitiveservices',
  'machinelearningservices',
  'search',
  'botservice',
  'storage',
  'keyvault',
  'containerregistry',
  'documentdb',
  'insights',
];

const namespaceOf = (id: string): string => /^.*\/providers\/microsoft\.([a-z]+)\//.exec(id)?.[1] ?? '';

/** Whether a lower-cased id is an AI resource itself. */
export const isAi = (id: string): boolean => inventoried.slice(0, 4).includes(namespaceOf(id));

/** Whether a lower-cased id is of a namespace that is inventoried, or a subscription. */
export const isInventoried = (id: string): boolean =>
  /^\/subscriptions\/[^/]+$/.test(id) || inventoried.includes(namespaceOf(id));
