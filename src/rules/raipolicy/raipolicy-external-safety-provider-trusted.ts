import type { RaiExternalSafetyProvider } from '../../model/ai';
import { fail, pass, type Verdict } from '../../model/rule';
import { defineRule } from '../defineRule';

/** An entry with a leading dot allows every host below it. */
const isAllowed = (host: string, allowed: readonly string[]): boolean =>
  allowed.map((one) => one.toLowerCase()).some((one) => (one.startsWith('.') ? host.endsWith(one) : host === one));

function secretVerdict({ hasSecret, hasKeyVault, hasManagedIdentity }: RaiExternalSafetyProvider): Verdict {
  if (!hasSecret) return pass;
  if (!hasKeyVault) return fail('secretName is set and keyVaultUri is not');
  return hasManagedIdentity ? pass : fail('secretName is set and managedIdentity is not');
}

export default defineRule({
  id: 'raipolicy-external-safety-provider-trusted',
  subject: 'raiExternalSafetyProvider',
  title: 'Prompts are sent to a safety provider that is not secured',
  severity: 'medium',
  why: 'The provider is sent every prompt and decides what passes: over plain http, with a secret outside a vault or at a host nobody approved, both leak and can be forged.',
  fix: {
    text: 'Use https, keep the secret in Key Vault and read it with a managed identity; list the host in allowedConnectionHosts.',
    cli: 'az rest --method get --url "PROVIDER_ID?api-version=2025-12-01"',
    bicep:
      "properties: { url: 'https://HOST/', secretName: 'NAME', keyVaultUri: 'https://VAULT.vault.azure.net/', managedIdentity: IDENTITY_ID }",
  },
  references: ['https://learn.microsoft.com/azure/templates/microsoft.cognitiveservices/raiexternalsafetyproviders'],
  controls: {
    mcsb: ['AI-2', 'DP-2'],
    owaspLlm2025: ['LLM02', 'LLM03'],
    owaspLlm2026: ['LLM02', 'LLM04'],
    owaspAgentic2026: ['ASI04'],
    atlas: ['AML.T0025'],
  },
  check: (provider, view) => {
    const { urlHost, urlScheme } = provider;
    const allowed = view.policy.allowedConnectionHosts;
    if (urlHost === '') return view.doubt(provider, 'url', 'Azure does not state it');
    if (urlScheme !== 'https') return fail(`url is ${urlScheme || 'no scheme'}://${urlHost}`);
    if (allowed.length > 0 && !isAllowed(urlHost, allowed)) return fail(`url host is ${urlHost}`);
    return secretVerdict(provider);
  },
});
