/** A maker of AI tools, and how its applications are told in a directory. */
export interface AiVendor {
  readonly vendor: string;
  /** Application ids seen in independent public lists; the vendors themselves publish none. */
  readonly appIds?: readonly string[];
  /** Whole display or publisher names, in lower case. Plain words are left out: a person may be called Claude. */
  readonly names: readonly string[];
  /** Hosts of home pages and reply URLs; every host below them counts. */
  readonly hosts: readonly string[];
}

/** Vendors by what they call their applications and where these send people back to. */
export const aiVendors: readonly AiVendor[] = [
  {
    vendor: 'OpenAI',
    appIds: ['e0476654-c1d5-430b-ab80-70cbd947616a'],
    names: ['chatgpt', 'openai', 'chatgpt enterprise', 'openai llc', 'openai, l.l.c.'],
    hosts: ['openai.com', 'chatgpt.com'],
  },
  {
    vendor: 'Anthropic',
    appIds: ['08ad6f98-a4f8-4635-bb8d-f1a3044760f0'],
    names: ['anthropic', 'claude ai', 'claude desktop', 'claude for work', 'anthropic, pbc'],
    hosts: ['anthropic.com', 'claude.ai', 'claude.com'],
  },
  { vendor: 'Perplexity', names: ['perplexity', 'perplexity ai'], hosts: ['perplexity.ai'] },
  { vendor: 'Mistral AI', names: ['mistral ai', 'le chat'], hosts: ['mistral.ai'] },
  { vendor: 'DeepSeek', names: ['deepseek'], hosts: ['deepseek.com'] },
  { vendor: 'Cohere', names: ['cohere'], hosts: ['cohere.com', 'cohere.ai'] },
  { vendor: 'xAI', names: ['xai', 'grok ai'], hosts: ['x.ai', 'grok.com'] },
  { vendor: 'Hugging Face', names: ['hugging face', 'huggingface'], hosts: ['huggingface.co'] },
  { vendor: 'Google Gemini', names: ['google gemini', 'gemini ai', 'notebooklm'], hosts: ['gemini.google.com'] },
  { vendor: 'Poe', names: ['poe ai'], hosts: ['poe.com'] },
  { vendor: 'Manus', names: ['manus ai'], hosts: ['manus.im'] },
  { vendor: 'Moonshot', names: ['moonshot ai', 'kimi ai'], hosts: ['moonshot.ai', 'kimi.com'] },
  { vendor: 'Otter.ai', names: ['otter.ai', 'otter ai'], hosts: ['otter.ai'] },
  { vendor: 'Fireflies.ai', names: ['fireflies.ai', 'fireflies ai'], hosts: ['fireflies.ai'] },
  { vendor: 'Read AI', names: ['read ai', 'read.ai'], hosts: ['read.ai'] },
  { vendor: 'Fathom', names: ['fathom ai', 'fathom notetaker'], hosts: ['fathom.video'] },
  { vendor: 'tl;dv', names: ['tl;dv', 'tldv'], hosts: ['tldv.io'] },
  { vendor: 'Granola', names: ['granola ai'], hosts: ['granola.ai', 'granola.so'] },
  { vendor: 'Avoma', names: ['avoma'], hosts: ['avoma.com'] },
  { vendor: 'Sembly', names: ['sembly', 'sembly ai'], hosts: ['sembly.ai'] },
  { vendor: 'MeetGeek', names: ['meetgeek'], hosts: ['meetgeek.ai'] },
  { vendor: 'Grammarly', names: ['grammarly'], hosts: ['grammarly.com'] },
  { vendor: 'Jasper', names: ['jasper ai', 'jasper.ai'], hosts: ['jasper.ai'] },
  { vendor: 'Writer', names: ['writer.com', 'writer ai'], hosts: ['writer.com'] },
  { vendor: 'Copy.ai', names: ['copy.ai'], hosts: ['copy.ai'] },
  { vendor: 'Glean', names: ['glean ai', 'glean search'], hosts: ['glean.com'] },
  { vendor: 'Dust', names: ['dust.tt', 'dust ai'], hosts: ['dust.tt'] },
  { vendor: 'Langdock', names: ['langdock'], hosts: ['langdock.com'] },
  { vendor: 'Cursor', names: ['cursor ai', 'anysphere'], hosts: ['cursor.com', 'cursor.sh'] },
  { vendor: 'Windsurf', names: ['codeium', 'windsurf ai'], hosts: ['codeium.com', 'windsurf.com'] },
  { vendor: 'Replit', names: ['replit'], hosts: ['replit.com'] },
  { vendor: 'Lindy', names: ['lindy ai'], hosts: ['lindy.ai'] },
  { vendor: 'n8n', names: ['n8n', 'n8n cloud'], hosts: ['n8n.io', 'n8n.cloud'] },
  { vendor: 'Gamma', names: ['gamma ai', 'gamma app'], hosts: ['gamma.app'] },
  { vendor: 'DeepL', names: ['deepl', 'deepl write'], hosts: ['deepl.com'] },
];

export const vendorOfApp = (appId: string): string | undefined =>
  aiVendors.find(({ appIds = [] }) => appIds.includes(appId))?.vendor;

export const vendorOfName = (name: string): string | undefined =>
  aiVendors.find(({ names }) => names.includes(name.trim().toLowerCase()))?.vendor;

/** The vendor behind a host, in lower case. */
export const vendorOfHost = (host: string): string | undefined =>
  aiVendors.find(({ hosts }) => hosts.some((known) => host === known || host.endsWith(`.${known}`)))?.vendor;
