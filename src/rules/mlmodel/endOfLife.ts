interface Ended {
  readonly base: string;
  /** Looked for in `repository:tag`, lower-case. */
  readonly form: RegExp;
  /** The last day with fixes, as its makers announced it. */
  readonly endsAt: string;
}

const ended = (base: string, form: RegExp, endsAt: string): Ended => ({ base, form, endsAt });

/** Bases of images and the end of their public support; state of November 2026, by the makers' own calendars. */
const bases: readonly Ended[] = [
  ended('Ubuntu 14.04', /ubuntu[:-]?(14\.04|trusty)/, '2019-04-25'),
  ended('Ubuntu 16.04', /ubuntu[:-]?(16\.04|xenial)/, '2021-04-30'),
  ended('Ubuntu 18.04', /ubuntu[:-]?(18\.04|bionic)/, '2023-05-31'),
  ended('Ubuntu 20.04', /ubuntu[:-]?(20\.04|focal)/, '2025-05-31'),
  ended('Debian 9', /(debian:9\b|stretch)/, '2022-06-30'),
  ended('Debian 10', /(debian:10\b|buster)/, '2024-06-30'),
  ended('CentOS', /(^|\/)centos:/, '2024-06-30'),
  ended('Python 2', /(^|\/)python:2(\D|$)/, '2020-01-01'),
  ended('Python 3.6', /(^|\/)python:3\.6(\D|$)/, '2021-12-23'),
  ended('Python 3.7', /(^|\/)python:3\.7(\D|$)/, '2023-06-27'),
  ended('Python 3.8', /(^|\/)python:3\.8(\D|$)/, '2024-10-07'),
  ended('Python 3.9', /(^|\/)python:3\.9(\D|$)/, '2025-10-31'),
  ended('Node 16', /(^|\/)node:16(\D|$)/, '2023-09-11'),
  ended('Node 18', /(^|\/)node:18(\D|$)/, '2025-04-30'),
  ended('TensorFlow 1', /(^|\/)tensorflow:1\./, '2021-01-06'),
  ended('CUDA 10 or older', /(^|\/)cuda:([89]|10)\.\d/, '2022-01-01'),
];

/** The base of an image that got its last fix before `now`, with that day; undefined when none is known. */
export function endedBase(image: string, now: string): Ended | undefined {
  const name = image.toLowerCase().replace(/@.*$/, '');
  return bases.find(({ form, endsAt }) => form.test(name) && endsAt < now);
}

/** The day in a tag of Microsoft's images, such as `20250714.v1`; '' when there is none. */
export function dayOfTag(image: string): string {
  const [, year, month, day] = /^mcr\.microsoft\.com\/azureml\/[^:@]+:(\d{4})(\d\d)(\d\d)\.v\d+/i.exec(image) ?? [];
  return year ? `${year}-${month ?? ''}-${day ?? ''}` : '';
}
