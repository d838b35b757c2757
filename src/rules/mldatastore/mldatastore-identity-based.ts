import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'mldatastore-identity-based',
  subject: 'datastore',
  title: 'Datastore keeps a credential',
  severity: 'high',
  why: 'The key, signature or client secret can be listed by everyone who runs jobs, and opens the data past all roles.',
  fix: {
    text: 'Give the identities a data role on the storage and make the datastore anew without credentials.',
    cli: 'az ml datastore create -g RG -w WORKSPACE --file datastore.yml',
    bicep: "properties: { credentials: { credentialsType: 'None' } }",
  },
  references: [
    'https://learn.microsoft.com/azure/machine-learning/how-to-datastore',
    'https://learn.microsoft.com/azure/machine-learning/how-to-identity-based-service-authentication',
  ],
  controls: {
    mcsb: ['IM-1', 'IM-3'],
    owaspLlm2025: ['LLM02', 'LLM04'],
    owaspLlm2026: ['LLM02', 'LLM05'],
    owaspAgentic2026: ['ASI03'],
    atlas: ['AML.T0055'],
  },
  defender: {
    assessments: [],
    policies: [],
    names: ['Microsoft Entra ID should be used when connecting to data stores on Microsoft Foundry project'],
    differs: 'Microsoft judges datastores of Foundry projects only.',
  },
  check: ({ credentialsType }) =>
    credentialsType.toLowerCase() === 'none'
      ? pass
      : fail(`credentials.credentialsType is ${credentialsType || 'not stated'}`),
});
