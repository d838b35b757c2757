import { createHash } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answered, Conformance, HeldBy } from './conformance';
import { isArm } from './conformance';

/** Names the folder into which every simulated tenant of the test run writes what it answered. */
export const folderVariable = 'AZURE_ANSWERS_FOLDER';

/** What the server tells of an answer it gave. */
export interface Served {
  readonly method: string;
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly faulted: boolean;
}

/** Opens a fresh folder for one test run and names it to all processes that start from here. */
export function openFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'azure-answers-'));
  process.env[folderVariable] = folder;
  return folder;
}

/**
 * Writes answers of the test run to its folder, one JSON line each, one file a process; does nothing outside such a run. Spoiled
 * answers and other services than Azure Resource Manager are left out.
 */
export function recorder(): ((served: Served) => void) | undefined {
  const folder = process.env[folderVariable];
  if (!folder) return undefined;
  const file = join(folder, `${String(process.pid)}.jsonl`);
  const written = new Set<string>();
  return ({ method, url, status, headers, body, faulted }) => {
    if (faulted || status === 0 || !isArm(url)) return;
    const line = JSON.stringify({
      method,
      url,
      status,
      headers: { 'content-type': headers['content-type'] ?? '' },
      body,
    });
    const digest = createHash('sha1').update(line).digest('base64');
    if (written.has(digest)) return;
    written.add(digest);
    appendFileSync(file, `${line}\n`);
  };
}

/** The answers of the run, parsed, each distinct body once; the folder is removed. An answer that is no JSON comes as its text. */
export function takeRecords(folder: string): Answered[] {
  const lines = readdirSync(folder).flatMap((file) =>
    readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean),
  );
  rmSync(folder, { recursive: true, force: true });
  return [...new Set(lines)].map((line) => {
    const record = JSON.parse(line) as Answered & { readonly body: string };
    return { ...record, body: parsed(record.body) };
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** How a whole run was held: answers by what held them, and every distinct problem with the first address that had it. */
export interface Report {
  readonly counts: Readonly<Record<HeldBy, number>>;
  readonly problems: readonly string[];
}

/** Checks all answers and tells what was found. */
export async function report(conformance: Conformance, answers: readonly Answered[]): Promise<Report> {
  const counts: Record<HeldBy, number> = { swagger: 0, body: 0, error: 0, none: 0, repeat: 0 };
  const problems = new Map<string, string>();
  for (const answered of answers) {
    const held = await conformance.check(answered);
    counts[held.by] += 1;
    for (const problem of held.problems)
      problems.set(
        problem.replace(/\[\d+\]/g, '[]'),
        `${answered.method} ${answered.url} ${String(answered.status)}: ${problem}`,
      );
  }
  return { counts, problems: [...problems.values()] };
}
