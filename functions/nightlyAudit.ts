import { app } from '@azure/functions';
import * as df from 'durable-functions';
import { scheduleIn } from '../src/config';
import { startNightly } from '../src/nightly';

/** Starts the scheduled audit: one for each time the schedule wants, however often the timer fires. */
app.timer('nightlyAudit', {
  schedule: scheduleIn(process.env),
  extraInputs: [df.input.durableClient()],
  handler: async ({ isPastDue }, context) => {
    const { invocationId } = context;
    context.log(await startNightly(df.getClient(context), { isPastDue, invocationId }));
  },
});
