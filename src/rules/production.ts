/** Whether a resource carries the policy file's `productionTag`, written `name=value`; case is ignored. */
export const carries = (tags: Readonly<Record<string, string>>, wanted: string): boolean =>
  Object.entries(tags).some(([name, value]) => `${name}=${value}`.toLowerCase() === wanted.toLowerCase());
