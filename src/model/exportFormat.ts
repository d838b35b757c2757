/** Forms in which a run leaves the tool, in the order in which they are offered. */
export const exportFormats = ['json', 'sarif', 'ocsf', 'cyclonedx', 'csv', 'junit', 'md'] as const;

export type ExportFormat = (typeof exportFormats)[number];

export const isExportFormat = (text: string): text is ExportFormat =>
  (exportFormats as readonly string[]).includes(text);
