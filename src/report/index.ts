export { renderCardText } from './cardText';
export { renderJson } from './json';
export { renderMarkdown } from './markdown';
export { renderDrift, renderTable } from './terminal';
export { renderTeamsCard } from './teamsCard';
export type { Links, ReportInput } from './words';
