/** Azure answered that the identity may not read this. `permission` is the action Azure named, '' when it named none. */
export class ReadRefused extends Error {
  readonly kind = 'forbidden';
  constructor(
    readonly permission: string,
    readonly detail: string,
  ) {
    super(detail);
    this.name = 'ReadRefused';
  }
}

/** Azure answered 404. `code` is its error code, '' when the body had none. */
export class NotFound extends Error {
  readonly kind = 'notFound';
  constructor(
    readonly code: string,
    readonly detail: string,
  ) {
    super(detail);
    this.name = 'NotFound';
  }

  /**
   * True when the code speaks of the resource. Azure also answers 404 for a subscription that the identity cannot see, and for a type
   * or provider that a region lacks: none of these proves that a resource is gone.
   */
  get provesAbsence(): boolean {
    return !/subscription|tenant|resourcetype|namespace|registration|provider|apiversion/i.test(this.code);
  }
}

/** The read did not succeed, and rights are not the reason. */
export class ReadFailed extends Error {
  readonly kind = 'failed';
  constructor(
    readonly reason: 'failed' | 'timedOut',
    readonly detail: string,
  ) {
    super(detail);
    this.name = 'ReadFailed';
  }
}

/** A programming error: something other than a read was about to be sent. Nothing swallows it. */
export class NotARead extends Error {
  constructor(method: string, path: string) {
    super(`refused to send ${method} ${path}: aispm only reads`);
    this.name = 'NotARead';
  }
}

/** One line, short, without anything that looks like a credential. */
export function oneLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/\b(bearer|sig=|accountkey=|sharedaccesskey=|password=)\s*[^\s;&"']+/gi, '$1…')
    .slice(0, 300)
    .trim();
}
