import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import rules from '../../src/rules';
import { renderAuditorRole } from './auditorRole';
import {
  renderCounts,
  renderExitCodes,
  renderPermissions,
  renderPolicy,
  renderReadme,
  renderRules,
  renderSettings,
} from './readme';
import { folderOfFile, ruleFiles } from './ruleIndex';

/** A generated file, by its path below the root. */
export interface Output {
  readonly file: string;
  readonly text: string;
}

/** Everything generated from the code beside the rule index, which must be written before this module is loaded. */
export function outputs(root: string): readonly Output[] {
  const read = (file: string): string => readFileSync(join(root, file), 'utf8');
  const parts = {
    counts: renderCounts(rules),
    settings: renderSettings(),
    policy: renderPolicy(),
    exitCodes: renderExitCodes(),
    permissions: renderPermissions(),
    rules: renderRules(rules, new Map(ruleFiles(root).map(folderOfFile))),
  };
  return [
    { file: 'infra/auditor-role.json', text: renderAuditorRole(read('infra/auditor-role.json')) },
    { file: 'README.md', text: renderReadme(read('README.md'), parts) },
  ];
}
