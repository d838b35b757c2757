import { app } from '@azure/functions';
import { callerOf } from '../src/caller';
import { approveChange } from '../src/decisionsApi';
import { answered, json } from '../src/problem';

/** `POST changes/{id}/approval {reason, run?}`: this change was meant. */
app.http('approveChange', {
  methods: ['POST'],
  route: 'changes/{id}/approval',
  authLevel: 'function',
  handler: (request, context) =>
    answered(
      async () =>
        json(
          201,
          await approveChange(request.params['id'] ?? '', await request.text(), callerOf(request, process.env)),
        ),
      context.error.bind(context),
    ),
});
