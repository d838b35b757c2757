import type { ExportInput } from './report';
import type { World } from './world';
import { version } from '../package.json';

/** What exports explain findings with: the rules of today, and this version. */
export const exportInputOf = ({ rules }: World): ExportInput => ({
  rules: new Map(rules.map((rule) => [rule.id, rule])),
  version,
});
