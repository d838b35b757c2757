import { app } from '@azure/functions';
import { listRuns } from '../src/api';
import { answered, json } from '../src/problem';

app.http('listRuns', {
  methods: ['GET'],
  route: 'runs',
  authLevel: 'function',
  handler: ({ query }, context) =>
    answered(async () => json(200, await listRuns(query.get('top'), query.get('before'))), context.error.bind(context)),
});
