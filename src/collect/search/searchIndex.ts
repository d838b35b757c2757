import type { Resource } from '../../model/resource';
import type { SearchIndex } from '../../model/surroundings';
import { base } from '../base';
import { at, oneOf, part, parts, text } from '../body';
import { childCollector } from '../collector';
import type { Body } from '../collector';
import { listOfService } from './searchPlane';

const parameters = ['azureOpenAIParameters', 'aiServicesVisionParameters', 'amlParameters', 'customWebApiParameters'];

/** A key that the service hides still stands there as some text; none at all means an identity. */
const holds = (value: unknown): boolean => typeof value === 'string' && value !== '';

const hasKey = (vectorizer: Body): boolean =>
  parameters
    .map((name) => part(vectorizer, name))
    .some((one) => holds(at(one, 'apiKey')) || holds(at(one, 'key')) || holds(at(one, 'httpHeaders', 'api-key')));

/** Fields may hold fields. */
const fieldsIn = (body: Body): readonly Body[] => parts(body, 'fields').flatMap((field) => [field, ...fieldsIn(field)]);

/** The definition of an index: names, types and permissions of its fields; no document, no key. */
export function toSearchIndex(body: Body, service?: Resource): SearchIndex {
  const fields = fieldsIn(body);
  const isVector = fields.some((field) => typeof at(field, 'dimensions') === 'number');
  return {
    ...base('searchIndex', body, service),
    groundsModels: isVector || parts(body, 'semantic', 'configurations').length > 0,
    permissionFilterOption: oneOf(['enabled', 'disabled'], 'disabled', body, 'permissionFilterOption'),
    hasPermissionField: fields.some((field) => text(field, 'permissionFilter') !== ''),
    vectorizers: parts(body, 'vectorSearch', 'vectorizers').map((one) => ({
      name: text(one, 'name'),
      hasKey: hasKey(one),
    })),
  };
}

export default childCollector({
  kind: 'searchIndex',
  parents: ['searchService'],
  permissions: [],
  optIn: 'searchIndexes',
  read: (azure, service) => listOfService(azure, service, 'indexes'),
  convert: (body, service) => ({ resource: toSearchIndex(body, service) }),
});
