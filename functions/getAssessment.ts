import { app } from '@azure/functions';
import * as df from 'durable-functions';
import { showAssessment } from '../src/assessments';
import { answered } from '../src/problem';

app.http('getAssessment', {
  methods: ['GET'],
  route: 'assessments/{id}',
  authLevel: 'function',
  extraInputs: [df.input.durableClient()],
  handler: (request, context) =>
    answered(() => showAssessment(df.getClient(context), request.params['id'] ?? ''), context.error.bind(context)),
});
