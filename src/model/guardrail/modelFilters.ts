import type { Deployment } from '../ai';

type Model = Deployment['model'];

/**
 * Formats of models that Microsoft sells itself ("Foundry Models sold directly by Azure"): the guardrail page promises filters for
 * these alone. Partner and community formats show a `raiPolicyName` whose effect nobody states.
 * Source: learn.microsoft.com/azure/ai-foundry/concepts/content-filtering and .../foundry-models/concepts/models-sold-directly-by-azure.
 */
const soldByAzure = new Set([
  '', // not stated: not seen is no reason to let a model off
  'openai',
  'openaioss',
  'microsoft',
  'deepseek',
  'xai',
  'meta',
  'mistralai',
  'blackforestlabs',
  'moonshotai',
]);

/** Models without prompts and completions to filter: embeddings and reranking, speech in, speech out (same source). */
const takesNoFilter = /embed|rerank|whisper|transcribe|(^|-)tts(-|$)/i;
const makesImages = /dall-?e|gpt-image|flux|sora/i;

/** Whether a model makes something of prompts: embeddings, reranking and speech are not meant. */
export const isGenerative = ({ name }: Model): boolean => !takesNoFilter.test(name);

/** Why no filter can be asked of this model; '' when filters are promised. */
export function unfilteredBecause({ format, name }: Model): string {
  if (takesNoFilter.test(name)) return `model ${name} takes no content filter`;
  return soldByAzure.has(format.toLowerCase().replace(/[^a-z0-9]/g, ''))
    ? ''
    : `Microsoft promises no content filter for models of format ${format}`;
}

/** Why a filter for text, code or documents cannot be asked of this model; '' when it can. */
export const textFilterSkippedBecause = ({ name }: Model): string =>
  makesImages.test(name) ? `model ${name} makes images or video` : '';
