import * as df from 'durable-functions';
import { deliverOrder } from '../src/orders';

df.app.activity('deliverAlerts', { handler: () => deliverOrder() });
