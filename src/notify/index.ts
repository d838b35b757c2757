export { publicAgent } from './publicOnly';
export { openWebhook, type Sent, type Webhook } from './webhook';
