import { edit, gone, type ChangeKind } from './changeKind';

/** Changes of who acts as whom, and of what runs: roles, trusts, identities, secrets, images and models. */
export const accessChanges = {
  'remove-assignment': {
    words: 'remove the role assignment, or give a narrower role',
    effort: 'role',
    cli: 'az role assignment delete --ids ASSIGNMENT_ID',
    bicep: '',
    apply: gone,
  },
  'remove-member': {
    words: 'take the member out of the group',
    effort: 'role',
    cli: 'az ad group member remove --group GROUP --member-id MEMBER',
    bicep: '',
  },
  'remove-owner': {
    words: 'take the owner away',
    effort: 'role',
    cli: 'az ad group owner remove --group GROUP --owner-object-id OWNER, or az ad app owner remove --id APP --owner-object-id OWNER',
    bicep: '',
  },
  'narrow-trust': {
    words: 'trust one repository and environment only',
    effort: 'flag',
    cli: 'az identity federated-credential update --identity-name IDENTITY --name NAME --resource-group GROUP --subject repo:ORG/REPO:environment:ENV',
    bicep: "properties: { subject: 'repo:ORG/REPO:environment:ENV' }",
    apply: gone,
  },
  'remove-secret': {
    words: 'take the key out of the configuration and use an identity',
    effort: 'rebuild',
    cli: '',
    bicep: '',
  },
  'identity-datastores': {
    words: 'let datastores use the identity in place of keys',
    effort: 'rebuild',
    cli: 'az ml workspace update --ids RESOURCE_ID --system-datastores-auth-mode identity',
    bicep: "properties: { systemDatastoresAuthMode: 'Identity' }",
    reaches: true,
    apply: (resource) =>
      edit(['datastore'], () => ({ credentialsType: 'None' }))(
        edit(['mlWorkspace'], () => ({ systemDatastoresAuthMode: 'Identity' }))(resource),
      ),
  },
  'identity-connection': {
    words: 'let the connection use Entra in place of a secret',
    effort: 'rebuild',
    cli: '',
    bicep: "properties: { authType: 'AAD' }",
    apply: edit(['connection'], () => ({ authType: 'AAD' })),
  },
  'unshare-connection': {
    words: 'share the connection with the projects that need it',
    effort: 'flag',
    cli: '',
    bicep: 'properties: { isSharedToAll: false }',
    apply: edit(['connection'], () => ({ isSharedToAll: false })),
  },
  'drop-identity': {
    words: 'take the identity off, or give it less',
    effort: 'role',
    cli: '',
    bicep: "identity: { type: 'None' }",
    apply: edit(
      [
        ...(['compute', 'onlineEndpoint', 'batchEndpoint', 'apimService', 'project', 'containerApp'] as const),
        ...(['containerGroup', 'webApp', 'virtualMachine', 'vmScaleSet', 'logicApp'] as const),
      ],
      () => ({
        identity: { types: [], userAssignedIds: [], userAssignedPrincipalIds: [] },
      }),
    ),
  },
  'pin-digest': {
    words: 'pin the image by digest',
    effort: 'rebuild',
    cli: '',
    bicep: "properties: { image: 'REGISTRY/REPOSITORY@sha256:DIGEST' }",
  },
  'safe-format': {
    words: 'serve the model in a format that loads no code',
    effort: 'rebuild',
    cli: '',
    bicep: '',
  },
  'pin-model': {
    words: 'pin the version of the model',
    effort: 'rebuild',
    cli: '',
    bicep: '',
  },
  'shield-agent': {
    words: 'block prompt injection in what the agent reads',
    effort: 'flag',
    cli: '',
    bicep: '',
  },
  'disable-agent': {
    words: 'let only named callers talk to the agent',
    effort: 'role',
    cli: '',
    bicep: '',
    apply: edit(['agentApplication'], () => ({ isEnabled: false })),
  },
} as const satisfies Readonly<Record<string, ChangeKind>>;
