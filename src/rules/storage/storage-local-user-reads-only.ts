import { fail, pass } from '../../model/rule';
import { defineRule } from '../defineRule';

/** Letters of `permissions` that change something: write, create, delete, and the two that change owner and access list. */
const changing = /[wcdop]/;

export default defineRule({
  id: 'storage-local-user-reads-only',
  subject: 'storageLocalUser',
  title: 'A local user may change the data of the models over SFTP',
  severity: 'medium',
  why: 'A local user is known to the account alone: no Entra ID, no Conditional Access, no role to review. Whoever has its key or password writes into what the models learn from.',
  fix: {
    text: 'Let the partner write to a container of its own and copy from there after a check, or take the user away.',
    cli: 'az storage account local-user update --account-name NAME -g RG -n USER --permission-scope permissions=rl service=blob resource-name=CONTAINER',
  },
  references: ['https://learn.microsoft.com/azure/storage/blobs/secure-file-transfer-protocol-support'],
  controls: {
    mcsb: ['IM-1', 'PA-7'],
    owaspLlm2025: ['LLM04'],
    owaspLlm2026: ['LLM05'],
    owaspAgentic2026: ['ASI03'],
    atlas: ['AML.T0020'],
  },
  check: ({ scopes }) => {
    const writable = scopes.filter(({ permissions }) => changing.test(permissions));
    const told = writable.map(({ container, permissions }) => `${permissions} on ${container}`);
    return told.length > 0 ? fail(`permissionScopes give ${told.join(', ')}`) : pass;
  },
});
