import { isOwnPath } from '../../model/dataUse';
import { fail, notApplicable, pass } from '../../model/rule';
import { defineRule } from '../defineRule';

export default defineRule({
  id: 'mldataasset-own-path',
  subject: 'dataAsset',
  title: 'Version of a data asset points at a path that goes on changing',
  severity: 'low',
  why: 'A version is a name for a path, not a copy: whoever writes there changes what the next training under the same version learns.',
  fix: {
    text: 'Register the data by upload, which puts it below a digest of its content, or copy each version to a path of its own.',
    cli: 'az ml data create -g RG -w WORKSPACE --name NAME --type uri_folder --path ./local',
  },
  references: ['https://learn.microsoft.com/azure/machine-learning/how-to-create-data-assets'],
  controls: {
    mcsb: ['AM-3'],
    owaspLlm2025: ['LLM04'],
    owaspLlm2026: ['LLM05'],
    atlas: ['AML.T0020'],
  },
  check: ({ isArchived, parentId = '', path }) => {
    if (isArchived) return notApplicable('isArchived is true');
    if (parentId.includes('/registries/')) return notApplicable('a registry keeps a copy of its own');
    return isOwnPath(path) ? pass : fail(`dataUri is ${path || 'not stated'}`);
  },
});
