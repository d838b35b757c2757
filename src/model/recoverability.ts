import type { BlobContainer, BlobService } from './surroundings';

/**
 * How well blobs can be brought back after they were poisoned or deleted. A: no one can change them (every container under a locked
 * policy), or versions, 30 days of soft delete that nobody can cut short, and a change feed. B: versions, or 7 days of soft delete.
 * C: fewer days. D: nothing is kept.
 */
export type RecoverabilityGrade = 'A' | 'B' | 'C' | 'D';

const isLocked = ({ immutability }: BlobContainer): boolean => immutability === 'Locked';

const keepsAll = (service: BlobService): boolean =>
  service.isVersioningEnabled &&
  service.deleteRetentionDays >= 30 &&
  !service.allowPermanentDelete &&
  service.changeFeedEnabled;

/** The grade of a blob service and of those of its containers that matter. */
export function gradeOf(service: BlobService, containers: readonly BlobContainer[]): RecoverabilityGrade {
  if (keepsAll(service) || (containers.length > 0 && containers.every(isLocked))) return 'A';
  if (service.isVersioningEnabled || service.deleteRetentionDays >= 7) return 'B';
  return service.deleteRetentionDays > 0 ? 'C' : 'D';
}
