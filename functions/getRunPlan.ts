import { app } from '@azure/functions';
import { showRunPlan } from '../src/planApi';
import { answered, json } from '../src/problem';

/** `GET runs/{id|latest}/plan`: what to change first; `?steps=` how many (10, at most 50). */
app.http('getRunPlan', {
  methods: ['GET'],
  route: 'runs/{id}/plan',
  authLevel: 'function',
  handler: ({ params, query }, context) =>
    answered(
      async () => json(200, await showRunPlan(params['id'] ?? '', query.get('steps'))),
      context.error.bind(context),
    ),
});
