import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';

/** Hosts where anybody can leave or fetch a file: naming one lets data out to everybody. Not a complete list. */
const anybodysHosts = [
  'pastebin.com',
  'dropbox.com',
  'drive.google.com',
  'docs.google.com',
  'storage.googleapis.com',
  's3.amazonaws.com',
  'raw.githubusercontent.com',
  'gist.github.com',
  'transfer.sh',
  'mega.nz',
  'wetransfer.com',
  'webhook.site',
  'ngrok.io',
  'blob.core.windows.net',
];
const isBroad = (fqdn: string): boolean => {
  const host = fqdn.trim().toLowerCase();
  return host.includes('*') || anybodysHosts.some((open) => host === open || host === `www.${open}`);
};

export default defineRule({
  id: 'aiservices-wildcard-fqdn-allowlist',
  subject: 'aiAccount',
  title: 'AI account may send to hosts that belong to anybody',
  severity: 'medium',
  why: 'A wildcard or a public file-sharing host in the allow list undoes the loss prevention that the list is there for.',
  fix: {
    text: 'Name the exact hosts of your own that the account has to reach.',
    cli: 'az resource update --ids ACCOUNT_ID --set properties.allowedFqdnList="[\'contoso.example\']"',
    bicep: "properties: { allowedFqdnList: [ 'contoso.example' ] }",
  },
  references: ['https://learn.microsoft.com/azure/ai-services/cognitive-services-data-loss-prevention'],
  controls: { mcsb: ['DP-2'], owaspLlm2025: ['LLM02'], owaspLlm2026: ['LLM02'], atlas: ['AML.T0025'] },
  check: ({ restrictOutboundNetworkAccess, allowedFqdnList }) => {
    if (!restrictOutboundNetworkAccess)
      return notApplicable('restrictOutboundNetworkAccess is false: the list does not count');
    const broad = allowedFqdnList.filter(isBroad);
    return broad.length ? fail(`allowedFqdnList holds ${broad.join(', ')}`) : pass;
  },
});
