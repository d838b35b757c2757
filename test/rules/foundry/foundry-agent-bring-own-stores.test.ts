import rule from '../../../src/rules/foundry/foundry-agent-bring-own-stores';
import { safe } from '../../kit/safe';
import { testRule } from '../../kit/testRule';

const account = safe('aiAccount').id;
const project = safe('project');
const own = { id: `${project.id}/capabilityhosts/own`, parentId: project.id };
const gap = { kind: 'project', scope: account, reason: 'forbidden', permission: 'x/read', detail: '' } as const;

testRule(rule, {
  pass: [
    { name: 'own stores', subject: own },
    {
      name: 'the account has none, each project has its own',
      subject: { storageConnections: [] },
      around: [project, safe('capabilityHost', own)],
    },
  ],
  fail: [
    { name: 'no vector store', subject: { ...own, vectorStoreConnections: [] }, says: 'vectorStoreConnections empty' },
    {
      name: 'none at all, no project',
      subject: { storageConnections: [], threadStorageConnections: [] },
      says: 'storageConnections and thread',
    },
    { name: 'a project has none of its own', subject: { storageConnections: [] }, around: [project] },
    {
      name: 'public hosting',
      subject: { ...own, enablePublicHostingEnvironment: true },
      says: 'enablePublicHostingEnvironment',
    },
  ],
  notApplicable: [{ name: 'not for agents', subject: { ...own, capabilityHostKind: 'Other', storageConnections: [] } }],
  unknown: [{ name: 'projects were not read', subject: { storageConnections: [] }, gaps: [gap], says: 'x/read' }],
});
