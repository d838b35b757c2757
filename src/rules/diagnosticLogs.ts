import { fail, pass, type Verdict, type View } from '../model/rule';

/** Whether any log leaves the resource: one enabled category or group, in a setting with a destination. Metrics alone do not count. */
export function logsVerdict(resource: { readonly id: string }, view: View<'diagnosticSetting'>): Verdict {
  const settings = view.children(resource, 'diagnosticSetting');
  const logs = settings.filter(({ categories, categoryGroups }) => categories.length + categoryGroups.length > 0);
  if (logs.some(({ destinations }) => destinations.length > 0)) return pass;
  if (settings.length === 0) return fail('diagnosticSettings are none');
  return fail(logs.length > 0 ? 'diagnosticSettings have no destination' : 'diagnosticSettings have no log enabled');
}
