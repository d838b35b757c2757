import rules from '../../src/rules';
import { corpus } from './corpus';
import { printed } from './figures';
import { judge } from './judge';

const judged = corpus.flatMap(judge);
const wrong = judged.filter(({ wanted, got }) => wanted !== got);
process.stdout.write(printed(judged, rules, corpus.length));
for (const { ruleId, entry, wanted, got, evidence } of wrong)
  process.stdout.write(`WRONG ${ruleId} | ${entry} | ${wanted}, not ${got} ${evidence}\n`);
process.exitCode = wrong.length > 0 ? 1 : 0;
