import { family, fits, type Family, type Shape } from './family';

export type { Family } from './family';

const data = ['read:private', 'read:prompts', 'read:model', 'call', 'read:secret', 'bypass', 'exfiltrate', 'spend'];

/** From the most telling to the most general. */
export const families: readonly Family[] = [
  family('F31', 'denial-of-wallet', [['spends']], 'without a limit', { targets: ['spend'] }),
  family('F21', 'gateway-bypass', [['bypasses-gateway']], 'directly', { targets: ['bypass'] }),
  family('F22', 'gateway-open', [['gateway-calls']], 'through a gateway that asks nobody who he is'),
  family('F23', 'gateway-takeover', [['controls-gateway']], 'by changing the gateway'),
  family('F24', 'agent-trifecta', [['injects-prompt']], 'by words that an agent obeys'),
  family('F25', 'foreign-mcp', [['poisons-tool']], 'by a tool of a foreign server'),
  family('F40', 'shadow-relay', [['relay-calls']], 'through a gateway of somebody else'),
  family('F01', 'leaked-key-env', [['exposes-key']], 'with a key that lies open', { entries: ['leakedKey'] }),
  family(
    'F26',
    'foreign-private-endpoint',
    [['foreign-endpoint-reaches']],
    'through a private endpoint from elsewhere',
  ),
  family('F19', 'pipeline-wildcard', [['federates']], 'from a pipeline that is trusted', { entries: ['repository'] }),
  family('F10', 'ssh-notebook-identity', [['compute-open-ssh']], 'from a compute that takes SSH'),
  family('F05', 'anonymous-container-leak', [['anonymous-reads']], 'without signing in'),
  family('F36', 'app-identity-excess', [['app-vulnerable']], 'from an app that Defender reports'),
  family(
    'F38',
    'foundry-owner-image',
    [['grants-role'], ['pushes-image'], ['deploys-from']],
    'by a role it gives itself',
  ),
  family('F08', 'image-poison', [['pushes-image'], ['deploys-from']], 'by replacing an image'),
  family('F09', 'acr-admin-key', [['key-opens'], ['deploys-from']], 'by replacing an image with the admin key'),
  family('F18', 'app-owner-becomes-sp', [['adds-app-secret']], 'as an application that it owns'),
  family('F20', 'identity-attach', [['attaches-identity', 'writes-federation']], 'as an identity that it attaches'),
  family('F17', 'guest-grants', [['grants-role', 'identity-holds']], 'by its role', {
    entries: ['guest'],
    targets: ['own'],
  }),
  family('F39', 'tenant-privilege-from-ai', [], 'in the end', { targets: ['own'] }),
  family('F11', 'notebook-share', [['edits-notebooks']], 'by changing notebooks'),
  family('F12', 'job-script', [['edits-job-code']], 'by changing code of jobs'),
  family('F29', 'registry-supply-chain', [['registry-supplies']], 'by a model it publishes'),
  family('F30', 'unsafe-format', [['loads-model-code']], 'by a model that runs code'),
  family(
    'F35',
    'ml-identity-lifts',
    [['submits-job', 'deploys-endpoint'], ['compute-runs-as']],
    'as the identity of a compute',
  ),
  family('F34', 'vault-policy', [['vault-policy-grants', 'vault-holds']], 'by writing itself into the vault'),
  family('F04', 'public-search-key', [['connection-holds'], ['rewrites-index']], 'with a key from a connection'),
  family('F13', 'workspace-shared-key', [['workspace-stores-in']], 'with a key that the workspace hands out'),
  family('F14', 'connection-secret', [['connection-holds']], 'with the secret of a connection'),
  family('F15', 'connection-shared-to-all', [['connection-uses']], 'through a connection of all projects'),
  family('F37', 'vm-role-to-training', [['lists-key'], ['feeds-training']], 'with a storage key'),
  family('F06', 'poison-training-store', [['feeds-training']], 'by overwriting training data'),
  family('F07', 'poison-grounding', [['grounds-on', 'rewrites-index']], 'by writing documents'),
  family('F03', 'contributor-reopens', [['reopens-keys', 'reopens-network']], 'after switching it on again'),
  family('F28', 'fine-tuned-theft', [['takes-model', 'extracts-model']], 'by copying', { targets: ['read:model'] }),
  family('F32', 'prompt-logs-readable', [['reads-prompt-logs']], 'in the logs'),
  family('F33', 'thread-store', [['reads-threads']], 'in the store of conversations'),
  family(
    'F16',
    'guest-contributor',
    [['identity-holds', 'activates', 'right-inherits', 'grants-role']],
    'by its role',
    {
      entries: ['guest'],
    },
  ),
  family('F27', 'guardrail-by-deployer', [['opens-guardrail']], 'by its role', { targets: ['weak'] }),
  family('F02', 'everyday-role-lists-keys', [['lists-key']], 'with a key that its role lists'),
  family('F41', 'everyday-role-on-data', [['identity-can']], 'by an everyday role', { targets: data }),
];

/** The family of a path; undefined = it fits none. */
export const familyOf = (shape: Shape): Family | undefined => families.find((one) => fits(one, shape));
