type Header = (name: string) => string | undefined;

const seconds = (text: string | undefined): number | undefined => {
  const value = Number(text?.trim() || NaN);
  return Number.isNaN(value) ? undefined : value * 1000;
};

const untilDate = (text: string | undefined, now: number): number | undefined => {
  const at = Date.parse(text ?? '');
  return Number.isNaN(at) ? undefined : at - now;
};

const clockTime = (text: string | undefined): number | undefined => {
  const [, hours, minutes, secs] = /^(\d+):(\d\d):(\d\d)/.exec(text ?? '') ?? [];
  return hours === undefined ? undefined : ((Number(hours) * 60 + Number(minutes)) * 60 + Number(secs)) * 1000;
};

/**
 * Milliseconds that Azure asks to wait: `Retry-After` as seconds (decimals were seen) or as an HTTP date, the `-ms` variants, and Resource
 * Graph's `x-ms-user-quota-resets-after` (hh:mm:ss). Undefined when there is none, or none that lies ahead: the caller backs off itself.
 */
export function retryAfter(header: Header, now: number): number | undefined {
  const stated = header('retry-after');
  const asked = [
    seconds(stated) ?? untilDate(stated, now),
    (seconds(header('retry-after-ms')) ?? NaN) / 1000,
    (seconds(header('x-ms-retry-after-ms')) ?? NaN) / 1000,
    clockTime(header('x-ms-user-quota-resets-after')),
  ];
  return asked.find((ms) => ms !== undefined && ms > 0);
}
