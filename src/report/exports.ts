import type { ExportFormat } from '../model/exportFormat';
import type { Run } from '../model/run';
import { renderCsv } from './csv';
import { renderCycloneDx } from './cyclonedx';
import type { ExportInput } from './exportParts';
import { renderJson } from './json';
import { renderJunit } from './junit';
import { renderMarkdown } from './markdown';
import { renderOcsf } from './ocsf';
import { renderSarif } from './sarif';
import type { ReportInput } from './words';

interface Form {
  /** Media type, as registered where one is. */
  readonly type: string;
  /** End of a file name. */
  readonly ending: string;
  readonly render: (run: Run, input: ExportInput, report: ReportInput) => string;
}

const forms: Readonly<Record<ExportFormat, Form>> = {
  json: { type: 'application/json; charset=utf-8', ending: 'json', render: renderJson },
  sarif: { type: 'application/sarif+json', ending: 'sarif', render: renderSarif },
  ocsf: { type: 'application/x-ndjson', ending: 'ocsf.ndjson', render: renderOcsf },
  cyclonedx: { type: 'application/vnd.cyclonedx+json; version=1.6', ending: 'cdx.json', render: renderCycloneDx },
  csv: { type: 'text/csv; charset=utf-8; header=present', ending: 'csv', render: renderCsv },
  junit: { type: 'application/xml; charset=utf-8', ending: 'junit.xml', render: renderJunit },
  md: { type: 'text/markdown; charset=utf-8', ending: 'md', render: (run, _, report) => renderMarkdown(run, report) },
};

export interface Exported {
  readonly type: string;
  /** Name for a file: letters, digits, dots and hyphens alone. */
  readonly fileName: string;
  readonly text: string;
}

/** The run in one of its forms. */
export function renderExport(format: ExportFormat, run: Run, input: ExportInput, report: ReportInput): Exported {
  const { type, ending, render } = forms[format];
  const id = run.id.replace(/[^A-Za-z0-9-]+/g, '-').slice(0, 80);
  return { type, fileName: `aispm-${id}.${ending}`, text: render(run, input, report) };
}
