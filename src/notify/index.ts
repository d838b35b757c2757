export { openWebhook, type Sent } from './webhook';
