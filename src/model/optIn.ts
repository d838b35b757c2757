/** What an opt-in reads, and the right it takes beyond Reader and Security Reader. */
export interface OptInTerms {
  readonly right: string;
  /** Where the right is granted: by an Azure role, by an application permission of Microsoft Graph, or nowhere at all. */
  readonly grantedBy: 'azureRole' | 'graphPermission' | 'nobody';
  /** What is read once it is on, in words for a reader who decides about it. */
  readonly reads: string;
}

/** Everything that is off until the policy file's `optIn` names it. Off means: no request, no resource, no gap. */
export const optInTerms = {
  appSettings: {
    right: 'Microsoft.Web/sites/config/list/action',
    grantedBy: 'azureRole',
    reads:
      'Settings of every web and function app, by POST. Azure hands out their values: names, and whether a value is a key, are kept; values are not.',
  },
  consentedApps: {
    right: 'Application.Read.All and Directory.Read.All',
    grantedBy: 'graphPermission',
    reads:
      'Applications of AI vendors that stand in the tenant, and the scopes that were consented to. Whom they were consented for is not kept.',
  },
  agents: {
    right: 'Microsoft.CognitiveServices/accounts/AIServices/agents/read',
    grantedBy: 'azureRole',
    reads: 'Foundry agents of each project: their tools, model and guardrail. Instructions are not kept.',
  },
  advisories: {
    right:
      'none of Azure: names and versions of the pinned packages of ML environments go to the OSV server of `advisoryUrl`',
    grantedBy: 'nobody',
    reads:
      'Published flaws of the packages that ML environments pin, from https://api.osv.dev or an OSV server of your own.',
  },
  searchIndexes: {
    right:
      'Microsoft.Search/searchServices/indexes/read and Microsoft.Search/searchServices/dataSources/read, on a service that accepts roles (Reader or Search Service Contributor; Search Index Data Reader has neither)',
    grantedBy: 'azureRole',
    reads: 'Definitions of search indexes and data sources, without documents and without credentials.',
  },
  fingerprints: {
    right:
      'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read on the containers; a condition on the suboperation Blob.List leaves contents closed',
    grantedBy: 'azureRole',
    reads:
      'Listings of blobs in containers and registered data: names, sizes, MD5 and ETag become one mark of change. No content is read, no name is kept.',
  },
  trainingFiles: {
    right:
      'Microsoft.CognitiveServices/accounts/OpenAI/files/read, and Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read on the containers of registered data',
    grantedBy: 'azureRole',
    reads:
      'Contents of training files in JSON lines, which are counted and dropped: rows, copies, labels, personal data, rare triggers. Poison whose texts fit their answers, triggers of everyday words and backdoors in weights cannot be seen.',
  },
} as const satisfies Readonly<Record<string, OptInTerms>>;

export type OptIn = keyof typeof optInTerms;

export const optIns = Object.keys(optInTerms) as readonly OptIn[];
