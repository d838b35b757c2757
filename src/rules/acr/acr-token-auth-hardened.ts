import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';

export default defineRule({
  id: 'acr-token-auth-hardened',
  subject: 'containerRegistry',
  title: 'Registry of the AI stack takes tokens made for Azure Resource Manager',
  severity: 'low',
  why: 'A token that leaked from a pipeline or a tool of Azure opens the registry as well. Tokens of single repositories are not read, and not judged.',
  fix: {
    text: 'Take only tokens made for the registry.',
    cli: 'az acr config authentication-as-arm update -r NAME --status disabled',
    bicep: "properties: { policies: { azureADAuthenticationAsArmPolicy: { status: 'disabled' } } }",
  },
  references: ['https://learn.microsoft.com/azure/container-registry/container-registry-disable-authentication-as-arm'],
  controls: { mcsb: ['IM-1'] },
  defender: {
    assessments: [],
    policies: ['42781ec6-6127-4c30-bdfa-fb423a0047d3', 'ff05e24e-195c-447e-b322-5e90c9f9f366'],
    offByDefault: true,
  },
  check: (registry) =>
    registry.azureAdAuthenticationAsArm ? fail('policies.azureADAuthenticationAsArmPolicy.status is enabled') : pass,
});
