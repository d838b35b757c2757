import * as df from 'durable-functions';
import { planOrder, type Order } from '../src/orders';

df.app.activity('planAudit', { handler: (order: Order) => planOrder(order) });
