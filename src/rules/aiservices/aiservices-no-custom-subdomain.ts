import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'aiservices-no-custom-subdomain',
  subject: 'aiAccount',
  title: 'AI account answers on the regional host only',
  severity: 'medium',
  why: 'Entra tokens and private endpoints need a custom subdomain: on the regional host keys are the only way in.',
  fix: {
    text: 'Set a custom subdomain; it cannot be changed later, and the regional host stops serving the account.',
    cli: 'az cognitiveservices account update -g RG -n NAME --custom-domain SUBDOMAIN',
    bicep: "properties: { customSubDomainName: 'contoso-ai' }",
  },
  references: ['https://learn.microsoft.com/azure/ai-services/cognitive-services-custom-subdomains'],
  controls: { mcsb: ['IM-1'] },
  check: (account) => (account.customSubDomainName ? pass : fail('customSubDomainName is not set')),
});
