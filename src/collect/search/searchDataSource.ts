import type { Resource } from '../../model/resource';
import type { SearchDataSource } from '../../model/surroundings';
import { base } from '../base';
import { at, isBody } from '../body';
import { childCollector } from '../collector';
import type { Body } from '../collector';
import { listOfService } from './searchPlane';

/** Only the form is looked at: the string itself may be a secret, and goes no further. */
function formOf(body: Body): SearchDataSource['credentials'] {
  const given = at(body, 'credentials', 'connectionString');
  const string = typeof given === 'string' ? given : '';
  if (
    /(^|;)\s*(account|shared ?access|access|shared)?key\s*=|(^|;)\s*(password|pwd)\s*=|(^|[;?&])\s*(shared ?access ?signature|sig)\s*=/i.test(
      string,
    )
  )
    return 'key';
  if (/(^|;)\s*resourceid\s*=/i.test(string) || isBody(at(body, 'identity'))) return 'identity';
  return 'notStated';
}

export const toSearchDataSource = (body: Body, service?: Resource): SearchDataSource => ({
  ...base('searchDataSource', body, service),
  credentials: formOf(body),
});

export default childCollector({
  kind: 'searchDataSource',
  parents: ['searchService'],
  permissions: [],
  optIn: 'searchIndexes',
  read: (azure, service) => listOfService(azure, service, 'datasources'),
  convert: (body, service) => ({ resource: toSearchDataSource(body, service) }),
});
