/** The segment behind which the name stands that a placeholder asks for; '' = the resource itself. */
const segments: Readonly<Record<string, string>> = {
  RESOURCE_ID: '',
  ASSIGNMENT_ID: 'roleassignments',
  ACCOUNT_ID: 'accounts',
  WORKSPACE_ID: 'workspaces',
  STORAGE_ID: 'storageaccounts',
  SERVICE_ID: 'searchservices',
};

/** The id itself, or that of what it hangs below; undefined where nothing on its path is of that type. */
function idOf(placeholder: string, id: string): string | undefined {
  const segment = segments[placeholder];
  if (segment === undefined || segment === '') return segment === undefined ? undefined : id;
  const parts = id.split('/');
  const at = parts.lastIndexOf(segment);
  return at < 0 || at + 1 >= parts.length ? undefined : parts.slice(0, at + 2).join('/');
}

/** Ids whose letters mean nothing to a shell; with any other, the placeholder stays. */
const isPlain = (id: string): boolean => /^[\w/.()-]+$/.test(id);

const isAlone = (text: string, start: number, end: number): boolean =>
  /^(|\s)$/.test(text.charAt(start - 1)) && /^(|\s)$/.test(text.charAt(end));

/**
 * A command with the resource that it is meant for in place of its placeholder. An argument of its own is put between single quotes; what
 * stands inside another argument goes in as it is. Placeholders that say something else, such as RANGE, stay for the reader.
 */
export function commandFor(cli: string, on: string): readonly string[] {
  if (cli === '') return [];
  const told = cli.replace(/\b[A-Z]+_ID\b/g, (placeholder, at: number) => {
    const id = idOf(placeholder, on);
    if (id === undefined || !isPlain(id)) return placeholder;
    return isAlone(cli, at, at + placeholder.length) ? `'${id}'` : id;
  });
  return [told];
}
