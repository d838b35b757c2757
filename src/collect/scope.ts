import { idAt } from './body';
import type { Body } from './collector';

/** The scope of an extension resource: its id up to the last `/providers/`; `/` for the root, where nothing stands before it. */
export const scopeOf = (body: Body): string => {
  const id = idAt(body, 'id');
  return id.slice(0, Math.max(0, id.lastIndexOf('/providers/'))) || '/';
};
