/** An answer over HTTP. `json` is what the body held, undefined when it is no JSON. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly location: string;
  readonly disposition: string;
  readonly text: string;
  readonly json: never;
}

function parsed(text: string): never {
  try {
    return JSON.parse(text) as never;
  } catch {
    return undefined as never;
  }
}

/** Asks once; keeps what was answered in `heard`, where a test looks for secrets. */
export async function ask(url: string, init: RequestInit, heard: string[]): Promise<Answer> {
  const response = await fetch(url, init);
  const text = await response.text();
  heard.push(text, ...[...response.headers.values()]);
  return {
    status: response.status,
    type: response.headers.get('content-type') ?? '',
    location: response.headers.get('location') ?? '',
    disposition: response.headers.get('content-disposition') ?? '',
    text,
    json: parsed(text),
  };
}
