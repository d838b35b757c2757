import { attempt } from './attempt';
import type { AzureReader, Body } from './collector';
import { NotFound, ReadFailed } from './failures';

/** ARM's codes for an api-version, or a type, that a cloud or region does not serve (yet, or any more). */
const notServed =
  /(NoRegisteredProviderFound|InvalidResourceType|InvalidApiVersionParameter|UnsupportedApiVersion|ApiVersionNotSupported)/i;

const isNotServed = (error: Error): boolean =>
  (error instanceof ReadFailed || error instanceof NotFound) && notServed.test(error.detail);

/**
 * Rows of a list that only a preview api-version has. Where ARM does not serve it there is nothing of the sort to see, and no gap; any other
 * failure is one.
 */
export async function* listPreview(azure: AzureReader, path: string, version: string): AsyncGenerator<Body> {
  const rows = azure.list(path, version);
  for (;;) {
    const next = await attempt(() => rows.next());
    if (!next.ok && isNotServed(next.error)) return;
    if (!next.ok) throw next.error;
    if (next.value.done) return;
    yield next.value.value;
  }
}
