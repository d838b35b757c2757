import { defineRule } from '../defineRule';
import { fail, notApplicable, pass } from '../../model/rule';
import type { Assessment } from '../../model/governance';
import { oncePer } from '../../model/oncePer';

/** Id of the workspace that holds what has this id. */
const workspaceOf = (id: string): string => id.split('/').slice(0, 9).join('/');

/** Microsoft publishes no key for this recommendation: only its name tells it. */
const onModels = oncePer((assessments: readonly Assessment[]) =>
  Map.groupBy(
    assessments.filter(({ displayName }) => /security findings should be resolved on ai models/i.test(displayName)),
    ({ resourceId }) => workspaceOf(resourceId),
  ),
);

export default defineRule({
  id: 'mlmodel-security-findings-resolved',
  subject: 'mlWorkspace',
  needs: ['assessment', 'modelVersion'],
  title: 'Defender found danger in models of the workspace',
  severity: 'high',
  why: 'Malware or code hidden in a model file runs with the identity of whoever loads it. No assessment means the scan is off, not that models are clean.',
  fix: { text: 'Open the recommendation in Defender for Cloud, quarantine the model, and find who uploaded it.' },
  references: ['https://learn.microsoft.com/azure/defender-for-cloud/ai-model-security'],
  controls: {
    mcsb: ['AI-1', 'DS-2'],
    owaspLlm2025: ['LLM03', 'LLM04'],
    owaspLlm2026: ['LLM04', 'LLM05'],
    owaspAgentic2026: ['ASI04'],
    atlas: ['AML.T0010.003', 'AML.T0018.002', 'AML.T0011.000'],
  },
  defender: {
    assessments: [],
    policies: [],
    names: ['Security findings should be resolved on AI models within Azure Machine Learning resources'],
  },
  check: (workspace, view) => {
    const found = onModels(view.all('assessment')).get(workspace.id) ?? [];
    const open = found.filter(({ code }) => code === 'Unhealthy').length;
    if (open > 0) return fail(`assessments on AI models: ${open} with status.code Unhealthy`);
    if (found.some(({ code }) => code === 'Healthy')) return pass;
    if (view.children(workspace, 'modelVersion').length === 0) return notApplicable('there is no model');
    return view.doubt(workspace, 'assessments', 'Defender states none on AI models: its scan of models may be off');
  },
});
