import type { ArmBody } from '../tenant';
import type { Overrides } from './body';
import { guid, merged } from './body';
import { intend } from './intent';

/** Microsoft.Security/pricings of a subscription: plan `AI` on Standard with prompt evidence unless told otherwise. */
export function pricing(
  subscriptionId: string,
  name = 'AI',
  tier: 'Standard' | 'Free' = 'Standard',
  over?: Overrides,
): ArmBody {
  const body = merged(
    {
      id: `/subscriptions/${subscriptionId}/providers/Microsoft.Security/pricings/${name}`,
      name,
      type: 'Microsoft.Security/pricings',
      properties: {
        pricingTier: tier,
        freeTrialRemainingTime: 'PT0S',
        ...(tier === 'Standard' ? { enablementTime: '2026-03-01T12:42:42.1921106Z' } : {}),
        enforce: 'False',
        inherited: 'False',
        resourcesCoverageStatus: tier === 'Standard' ? 'FullyCovered' : 'NotCovered',
        ...(name === 'AI' && tier === 'Standard'
          ? { extensions: [{ name: 'AIPromptEvidence', isEnabled: 'True' }] }
          : {}),
      },
    },
    over,
  );
  return name === 'AI' ? intend(body, { kind: 'defenderForAiPlan', plan: tier }) : body;
}

/** A recommendation of Defender for Cloud: its assessment key, name, severity and the policy behind it. */
export interface Recommendation {
  readonly key: string;
  readonly displayName: string;
  readonly policy: string;
  readonly severity: 'Low' | 'Medium' | 'High';
}

/** Keys and policies of published recommendations on AI accounts. */
export const recommendations = {
  localAuth: {
    key: '13b10b36-aa99-4db6-b00c-dcf87c4761e6',
    policy: '71ef260a-8f18-47b7-abcb-62d0673d94dc',
    severity: 'Medium',
    displayName: 'Azure AI Services resources should have key access disabled (disable local authentication)',
  },
  network: {
    key: 'f738efb8-005f-680d-3d43-b3db762d6243',
    policy: '037eea7a-bd0a-46c5-9a66-03aea78705d3',
    severity: 'Medium',
    displayName: 'Azure AI Services resources should restrict network access',
  },
  logs: {
    key: 'dea5192e-1bb3-101b-b70c-4646546f5e1e',
    policy: '1b4d1c4e-934c-4703-944c-27c82c06bebb',
    severity: 'Low',
    displayName: 'Diagnostic logs in Azure AI services resources should be enabled',
  },
} as const satisfies Record<string, Recommendation>;

/** Defender's verdict on one resource, with metadata as Resource Graph and `$expand=metadata` show it. */
export function assessment(
  target: ArmBody,
  recommendation: Recommendation,
  code: 'Healthy' | 'Unhealthy' | 'NotApplicable',
  over?: Overrides,
): ArmBody {
  const { key, displayName, policy, severity } = recommendation;
  const status = {
    code,
    firstEvaluationDate: '2026-06-02T04:10:00.0000000Z',
    statusChangeDate: '2026-11-02T04:10:00.0000000Z',
  };
  return merged(
    {
      id: `${target.id}/providers/Microsoft.Security/assessments/${key}`,
      name: key,
      type: 'Microsoft.Security/assessments',
      properties: {
        displayName,
        status: code === 'NotApplicable' ? { ...status, cause: 'Exempt', description: 'Exempted by policy' } : status,
        resourceDetails: { source: 'Azure', id: target.id },
        links: {
          azurePortalUri: `portal.azure.com/#blade/Microsoft_Azure_Security/RecommendationsBlade/assessmentKey/${key}`,
        },
        metadata: {
          displayName,
          assessmentType: 'BuiltIn',
          policyDefinitionId: `/providers/Microsoft.Authorization/policyDefinitions/${policy}`,
          description: displayName,
          remediationDescription: 'Follow the steps of the policy.',
          categories: ['IdentityAndAccess'],
          severity,
          userImpact: 'Moderate',
          implementationEffort: 'Low',
          threats: ['accountBreach'],
          preview: false,
        },
      },
    },
    over,
  );
}

/** An alert of Defender for AI on `target`. */
export function alert(
  target: ArmBody,
  alertType = 'AI.Azure_Jailbreak.ContentFiltering.BlockedAttempt',
  over?: Overrides,
): ArmBody {
  const [, , subscriptionId = '', , group = ''] = target.id.split('/');
  const name = `2517${guid(`${target.id}${alertType}`).replaceAll('-', '').slice(0, 14)}_${guid(target.id)}`;
  return merged(
    {
      id: `/subscriptions/${subscriptionId}/resourceGroups/${group}/providers/Microsoft.Security/locations/westeurope/alerts/${name}`,
      name,
      type: 'Microsoft.Security/Locations/alerts',
      properties: {
        version: '2022-01-01',
        alertType,
        systemAlertId: name,
        productName: 'Microsoft Defender for Cloud',
        productComponentName: 'AI',
        alertDisplayName: 'A jailbreak attempt was blocked by content filtering',
        description: 'Someone tried to make the model ignore its instructions.',
        severity: 'Medium',
        intent: 'PrivilegeEscalation',
        status: 'Active',
        isIncident: false,
        vendorName: 'Microsoft',
        startTimeUtc: '2026-11-20T09:00:00.0000000Z',
        endTimeUtc: '2026-11-20T09:05:00.0000000Z',
        timeGeneratedUtc: '2026-11-20T09:06:00.0000000Z',
        processingEndTimeUtc: '2026-11-20T09:06:10.0000000Z',
        compromisedEntity: target.id,
        remediationSteps: ['Look at the prompts of that hour.'],
        resourceIdentifiers: [{ type: 'AzureResource', azureResourceId: target.id }],
        entities: [],
        techniques: ['T0054'],
        subTechniques: [],
        supportingEvidence: {},
        extendedProperties: {},
        extendedLinks: [],
      },
    },
    over,
  );
}

/** An attack path of Defender CSPM, as Resource Graph shows it. */
export function attackPath(
  target: ArmBody,
  displayName = 'Internet exposed AI account can be read by a leaked key',
): ArmBody {
  const subscriptionId = target.id.split('/')[2] ?? '';
  const name = guid(`${target.id}${displayName}`);
  return {
    id: `/subscriptions/${subscriptionId}/providers/Microsoft.Security/attackPaths/${name}`,
    name,
    type: 'Microsoft.Security/attackPaths',
    properties: {
      displayName,
      description: displayName,
      attackPathType: 'InternetExposure',
      riskLevel: 'High',
      riskFactors: ['Internet exposure'],
      graphComponent: { entities: [{ entityName: target.name, entityType: target.type, entityId: target.id }] },
    },
  };
}

/** The catalogue's entry of a recommendation (2021-06-01), for the whole tenant. */
export const assessmentMetadata = ({ key, displayName, policy, severity }: Recommendation): ArmBody => ({
  id: `/providers/Microsoft.Security/assessmentMetadata/${key}`,
  name: key,
  type: 'Microsoft.Security/assessmentMetadata',
  properties: {
    displayName,
    policyDefinitionId: `/providers/Microsoft.Authorization/policyDefinitions/${policy}`,
    severity,
    assessmentType: 'BuiltIn',
  },
});
