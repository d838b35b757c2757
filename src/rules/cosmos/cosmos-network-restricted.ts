import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';
import { broadRange } from '../../model/ipRanges';
import { perimeterUnread } from '../unreadPerimeter';

/** The address by which the firewall of Cosmos DB means every datacenter of Azure, other customers included. */
const allOfAzure = '0.0.0.0';

export default defineRule({
  id: 'cosmos-network-restricted',
  subject: 'cosmosAccount',
  title: 'Cosmos account of the AI stack answers from any network',
  severity: 'high',
  why: 'Threads and memory of agents can be read from anywhere with one key. A rule as wide as /8 is open in fact, and 0.0.0.0 lets in all of Azure.',
  fix: {
    text: 'Turn the public network off, or name the addresses and subnets that need the account.',
    cli: 'az cosmosdb update -g RG -n NAME --public-network-access Disabled',
    bicep: "properties: { publicNetworkAccess: 'Disabled' }",
  },
  references: [
    'https://learn.microsoft.com/azure/cosmos-db/how-to-configure-firewall',
    'https://learn.microsoft.com/azure/cosmos-db/how-to-configure-vnet-service-endpoint',
  ],
  controls: {
    mcsb: ['NS-2'],
    owaspLlm2025: ['LLM02', 'LLM08'],
    owaspLlm2026: ['LLM02', 'LLM09'],
    owaspAgentic2026: ['ASI06'],
  },
  defender: {
    assessments: ['334a182c-7c2c-41bc-ae1e-55327891ab50', '276b1952-c364-852b-11e5-657f0fa34dc6'],
    policies: ['797b37f7-06b8-444c-b1ad-fc62867f335a', '862e97cf-49fc-4a5c-9de4-40d4e2e7c8eb'],
    names: [
      'Azure Cosmos DB should disable public network access',
      'Azure Cosmos DB accounts should have firewall rules',
    ],
    differs: 'Microsoft passes an account with any IP rule, however wide.',
  },
  check: (cosmos, view) => {
    const { publicNetworkAccess, ipRules } = cosmos.network;
    if (publicNetworkAccess === 'Disabled') return pass;
    if (publicNetworkAccess === 'SecuredByPerimeter') return perimeterUnread(cosmos, view);
    if (publicNetworkAccess === 'Unrecognised') return fail('publicNetworkAccess has an unknown value');
    if (ipRules.length === 0 && !cosmos.virtualNetworkFilterEnabled)
      return fail(
        `publicNetworkAccess is ${publicNetworkAccess}, ipRules are empty and isVirtualNetworkFilterEnabled is false`,
      );
    const broad = ipRules.includes(allOfAzure) ? allOfAzure : broadRange(ipRules);
    return broad === undefined ? pass : fail(`ipRules let in ${broad}`);
  },
});
