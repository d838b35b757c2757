import { app } from '@azure/functions';
import { callerOf } from '../src/caller';
import { removeException } from '../src/decisionsApi';
import { answered, json } from '../src/problem';

/** `DELETE exceptions/{id}`, or `DELETE exceptions?id=`: takes a decision back; it acts at once. */
app.http('removeException', {
  methods: ['DELETE'],
  route: 'exceptions/{id?}',
  authLevel: 'function',
  handler: (request, context) =>
    answered(async () => {
      const id = request.params['id'] ?? request.query.get('id') ?? '';
      return json(200, await removeException(id, callerOf(request, process.env)));
    }, context.error.bind(context)),
});
