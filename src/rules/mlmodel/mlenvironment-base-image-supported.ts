import { fail, notApplicable, pass } from '../../model/rule';
import { defineRule } from '../defineRule';
import { dayOfTag, endedBase } from './endOfLife';

const mostDays = 180;
const day = 86_400_000;

export default defineRule({
  id: 'mlenvironment-base-image-supported',
  subject: 'environmentVersion',
  title: 'Environment is built on an image that gets no fixes',
  severity: 'medium',
  why: 'Flaws found since stay open in every job and endpoint. The name of the image tells its base; what is inside was not read.',
  fix: {
    text: 'Build on a supported base, and anew at least twice a year.',
    cli: 'az ml environment create -g RG -w WORKSPACE --file environment.yml',
  },
  references: ['https://learn.microsoft.com/azure/machine-learning/concept-vulnerability-management'],
  controls: {
    mcsb: ['PV-6', 'DS-2'],
    owaspLlm2025: ['LLM03'],
    owaspLlm2026: ['LLM04'],
    owaspAgentic2026: ['ASI04'],
    atlas: ['AML.T0010.001'],
  },
  check: ({ image, isArchived }, { takenAt }) => {
    if (isArchived) return notApplicable('isArchived is true');
    if (image === '') return notApplicable('image is empty');
    const ended = endedBase(image, takenAt);
    if (ended) return fail(`image is of ${ended.base}, without fixes since ${ended.endsAt}`);
    const made = dayOfTag(image);
    const days = made ? Math.floor((Date.parse(takenAt) - Date.parse(made)) / day) : 0;
    return days > mostDays ? fail(`image is of ${made}, ${days} days old`, { severity: 'low' }) : pass;
  },
});
