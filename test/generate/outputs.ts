import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import rules from '../../src/rules';
import { frameworks } from '../../src/rules/frameworks';
import { renderAuditorRole } from './auditorRole';
import { renderFrameworkPage } from './frameworkPage';
import { renderPolicySchema } from './policySchema';
import {
  renderCounts,
  renderOptIns,
  renderExitCodes,
  renderPermissions,
  renderPolicy,
  renderReadme,
  renderRules,
  renderSettings,
} from './readme';
import { folderOfFile, ruleFiles } from './ruleIndex';
import { rulePages } from './rulePages';

/** A generated file, by its path below the root. */
export interface Output {
  readonly file: string;
  readonly text: string;
}

/** Everything generated from the code beside the rule index, which must be written before this module is loaded. */
export function outputs(root: string): readonly Output[] {
  const read = (file: string): string => readFileSync(join(root, file), 'utf8');
  const folders = new Map(ruleFiles(root).map(folderOfFile));
  const parts = {
    counts: renderCounts(rules),
    settings: renderSettings(),
    policy: renderPolicy(),
    exitCodes: renderExitCodes(),
    permissions: renderPermissions(),
    optIns: renderOptIns(),
    rules: renderRules(rules, folders),
  };
  return [
    { file: 'infra/auditor-role.json', text: renderAuditorRole(read('infra/auditor-role.json')) },
    { file: 'README.md', text: renderReadme(read('README.md'), parts) },
    { file: 'src/rules/policy.schema.json', text: renderPolicySchema() },
    { file: 'src/rules/frameworks/README.md', text: renderFrameworkPage(frameworks, rules) },
    ...rulePages(rules, folders),
  ];
}
