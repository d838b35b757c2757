import { app } from '@azure/functions';
import { showHealth } from '../src/api';
import { answered, json } from '../src/problem';

app.http('health', {
  methods: ['GET'],
  route: 'health',
  authLevel: 'function',
  handler: (_request, context) => answered(async () => json(200, await showHealth()), context.error.bind(context)),
});
