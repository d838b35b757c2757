import type { Rank } from '../model/path';
import type { Severity } from '../model/severity';

/** Half-lives of an attacker's patience: how fast exploitability falls with cost, per thousand milli-nats. */
const decay = 0.35;

/**
 * Exploitability from the cost of a path, impact of its target, and reach from how many other targets of weight stand one step away.
 * All in hundredths; the score is from 0 to 100.
 */
export function rankOf(cost: number, impact: number, others: number): Rank {
  const exploitability = Math.max(5, Math.round(100 * Math.exp((-decay * cost) / 1000)));
  const reach = Math.min(150, 100 + 10 * Math.floor(Math.log2(1 + others)));
  return { cost, exploitability, impact, reach, score: Math.floor((exploitability * impact * reach) / 15_000) };
}

/** What a score is called; a path that is not proven is medium at most. */
export function severityOf(score: number, possible: boolean): Severity {
  const least: readonly (readonly [Severity, number])[] = [
    ['critical', 60],
    ['high', 34],
    ['medium', 16],
  ];
  const severity = least.find(([, from]) => score >= from)?.[0] ?? 'low';
  return possible && (severity === 'critical' || severity === 'high') ? 'medium' : severity;
}
