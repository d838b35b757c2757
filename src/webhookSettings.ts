import { isLoopback } from './model/loopback';
import { mainRoute, settingOf } from './model/route';

/** Hosts that Teams workflows and connectors live on: the card's URL is checked against these, in the other clouds too. */
const webhookHosts = [
  '.logic.azure.com',
  '.powerplatform.com',
  '.webhook.office.com',
  '.logic.azure.us',
  '.powerplatform.us',
  '.logic.azure.cn',
  '.powerplatform.cn',
];

/** True for https on the usual port of a host of Teams; loopback too where `custom` says so. */
export function isWebhook(text: string, custom: boolean): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  if (custom && isLoopback(url)) return true;
  const bare = url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '';
  return bare && webhookHosts.some((suffix) => url.hostname.endsWith(suffix) && url.hostname !== suffix);
}

/** The webhook's URL is a credential: its problems are told without it. */
function check(name: string, text: string, custom: boolean, complain: (problem: string) => void): void {
  if (text && !isWebhook(text, custom))
    complain(
      `${name}: not the https URL of a Teams workflow (value not shown). Its host ends in one of ${webhookHosts.join(' ')}`,
    );
}

/** The webhook of each route by its name. A route without one would lose its cards in silence. */
export function readWebhooks(
  setting: (name: string) => string,
  routes: readonly string[],
  custom: boolean,
  complain: (problem: string) => void,
): Readonly<Record<string, string>> {
  const found = [mainRoute, ...routes].map((route) => [route, setting(settingOf(route))] as const);
  for (const [route, url] of found) {
    check(settingOf(route), url, custom, complain);
    if (url === '' && route !== mainRoute)
      complain(
        `${settingOf(route)}: not set, but the policy file's route '${route}' needs it. Give its webhook's URL.`,
      );
  }
  return Object.fromEntries(found.filter(([, url]) => url !== ''));
}
