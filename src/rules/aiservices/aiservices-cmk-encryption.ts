import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';

/** Kinds that keep no customer data at rest, from the list of kinds that Microsoft's policy 67121cc7 leaves out, without AIServices. */
const storesNothing = new Set(
  [
    'CognitiveServices',
    'ContentSafety',
    'ImmersiveReader',
    'HealthInsights',
    'LUIS',
    'LUIS.Authoring',
    'QnAMaker',
    'QnAMaker.V2',
    'MetricsAdvisor',
    'SpeechTranslation',
    'Internal.AllInOne',
    'ConversationalLanguageUnderstanding',
    'knowledge',
    'TranscriptionIntelligence',
    'HealthDecisionSupport',
  ].map((kind) => kind.toLowerCase()),
);

export default defineRule({
  id: 'aiservices-cmk-encryption',
  subject: 'aiAccount',
  title: 'AI account data is encrypted with a key of Microsoft only',
  severity: 'low',
  why: 'Training files, fine-tuned weights and stored completions stay readable until Microsoft rotates; a key of your own can be revoked.',
  fix: {
    text: 'Encrypt with a key in a vault that has purge protection, read by the identity of the account.',
    cli: 'az cognitiveservices account update -g RG -n NAME --encryption \'{"keySource":"Microsoft.KeyVault","keyVaultProperties":{"keyName":"KEY","keyVaultUri":"URI"}}\'',
    bicep:
      "properties: { encryption: { keySource: 'Microsoft.KeyVault', keyVaultProperties: { keyName: 'k', keyVaultUri: uri } } }",
  },
  references: ['https://learn.microsoft.com/azure/ai-services/openai/encrypt-data-at-rest'],
  controls: { mcsb: ['DP-5'], atlas: ['AML.T0036'], cis4: ['2.1.1.2.1'] },
  defender: {
    assessments: ['18bf29b3-a844-e170-2826-4e95d0ba4dc9'],
    policies: ['67121cc7-ff39-4ab8-b7e3-95b84dab487d'],
    offByDefault: true,
    differs: 'Microsoft leaves out accounts of kind AIServices by default, though they do store data.',
  },
  check: (account) => {
    if (storesNothing.has(account.accountKind.toLowerCase()))
      return notApplicable(`kind ${account.accountKind} stores nothing`);
    return account.customerManagedKey ? pass : fail('encryption.keyVaultProperties is absent');
  },
});
