import { runOf } from './api';
import { world } from './app';
import { exportInputOf } from './exportInput';
import { exportFormats, isExportFormat } from './model/exportFormat';
import { Refusal } from './problem';
import { renderExport, type Exported } from './report';

/** A kept run as a file in one of the export formats. @throws Refusal for a format that is none, or a run that is not there */
export async function showRunExport(id: string, format: string | null): Promise<Exported> {
  if (format === null || !isExportFormat(format))
    throw new Refusal(400, 'Bad request', `'format' must be one of ${exportFormats.join(', ')}.`);
  const run = await runOf(id);
  const open = await world();
  const header = await open.store.header(run.id);
  if (!header) throw new Refusal(404, 'No such run', `There is no run '${id}'. GET /api/runs lists them.`);
  const titles = new Map(open.rules.map((rule) => [rule.id, rule.title]));
  const report = { header: { ...header, summary: run.summary, drift: run.drift }, last: undefined, titles };
  return renderExport(format, run, exportInputOf(open), report);
}
