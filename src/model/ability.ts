/** The plane an operation belongs to. A role's `actions` never give a data operation, nor its `dataActions` a control one. */
export type Plane = 'control' | 'data';

/** One operation of Azure, as role definitions name it; matched without case. */
export interface Right {
  readonly plane: Plane;
  readonly operation: string;
}

/** What someone can do to a resource. Any one of the rights gives it. `on`: resource type in lower case, or `*` for any, to its rights. */
export interface Ability {
  /** What its holder can do, said after "can". */
  readonly does: string;
  readonly on: Readonly<Record<string, readonly Right[]>>;
}

/** Rights on one plane of a provider, from the rest of their operations. */
export const rightsOf =
  (plane: Plane, provider: string) =>
  (...operations: readonly string[]): readonly Right[] =>
    operations.map((operation) => ({ plane, operation: `${provider}/${operation}` }));

/** Type of a resource by its id, in lower case, children included: `microsoft.x/type/child`; '' for a group, a subscription or above. */
export function typeIn(id: string): string {
  const [, path = ''] = /\/resourcegroups\/[^/]+.*?\/providers\/(?:.*\/providers\/)?(.+)$/i.exec(id) ?? [];
  const [provider = '', ...segments] = path.toLowerCase().split('/');
  const types = segments.filter((_, at) => at % 2 === 0);
  return types.length > 0 ? [provider, ...types].join('/') : '';
}
