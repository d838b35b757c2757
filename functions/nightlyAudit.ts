import { app } from '@azure/functions';
import * as df from 'durable-functions';
import { scheduleIn, settings } from '../src/config';
import type { Order } from '../src/orders';

/** Starts the scheduled audit. The instance is named after the minute: a timer that fires twice starts one audit. */
app.timer('nightlyAudit', {
  schedule: scheduleIn(process.env),
  extraInputs: [df.input.durableClient()],
  handler: async (_timer, context) => {
    const askedAt = new Date().toISOString();
    const input: Order = { scopes: settings().scopes, rules: [], trigger: 'timer', askedAt };
    const instanceId = `nightly-${askedAt.slice(0, 16).replaceAll(':', '-')}`;
    const client = df.getClient(context);
    const running = await client.getStatus(instanceId).catch(() => undefined);
    if (running) context.log(`Audit ${instanceId} was started before.`);
    else await client.startNew('audit', { instanceId, input });
  },
});
