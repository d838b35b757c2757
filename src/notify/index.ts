export { openWebhook, type Sent, type Webhook } from './webhook';
