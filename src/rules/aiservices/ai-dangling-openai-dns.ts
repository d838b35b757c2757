import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'ai-dangling-openai-dns',
  subject: 'dnsAlias',
  needs: ['aiAccount'],
  title: 'DNS name leads to an AI account that is not there',
  severity: 'medium',
  why: 'The name of an account is free again once it is purged: whoever takes it answers under your domain, and gets the prompts and keys of those who call it. An account in a subscription that was not read is not told from one that is gone: where reading was refused the rule does not judge.',
  fix: {
    text: 'Delete the record, or make the account again under its old name.',
    cli: 'az network dns record-set cname delete -g RG -z ZONE -n NAME',
  },
  references: ['https://learn.microsoft.com/azure/security/fundamentals/subdomain-takeover'],
  controls: { mcsb: ['NS-10'] },
  check: ({ targetHost }, view) => {
    const found = view.all('aiAccount').some(({ hosts }) => hosts.includes(targetHost));
    return found ? pass : fail(`CNAMERecord.cname is ${targetHost}, and no account that was read answers there`);
  },
});
