/** How bad a fault is, worst first. */
export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'info';
export const severities = ['critical', 'high', 'medium', 'low', 'info'] as const satisfies readonly Severity[];
