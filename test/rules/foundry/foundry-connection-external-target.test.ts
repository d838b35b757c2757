import rule from '../../../src/rules/foundry/foundry-connection-external-target';
import { testRule } from '../../kit/testRule';

const policy = { allowedConnectionHosts: ['mcp.contoso.example', '.halden.example'] };
const tool = (targetHost: string, targetScheme = 'https') => ({
  subject: { category: 'RemoteTool', targetHost, targetScheme },
});

testRule(rule, {
  pass: [
    { name: 'a listed host', policy, ...tool('mcp.contoso.example') },
    { name: 'a host below a listed domain', policy, ...tool('a.halden.example') },
  ],
  fail: [
    { name: 'another host', policy, ...tool('mcp.evil.example'), says: 'target host is mcp.evil.example' },
    { name: 'a host below one that is listed alone', policy, ...tool('x.mcp.contoso.example') },
    { name: 'a host that only ends alike', policy, ...tool('evilhalden.example') },
    { name: 'a category nobody knows', policy, subject: { category: 'Oracle9', targetHost: 'x.example' } },
    {
      name: 'plain http, listed or not',
      policy,
      ...tool('mcp.contoso.example', 'http'),
      says: 'http://mcp.contoso.example',
    },
    { name: 'plain http with no list', ...tool('mcp.contoso.example', 'HTTP') },
  ],
  notApplicable: [
    { name: 'the policy file gives no list', ...tool('mcp.evil.example'), says: 'allowedConnectionHosts' },
    { name: 'a service of Azure, in odd casing', policy, subject: { category: 'azureopenai' } },
    { name: 'of an ML workspace', policy, subject: { owner: 'workspace', category: 'Serp', targetHost: 'x.example' } },
  ],
  unknown: [{ name: 'no host is stated', policy, ...tool('', ''), says: 'states no host' }],
});
