import * as df from 'durable-functions';
import { auditOrder, type Planned } from '../src/orders';

df.app.activity('auditUnits', { handler: (planned: Planned) => auditOrder(planned) });
