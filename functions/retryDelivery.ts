import { app } from '@azure/functions';
import { deliverOrder } from '../src/orders';

/** Every quarter of an hour: cards that a channel did not take are offered again. Asks nothing of Azure, and of Teams only when one waits. */
app.timer('retryDelivery', {
  schedule: '0 */15 * * * *',
  handler: async (_timer, context) => {
    const { delivered, waiting, dead } = await deliverOrder();
    if (delivered + waiting + dead > 0)
      context.log(`${delivered} cards delivered, ${waiting} waiting, ${dead} given up.`);
  },
});
