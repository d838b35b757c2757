export { renderAbilityRoles, renderAbilityRolesMarkdown, renderAccess, renderAccessMarkdown } from './access';
export { renderCardText } from './cardText';
export { renderFramework, renderFrameworkMarkdown, toFrameworkJson } from './framework';
export { renderJson } from './json';
export { renderMarkdown } from './markdown';
export { renderOutputHandling, renderOutputHandlingMarkdown } from './outputTable';
export { renderDrift, renderTable } from './terminal';
export { renderTeamsCard } from './teamsCard';
export type { Links, ReportInput } from './words';
