import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';
import { aiApisLeadingTo, gatewayKinds } from '../aiGateway';
import { isAiHost } from '../../model/aiHosts';

export default defineRule({
  id: 'apim-backend-cert-validation',
  subject: 'apimBackend',
  needs: [...gatewayKinds],
  title: 'AI gateway does not check who it talks to',
  severity: 'medium',
  why: 'With certificate checks off, whoever stands between the gateway and the model reads and changes every prompt.',
  fix: {
    text: 'Validate chain and name of the certificate.',
    bicep: 'properties: { tls: { validateCertificateChain: true, validateCertificateName: true } }',
  },
  references: ['https://learn.microsoft.com/azure/api-management/backends'],
  controls: { mcsb: ['IM-4'] },
  defender: {
    assessments: [],
    policies: ['92bb331d-ac71-416a-8c91-02f2cb734ce4'],
    names: ['API Management calls to API backends should not bypass certificate thumbprint or name validation'],
  },
  check: (backend, view) => {
    if (!isAiHost(backend.host) && aiApisLeadingTo(backend, view).length === 0)
      return notApplicable('no AI API leads to this backend');
    const off = (['validateCertificateChain', 'validateCertificateName'] as const).filter((flag) => !backend[flag]);
    return off.length === 0 ? pass : fail(off.map((flag) => `tls.${flag} is false`).join(', '));
  },
});
