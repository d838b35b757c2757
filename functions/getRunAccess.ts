import { app } from '@azure/functions';
import { showRunAccess } from '../src/accessApi';
import { answered, json } from '../src/problem';

/** `GET runs/{id|latest}/access`: who can do what to each resource; with `?resource=ID` everyone, with `?ability=NAME` one ability. */
app.http('getRunAccess', {
  methods: ['GET'],
  route: 'runs/{id}/access',
  authLevel: 'function',
  handler: ({ params, query }, context) =>
    answered(
      async () => json(200, await showRunAccess(params['id'] ?? '', query.get('resource'), query.get('ability'))),
      context.error.bind(context),
    ),
});
