import { plainUrl } from '../url';

const inlineList = /["']?channels["']?\s*:\s*\[([^\]]*)\]/;
const blockList = /^[ \t]*["']?channels["']?[ \t]*:[ \t]*\r?\n((?:[ \t]*(?:-.*|#.*)?\r?\n?)+)/m;

const bare = (entry: string): string =>
  entry
    .trim()
    .replace(/^-\s*/, '')
    .replace(/\s#.*$/, '')
    .replace(/^(["'])(.*)\1$/, '$2')
    .trim();

/** A channel may carry a token in its user, in its query or as `/t/<token>/`. */
const withoutToken = (channel: string): string => plainUrl(channel).replace(/\/t\/[^/]+/, '/t/-');

/** Channels of a conda file, YAML or JSON, in their order; tokens are left out. A file of another shape has none. */
export function condaChannels(condaFile: string): readonly string[] {
  const inline = inlineList.exec(condaFile)?.[1]?.split(',');
  const block = blockList
    .exec(condaFile)?.[1]
    ?.split('\n')
    .filter((line) => line.trim().startsWith('-'));
  return (inline ?? block ?? []).map(bare).filter(Boolean).map(withoutToken);
}
