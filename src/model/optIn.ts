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
  agents: {
    right: 'Microsoft.CognitiveServices/accounts/AIServices/agents/read',
    grantedBy: 'azureRole',
    reads: 'Foundry agents of each project: their tools, model and guardrail. Instructions are not kept.',
  },
  searchIndexes: {
    right: 'Microsoft.Search/searchServices/read on the data plane (Search Service Contributor, or a role of your own)',
    grantedBy: 'azureRole',
    reads: 'Definitions of search indexes and data sources, without documents and without credentials.',
  },
} as const satisfies Readonly<Record<string, OptInTerms>>;

export type OptIn = keyof typeof optInTerms;

export const optIns = Object.keys(optInTerms) as readonly OptIn[];
