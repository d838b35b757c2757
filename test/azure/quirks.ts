import { hash, pick } from './chance';

/** The id as some Azure provider would write it: always the same variant for the same id. */
export function recased(id: string): string {
  switch (hash(`case ${id.toLowerCase()}`) % 4) {
    case 1:
      return id.replace('/resourceGroups/', '/resourcegroups/');
    case 2:
      return id.replaceAll('/Microsoft.', '/microsoft.');
    case 3:
      return id.replace('/resourceGroups/', '/resourcegroups/').replaceAll('/Microsoft.', '/microsoft.');
    default:
      return id;
  }
}

/** A list's bodies with the id in one of Azure's casings; connections also say null where they have no tags and no location. */
export function listed<T extends { id: string }>(body: T): T {
  const id = recased(body.id);
  if (/\/accounts\/.*\/connections\/[^/]+$/i.test(id)) {
    return { tags: null, location: null, ...body, id };
  }
  return id === body.id ? body : { ...body, id };
}

/** How this list spells the parameter of its `nextLink`. */
export function skipTokenName(path: string): string {
  return pick(['$skiptoken', '$skipToken', '%24skiptoken', '%24skipToken'], `link ${path}`);
}

/** The last page of this list: `nextLink` absent, or null. */
export function lastPage(path: string): { nextLink?: null } {
  return pick([{}, { nextLink: null }], `last ${path}`);
}
