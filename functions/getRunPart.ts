import { app } from '@azure/functions';
import { showRunPart } from '../src/api';
import { answered, json } from '../src/problem';

/** `GET runs/{id|latest}/findings`, `/resources`, `/paths`, `/coverage`, `/drift`, `/defender`. */
app.http('getRunPart', {
  methods: ['GET'],
  route: 'runs/{id}/{part}',
  authLevel: 'function',
  handler: ({ params }, context) =>
    answered(
      async () => json(200, await showRunPart(params['id'] ?? '', params['part'] ?? '')),
      context.error.bind(context),
    ),
});
