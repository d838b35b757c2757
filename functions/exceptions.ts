import { app } from '@azure/functions';
import { callerOf } from '../src/caller';
import { addException, listExceptions } from '../src/decisionsApi';
import { answered, json } from '../src/problem';

/** `GET exceptions` lists what holds (`?all=true`: everything); `POST exceptions` accepts a risk until a day, snoozes or acknowledges. */
app.http('exceptions', {
  methods: ['GET', 'POST'],
  route: 'exceptions',
  authLevel: 'function',
  handler: (request, context) =>
    answered(
      async () =>
        request.method === 'GET'
          ? json(200, await listExceptions(request.query.get('all') === 'true'))
          : json(201, await addException(await request.text(), callerOf(request, process.env))),
      context.error.bind(context),
    ),
});
