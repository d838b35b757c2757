import { judge } from './judge';
import { trifecta, trifectas } from './agents';

const judged = trifectas.flatMap(judge).filter(({ ruleId }) => ruleId === trifecta);
const count = (wanted: string, got: string): number =>
  judged.filter((one) => one.wanted === wanted && one.got === got).length;

it('tells which tool sets have private data, text of strangers and a way out', () => {
  const hits = count('fail', 'fail');
  const told = judged.filter(({ got }) => got === 'fail').length;
  const wanted = judged.filter((one) => one.wanted === 'fail').length;
  const unknowns = judged.filter(({ got }) => got === 'unknown').length;
  console.log(
    `lethal trifecta, n = ${judged.length} tool sets: precision ${(hits / told).toFixed(2)} (${hits}/${told}), recall ${(hits / wanted).toFixed(2)} (${hits}/${wanted}), unknown ${unknowns} (labelled ${judged.filter((one) => one.wanted === 'unknown').length})`,
  );
  expect(judged.length).toBeGreaterThanOrEqual(40);
  expect(judged.filter((one) => one.got !== one.wanted)).toEqual([]);
});
