import * as df from 'durable-functions';
import { concludeOrder, type Judged } from '../src/orders';

df.app.activity('concludeAudit', { handler: (judged: Judged) => concludeOrder(judged) });
