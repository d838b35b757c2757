import { defineRule } from '../defineRule';
import { pass } from '../../model/rule';
import { planVerdict } from '../subscription/defenderPlan';

export default defineRule({
  id: 'acr-image-trust-and-scan',
  subject: 'containerRegistry',
  needs: ['defenderPlan'],
  title: 'Nobody scans the images of the AI stack',
  severity: 'medium',
  why: 'Training jobs and endpoints run images with known holes. Defender for Containers scans them, or a quarantine, still in preview, hands them out only after something has: either is enough. Content trust is not asked for: Microsoft ends it on 31 March 2028, and signatures by Notation are not told by the control plane.',
  fix: {
    text: 'Turn on Defender for Containers for the subscription of the registry.',
    cli: 'az security pricing create -n Containers --tier Standard',
    bicep:
      "resource p 'Microsoft.Security/pricings@2024-01-01' = { name: 'Containers', properties: { pricingTier: 'Standard' } }",
  },
  references: [
    'https://learn.microsoft.com/azure/defender-for-cloud/defender-for-containers-introduction',
    'https://learn.microsoft.com/azure/container-registry/container-registry-content-trust-deprecation',
  ],
  controls: {
    mcsb: ['PV-5', 'DS-6'],
    owaspLlm2025: ['LLM03'],
    owaspLlm2026: ['LLM04'],
    owaspAgentic2026: ['ASI04'],
    atlas: ['AML.T0010.004'],
  },
  check: (registry, view) => {
    if (registry.quarantineEnabled) return pass;
    const subscription = { id: `/subscriptions/${registry.subscriptionId}` };
    return view.children(subscription, 'defenderPlan').length > 0
      ? planVerdict(subscription, view, 'Containers')
      : view.doubt(registry, 'pricings', 'plans of the subscription of the registry are not among what was read');
  },
});
