import type { Recommendation } from '../model/governance';
import type { Gap } from '../model/snapshot';
import { attempt } from './attempt';
import type { AzureReader } from './collector';
import { NotFound } from './failures';
import { toGap } from './gaps';
import { toRecommendation } from './security/recommendation';

const right = 'Microsoft.Security/assessmentMetadata/read';

/**
 * Defender's catalogue of recommendations, one list for the whole tenant, so that one which Microsoft adds, renames or drops is seen as
 * that. Never rejects for what Azure says: a refusal is a gap, a 404 an empty catalogue.
 */
export async function collectRecommendations(
  azure: AzureReader,
): Promise<{ readonly recommendations: readonly Recommendation[]; readonly gaps: readonly Gap[] }> {
  const found = new Map<string, Recommendation>();
  const tried = await attempt(async () => {
    for await (const body of azure.list('/providers/Microsoft.Security/assessmentMetadata', '2021-06-01')) {
      const recommendation = toRecommendation(body);
      if (recommendation) found.set(recommendation.id, recommendation);
    }
  });
  const gaps =
    tried.ok || tried.error instanceof NotFound
      ? []
      : [toGap(tried.error, { kind: 'recommendation', scope: '/', permission: right })];
  return { recommendations: [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1)), gaps };
}
