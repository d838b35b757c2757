import { createHash } from 'node:crypto';

const digest = (text: string): string => createHash('sha256').update(text.toWellFormed()).digest('hex');

/** A reference of our own: without one the library writes a new one each time. */
export const refOf = (id: string): string => `aispm:${digest(id).slice(0, 32)}`;

/** A UUID of version 8 from a run's id: the same run has the same serial number. */
export function serialOf(id: string): string {
  const hex = digest(id);
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return `urn:uuid:${parts.join('-')}`;
}
