import type { PlanStep, Posture, RemediationPlan } from '../model/remediation';
import { escaped } from './markdown';
import { plural, shapes, shown, when } from './words';

const scoreOf = ({ score }: Posture): string => (score === null ? 'no score' : `score ${Math.round(score)}`);

const standing = (posture: Posture): string => {
  const { critical, high } = posture.findings;
  return `${scoreOf(posture)}, ${plural(posture.paths, 'attack path')}, ${shapes.critical} ${critical} critical, ${shapes.high} ${high} high`;
};

function effects({ closes, opens, resolves, worsens }: PlanStep): string {
  const told = [
    closes.length > 0 ? `closes ${plural(closes.length, 'path')}` : '',
    opens.length > 0 ? `leaves ${plural(opens.length, 'other path')}` : '',
    resolves.length > 0 ? `ends ${plural(resolves.length, 'finding')}` : '',
    worsens.length > 0 ? `brings ${plural(worsens.length, 'finding')}` : '',
  ];
  return told.filter(Boolean).join(', ');
}

const how = ({ simulated }: PlanStep): string => (simulated ? 'judged again with it made' : 'if its findings pass');

const nameOf = (id: string): string => id.slice(id.lastIndexOf('/') + 1);

/** At most this many resources and commands of one step are printed; JSON has all. */
const mostShown = 5;

const some = (all: readonly string[]): readonly string[] =>
  all.length <= mostShown ? all : [...all.slice(0, mostShown), `# and ${all.length - mostShown} more`];

function lines(step: PlanStep): readonly string[] {
  const names = step.on.slice(0, mostShown).map((id) => shown(nameOf(id), 60));
  const more = step.on.length > mostShown ? ` and ${step.on.length - mostShown} more` : '';
  return [
    `${String(step.order).padStart(2)}. ${shown(step.words, 400)}`,
    `    on ${names.join(', ')}${more}${step.effort === 'unrated' ? '' : ` · effort: ${step.effort}`}`,
    `    ${effects(step)} → ${standing(step.after)} (${how(step)})`,
    ...some(step.cli).map((command) => `    $ ${shown(command, 600)}`),
    ...(step.bicep === '' ? [] : [`    bicep: ${shown(step.bicep.replace(/\s+/g, ' '), 400)}`]),
  ];
}

/** The plan for a terminal. */
export const renderPlan = (plan: RemediationPlan): string =>
  [
    `Plan for run ${plan.runId}, ${when(plan.takenAt)}. aispm changes nothing itself.`,
    `Now: ${standing(plan.before)}.`,
    '',
    ...plan.steps.flatMap((step) => [...lines(step), '']),
    ...(plan.steps.length === 0 ? ['Nothing that was seen is left to do.', ''] : []),
    ...plan.notSeen.map((line) => `? ${shown(line, 300)}`),
  ].join('\n') + '\n';

const fence = (language: string, text: readonly string[]): readonly string[] =>
  text.length === 0 ? [] : ['', `\`\`\`${language}`, ...text.map((line) => line.replaceAll('```', "'''")), '```'];

/** The plan for a wiki page or a ticket. */
export const renderPlanMarkdown = (plan: RemediationPlan): string =>
  [
    `# What to change first, ${when(plan.takenAt)}`,
    '',
    `Now: ${standing(plan.before)}.`,
    ...plan.steps.flatMap((step) => [
      '',
      `## ${step.order}. ${escaped(step.words)}`,
      '',
      `${effects(step)}; after it ${standing(step.after)} (${how(step)}).`,
      '',
      ...step.on.slice(0, mostShown).map((id) => `- ${escaped(id)}`),
      ...(step.on.length > mostShown ? [`- and ${step.on.length - mostShown} more`] : []),
      ...fence('sh', some(step.cli)),
      ...fence('bicep', step.bicep === '' ? [] : step.bicep.split('\n')),
    ]),
    ...plan.notSeen.flatMap((line) => ['', `Not seen: ${escaped(line)}`]),
    '',
  ].join('\n');
