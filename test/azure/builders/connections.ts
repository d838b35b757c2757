import type { ArmBody } from '../tenant';
import type { Overrides } from './body';
import { childOf, merged, systemData } from './body';
import { intend } from './intent';

export interface ConnectionOptions {
  readonly category?: string;
  /** AAD and ManagedIdentity are identities, all others here are keys. */
  readonly authType?:
    | 'AAD'
    | 'ManagedIdentity'
    | 'ApiKey'
    | 'AccountKey'
    | 'CustomKeys'
    | 'SAS'
    | 'PAT'
    | 'UsernamePassword'
    | 'ServicePrincipal';
  readonly target?: string;
  /** ARM id of the resource behind the connection. */
  readonly uses?: string;
  /** False leaves `metadata.ResourceId` out, so that only the host of `target` says what is meant. */
  readonly statesResourceId?: boolean;
}

const groups: Record<string, string> = {
  AzureBlob: 'Azure',
  CosmosDb: 'NoSQL',
  AzureOpenAI: 'AzureAI',
  AIServices: 'AzureAI',
  CognitiveSearch: 'AzureAI',
};

function ownerOf(owner: ArmBody): 'account' | 'project' | 'workspace' {
  if (/machinelearningservices/i.test(owner.type ?? '')) return 'workspace';
  return /\/projects$/i.test(owner.type ?? '') ? 'project' : 'account';
}

const safeConnection = {
  category: 'AzureOpenAI',
  authType: 'AAD',
  target: 'https://oai-shared.openai.azure.com/',
  statesResourceId: true,
} as const satisfies ConnectionOptions;

const identities = ['AAD', 'ManagedIdentity'];

/** connections of an account, a project or an ML workspace, without credentials as every GET answers them. */
export function connection(owner: ArmBody, name: string, options: ConnectionOptions = {}, over?: Overrides): ArmBody {
  const { category, authType, target, uses, statesResourceId } = { ...safeConnection, ...options };
  const child = childOf(owner, 'connections', name);
  const kind = ownerOf(owner);
  const body = merged(
    {
      ...child,
      ...(kind === 'project' ? { tags: null, location: null } : {}),
      systemData: systemData(child.id),
      properties: {
        authType,
        category,
        group: groups[category] ?? 'ServicesAndApps',
        target,
        isSharedToAll: kind !== 'project',
        sharedUserList: [],
        expiryTime: null,
        error: null,
        peRequirement: 'NotRequired',
        peStatus: 'NotApplicable',
        useWorkspaceManagedIdentity: false,
        metadata: { ApiType: 'Azure', ...(uses && statesResourceId ? { ResourceId: uses } : {}) },
      },
    },
    over,
  );
  const auth = identities.includes(authType) ? 'identity' : 'key';
  return intend(body, { kind: 'connection', owner: kind, auth, uses: uses ? [uses] : [] });
}
