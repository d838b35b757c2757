import rule from '../../../src/rules/apim/apim-managed-identity';
import { testRule } from '../../kit/testRule';
import { safe } from '../../kit/safe';
import { aiApi, fragment, gateId, plainApi, policy, unread } from './gate';

const none = { identity: { types: [], userAssignedIds: [], userAssignedPrincipalIds: [] } } as const;
const backend = (name: string, changes: Parameters<typeof safe<'apimBackend'>>[1] = {}) =>
  safe('apimBackend', { id: `${gateId}/backends/${name}`, ...changes });

testRule(rule, {
  pass: [{ name: 'has one', around: [aiApi()] }],
  fail: [
    { name: 'has none', around: [aiApi()], subject: none, says: 'identity.type is None' },
    { name: 'an MCP server counts', around: [plainApi({ apiType: 'mcp' })], subject: none },
    { name: 'a policy for models counts', around: [plainApi(), policy({ modelPolicy: 'sometimes' })], subject: none },
    {
      name: 'a policy that leads to a model counts',
      around: [plainApi(), policy({}, { backendHosts: ['api.openai.com'] })],
      subject: none,
    },
    {
      name: 'a backend behind a pool counts',
      around: [
        plainApi(),
        policy({}, { backendNames: ['pool'] }),
        backend('pool', { host: '', members: ['east'] }),
        backend('east'),
      ],
      subject: none,
    },
    {
      name: 'a fragment counts',
      around: [
        plainApi(),
        policy({}, { fragments: [{ name: 'limits', presence: 'always' }] }),
        fragment({ modelPolicy: 'always' }),
      ],
      subject: none,
    },
  ],
  notApplicable: [
    { name: 'no API', says: 'no API' },
    { name: 'APIs that lead elsewhere', around: [plainApi()] },
  ],
  unknown: [
    { name: 'APIs were not read', gaps: [unread('apimApi', gateId)], says: 'x/read' },
    {
      name: 'the policy of the only API was not read',
      around: [plainApi()],
      gaps: [unread('apimPolicy', plainApi().id)],
    },
  ],
});
