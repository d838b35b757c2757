import { app } from '@azure/functions';
import { showRun } from '../src/api';
import { answered, json } from '../src/problem';

app.http('getRun', {
  methods: ['GET'],
  route: 'runs/{id}',
  authLevel: 'function',
  handler: ({ params, query }, context) =>
    answered(
      async () => json(200, await showRun(params['id'] ?? '', query.get('include'))),
      context.error.bind(context),
    ),
});
