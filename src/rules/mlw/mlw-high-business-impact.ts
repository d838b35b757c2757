import { defineRule } from '../defineRule';
import { fail, pass } from '../../model/rule';
import { judgedOnHub } from './hubScope';

export default defineRule({
  id: 'mlw-high-business-impact',
  subject: 'mlWorkspace',
  title: 'ML workspace is not declared to hold data of high impact',
  severity: 'low',
  why: 'Only with the declaration does Microsoft collect less diagnostic data and encrypt the scratch disks of clusters. It is set when the workspace is made: switch this rule off where no workspace holds sensitive data.',
  fix: {
    text: 'Make the workspace anew with the declaration.',
    cli: 'az ml workspace create -g RG --file workspace.yml',
    bicep: 'properties: { hbiWorkspace: true }',
  },
  references: ['https://learn.microsoft.com/azure/machine-learning/concept-data-encryption'],
  controls: { mcsb: ['DP-2'], owaspLlm2025: ['LLM02'], owaspLlm2026: ['LLM02'] },
  check: (workspace) => judgedOnHub(workspace) ?? (workspace.hbiWorkspace ? pass : fail('hbiWorkspace is false')),
});
