import * as df from 'durable-functions';
import type { OrchestrationContext, Task } from 'durable-functions';
import type { Order } from '../src/orders';

const retry = new df.RetryOptions(5_000, 3);
const rounds = 3;

/** The four steps in order. Where another audit committed meanwhile, it plans again on top of that one. */
df.app.orchestration('audit', function* (context: OrchestrationContext): Generator<Task, { runId: string }, unknown> {
  const order = context.df.getInput<Order>();
  for (let round = 1; round <= rounds; round++) {
    const planned = yield context.df.callActivityWithRetry('planAudit', retry, order);
    const judged = yield context.df.callActivityWithRetry('auditUnits', retry, planned);
    const runId = (yield context.df.callActivityWithRetry('concludeAudit', retry, judged)) as string;
    if (runId !== '') {
      yield context.df.callActivityWithRetry('deliverAlerts', retry, runId);
      return { runId };
    }
  }
  throw new Error(`Other audits were committed meanwhile, ${rounds} times. The latest run is theirs.`);
});
