import type { Body } from '../../src/collect/collector';
import { group } from './bodies';
import type { Raw } from './table';
import { absent, fails, passes, row, spared, table, unsure, values } from './table';

const source = 'search-datasource-credentials';
const acl = 'search-index-document-level-acl';
const auth = 'search-vectorizer-auth';

const serviceId = `${group}/providers/Microsoft.Search/searchServices/srch`;
const service: Raw = {
  kind: 'searchService',
  body: {
    id: serviceId,
    name: 'srch',
    sku: { name: 'standard' },
    properties: { endpoint: 'https://srch.search.windows.net' },
  },
};
const string = 'credentials.connectionString';
const key = 'a'.repeat(20);
const sources = table(
  'data source of search',
  {
    kind: 'searchDataSource',
    under: serviceId,
    body: {
      id: `${serviceId}/datasources/docs`,
      name: 'docs',
      type: 'azureblob',
      credentials: { connectionString: `ResourceId=${group}/providers/Microsoft.Storage/storageAccounts/st;` },
      identity: null,
    },
    around: [service],
    labels: passes(source),
  },
  values(
    string,
    [
      `DefaultEndpointsProtocol=https;AccountName=st;AccountKey=${key}`,
      `AccountEndpoint=https://c.documents.azure.com;AccountKey=${key};Database=d`,
      `Server=tcp:x;Database=d;User ID=u;Password=${key};`,
      `BlobEndpoint=https://st.blob.core.windows.net/;SharedAccessSignature=sv=1&sig=${key}`,
    ],
    fails(source),
  ),
  values(string, [absent, null, '', '<unchanged>'], unsure(source)),
  row('hidden, with an identity', { [string]: null, identity: { '@odata.type': '#x.DataUserAssignedIdentity' } }, {}),
);

const vector: Body = { name: 'v', type: 'Collection(Edm.Single)', dimensions: 1536 };
const who: Body = { name: 'g', type: 'Collection(Edm.String)', permissionFilter: 'groupIds' };
const vectorizer = (azureOpenAIParameters: Body): readonly Body[] => [
  { name: 'embed', kind: 'azureOpenAI', azureOpenAIParameters },
];
const openAi: Body = { resourceUri: 'https://nordlys.openai.azure.com', deploymentId: 'e', modelName: 'm' };
const indexes = table(
  'index of search',
  {
    kind: 'searchIndex',
    under: serviceId,
    body: {
      id: `${serviceId}/indexes/docs`,
      name: 'docs',
      fields: [{ name: 'id', type: 'Edm.String', key: true }, vector, who],
      permissionFilterOption: 'enabled',
      vectorSearch: { vectorizers: vectorizer({ ...openAi, apiKey: null, authIdentity: null }) },
    },
    around: [service],
    labels: passes(acl, auth),
  },
  values('fields', [[vector], [vector, { ...who, permissionFilter: null }]], fails(acl)),
  values('fields', [[{ name: 'id', type: 'Edm.String' }], absent], spared(acl)),
  row('semantic, without vectors', { fields: [], semantic: { configurations: [{ name: 's' }] } }, fails(acl)),
  row('the permission within a field', { fields: [vector, { name: 'm', fields: [who] }] }, {}),
  values('permissionFilterOption', [absent, null, 'disabled', 'Disabled', 'perhaps2027'], fails(acl)),
  values('permissionFilterOption', ['Enabled'], {}),
  values('vectorSearch.vectorizers', [absent, null, []], spared(auth)),
  values('vectorSearch.vectorizers', [vectorizer(openAi)], {}),
  values('vectorSearch.vectorizers', [vectorizer({ ...openAi, apiKey: '<redacted>' })], fails(auth)),
  values(
    'vectorSearch.vectorizers',
    [[{ name: 'ml', kind: 'aml', amlParameters: { uri: 'https://x.example', key: '<redacted>' } }]],
    fails(auth),
  ),
);

export const searchPlane = [...sources, ...indexes];
