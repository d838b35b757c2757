import type { AlertKind } from '../model/alert';
import type { Part } from './cardParts';
import { baselineBody } from './cards/baseline';
import { catchUpBody, catchUpTitle } from './cards/catchUp';
import { coverageBody, digestBody, digestTitle, heartbeatBody } from './cards/digest';
import type { CardInput } from './cards/input';
import { actionsOf, bytesOf } from './cards/parts';
import { criticalBody, criticalTitle, recoveryBody, recoveryTitle, singleActions } from './cards/single';
import { coverageCount, plural } from './words';

export type { CardInput } from './cards/input';

/** Teams counts up to 1.18 times what is sent against 28 KB; the whole message stays under 20,000 bytes. */
const mostBytes = 19_500;

interface Form {
  readonly title: (input: CardInput) => string;
  /** `room` is what the rows of changes may take, in bytes. */
  readonly body: (input: CardInput, room: number) => Part[];
}

const forms: Readonly<Record<AlertKind, Form>> = {
  baseline: { title: () => 'baseline taken', body: baselineBody },
  critical: { title: criticalTitle, body: criticalBody },
  recovery: { title: recoveryTitle, body: recoveryBody },
  coverage: { title: digestTitle, body: coverageBody },
  digest: { title: digestTitle, body: digestBody },
  catchUp: { title: catchUpTitle, body: catchUpBody },
  heartbeat: { title: () => 'a quiet week, nothing changed', body: heartbeatBody },
};

function toMessage(input: CardInput, room: number): Part {
  const { all, read } = coverageCount(input.header);
  const { title, body } = forms[input.kind];
  const spoken = `aispm: ${title(input)}. ${read} of ${plural(all, 'subscription')} read.`;
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.5',
    msteams: { width: 'Full' },
    lang: 'en',
    fallbackText: spoken,
    speak: spoken,
    body: body(input, room),
    actions: [
      ...(input.kind === 'critical' || input.kind === 'recovery' ? singleActions(input) : []),
      ...actionsOf(input),
    ],
  };
  return {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content }],
  };
}

/**
 * The message for a Teams Workflows webhook: an envelope with one Adaptive Card 1.5, under 20,000 bytes whatever the run holds. Names
 * and values from Azure stand in TextRun, which takes no Markdown and no mention.
 */
export const renderTeamsCard = (input: CardInput): Part => toMessage(input, mostBytes - bytesOf(toMessage(input, 0)));
