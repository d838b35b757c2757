import { app } from '@azure/functions';
import { showRunFrameworks } from '../src/api';
import { answered, json } from '../src/problem';

/** `GET runs/{id|latest}/frameworks`, with `?framework=ID` its controls. */
app.http('getRunFrameworks', {
  methods: ['GET'],
  route: 'runs/{id}/frameworks',
  authLevel: 'function',
  handler: ({ params, query }, context) =>
    answered(
      async () => json(200, await showRunFrameworks(params['id'] ?? '', query.get('framework'))),
      context.error.bind(context),
    ),
});
