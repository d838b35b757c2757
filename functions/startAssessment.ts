import { app } from '@azure/functions';
import * as df from 'durable-functions';
import { readOrder, readWait } from '../src/api';
import { finishedWithin, started } from '../src/assessments';
import { answered } from '../src/problem';

/** `POST assessments {scopes?, rules?}` → 202 and Location; `?wait=SECONDS` → 200 with the run if it ends in time. */
app.http('startAssessment', {
  methods: ['POST'],
  route: 'assessments',
  authLevel: 'function',
  extraInputs: [df.input.durableClient()],
  handler: (request, context) =>
    answered(async () => {
      const wait = readWait(request.query.get('wait'));
      const order = await readOrder(await request.text());
      const client = df.getClient(context);
      const id = await client.startNew('audit', { input: order });
      return (wait > 0 ? await finishedWithin(client, id, wait) : undefined) ?? started(request.url, id);
    }, context.error.bind(context)),
});
