import rule from '../../../src/rules/apim/apim-backend-cert-validation';
import { testRule } from '../../kit/testRule';
import { aiApi, gateId, plainApi, unread } from './gate';

testRule(rule, {
  pass: [{ name: 'validates' }],
  fail: [
    {
      name: 'not the chain',
      subject: { validateCertificateChain: false },
      says: 'tls.validateCertificateChain is false',
    },
    { name: 'not the name', subject: { validateCertificateName: false }, says: 'tls.validateCertificateName is false' },
    {
      name: 'of an MCP server',
      around: [plainApi({ apiType: 'mcp', backendNames: ['models'] })],
      subject: { host: 'tools.example', validateCertificateName: false },
    },
  ],
  notApplicable: [
    {
      name: 'no AI API leads to it',
      around: [aiApi()],
      subject: { host: 'a.example', validateCertificateChain: false },
    },
  ],
  unknown: [{ name: 'APIs were not read', gaps: [unread('apimApi', gateId)], subject: { host: 'a.example' } }],
});
