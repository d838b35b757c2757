const form = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i;
const seconds = [604_800, 86_400, 3600, 60, 1];

/** Seconds of an ISO 8601 duration of weeks, days and time; null for months, years and anything else. */
export function secondsOfDuration(text: string): number | null {
  const parts: readonly (string | undefined)[] = form.exec(text.trim())?.slice(1) ?? [];
  if (!parts.some(Boolean)) return null;
  return parts.reduce((sum, part, index) => sum + Number(part ?? 0) * (seconds[index] ?? 0), 0);
}
