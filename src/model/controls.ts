type Split<Text extends string> = Text extends `${infer Head} ${infer Rest}` ? [Head, ...Split<Rest>] : [Text];

/** Ids separated by single spaces, each its own type. */
const ids = <Text extends string>(text: Text): Split<Text> => text.split(' ') as Split<Text>;

/**
 * Every control that a rule may name, by framework. Ids are typed: a rule with an unknown one does not compile. What each is called,
 * and whether a configuration can show it, stands in `rules/frameworks/`.
 */
export const controlIds = {
  mcsb: [
    ...ids('NS-1 NS-2 NS-3 NS-4 NS-5 NS-6 NS-7 NS-8 NS-9 NS-10'),
    ...ids('IM-1 IM-2 IM-3 IM-4 IM-5 IM-6 IM-7 IM-8'),
    ...ids('PA-1 PA-2 PA-3 PA-4 PA-5 PA-6 PA-7 PA-8'),
    ...ids('DP-1 DP-2 DP-3 DP-4 DP-5 DP-6 DP-7 DP-8'),
    ...ids('AM-1 AM-2 AM-3 AM-4 AM-5'),
    ...ids('LT-1 LT-2 LT-3 LT-4 LT-5 LT-6 LT-7'),
    ...ids('IR-1 IR-2 IR-3 IR-4 IR-5 IR-6 IR-7'),
    ...ids('PV-1 PV-2 PV-3 PV-4 PV-5 PV-6 PV-7'),
    ...ids('ES-1 ES-2 ES-3'),
    ...ids('BR-1 BR-2 BR-3 BR-4'),
    ...ids('DS-1 DS-2 DS-3 DS-4 DS-5 DS-6 DS-7'),
    ...ids('AI-1 AI-2 AI-3 AI-4 AI-5 AI-6 AI-7'),
  ],
  owaspLlm2025: ids('LLM01 LLM02 LLM03 LLM04 LLM05 LLM06 LLM07 LLM08 LLM09 LLM10'),
  owaspLlm2026: ids('LLM01 LLM02 LLM03 LLM04 LLM05 LLM06 LLM07 LLM08 LLM09 LLM10'),
  owaspAgentic2026: ids('ASI01 ASI02 ASI03 ASI04 ASI05 ASI06 ASI07 ASI08 ASI09 ASI10'),
  atlas: [
    ...ids('AML.T0010.001 AML.T0010.002 AML.T0010.003 AML.T0010.004 AML.T0010.005'),
    ...ids('AML.T0011 AML.T0011.000 AML.T0011.001 AML.T0011.002 AML.T0012 AML.T0018.000 AML.T0018.002 AML.T0020'),
    ...ids('AML.T0024 AML.T0024.000 AML.T0024.001 AML.T0024.002 AML.T0025 AML.T0029 AML.T0031 AML.T0034 AML.T0035'),
    ...ids('AML.T0036 AML.T0040 AML.T0049 AML.T0050 AML.T0051 AML.T0051.000 AML.T0051.001 AML.T0053 AML.T0054'),
    ...ids('AML.T0055 AML.T0057 AML.T0058 AML.T0059 AML.T0069.002 AML.T0070 AML.T0075 AML.T0077 AML.T0080'),
    ...ids('AML.T0081 AML.T0082 AML.T0083 AML.T0085.000 AML.T0086 AML.T0091 AML.T0093 AML.T0098 AML.T0099'),
    ...ids('AML.T0101 AML.T0104 AML.T0108 AML.T0109 AML.T0110'),
  ],
  nistAiRmf: [
    ...ids('GOVERN-1.1 GOVERN-1.2 GOVERN-1.3 GOVERN-1.4 GOVERN-1.5 GOVERN-1.6 GOVERN-1.7 GOVERN-6.1 GOVERN-6.2'),
    ...ids('MAP-4.1 MAP-4.2 MEASURE-2.1 MEASURE-2.2 MEASURE-2.3 MEASURE-2.4 MEASURE-2.5 MEASURE-2.6 MEASURE-2.7'),
    ...ids('MEASURE-2.8 MEASURE-2.9 MEASURE-2.10 MEASURE-2.11 MEASURE-2.12 MEASURE-2.13'),
    ...ids('MANAGE-2.1 MANAGE-2.2 MANAGE-2.3 MANAGE-2.4 MANAGE-3.1 MANAGE-3.2 MANAGE-4.1 MANAGE-4.2 MANAGE-4.3'),
  ],
  nistAi6001: [
    ...ids(
      'CBRN Confabulation Dangerous-Content Data-Privacy Environmental-Impacts Harmful-Bias Human-AI-Configuration',
    ),
    ...ids('Information-Integrity Information-Security Intellectual-Property Obscene-Content Value-Chain'),
  ],
  euAiAct: ids('9 10 11 12 12.1 12.2 13 14 15 15.1 15.5 19.1 26 26.6 49 50 55 55.1d'),
  iso42001: [
    ...ids('A.2.2 A.2.3 A.2.4 A.3.2 A.3.3 A.4.2 A.4.3 A.4.4 A.4.5 A.4.6 A.5.2 A.5.3 A.5.4 A.5.5 A.6.1.2 A.6.1.3'),
    ...ids('A.6.2.2 A.6.2.3 A.6.2.4 A.6.2.5 A.6.2.6 A.6.2.7 A.6.2.8 A.7.2 A.7.3 A.7.4 A.7.5 A.7.6'),
    ...ids('A.8.2 A.8.3 A.8.4 A.8.5 A.9.2 A.9.3 A.9.4 A.10.2 A.10.3 A.10.4'),
  ],
  cis4: ids('2.1.1.2.1 2.2.1.1 2.2.1.2 2.2.2.1'),
  cis6: [
    ...ids('6.1.1.4 7.16 8.1.1.1 8.1.5.1 8.1.8.1 8.3.1 8.3.3 8.3.5 8.3.6 8.3.9 9.2.3 9.3.1.1 9.3.1.2 9.3.1.3'),
    ...ids('9.3.2.1 9.3.2.3 9.3.4 9.3.5 9.3.6 9.3.7 9.3.8'),
  ],
  gdpr: ids('44'),
};

export const frameworkTitles = {
  mcsb: 'Microsoft cloud security benchmark v2',
  owaspLlm2025: 'OWASP Top 10 for LLM applications 2025',
  owaspLlm2026: 'OWASP Top 10 for LLM applications 2026',
  owaspAgentic2026: 'OWASP Top 10 for agentic applications 2026',
  atlas: 'MITRE ATLAS',
  nistAiRmf: 'NIST AI RMF 1.0',
  nistAi6001: 'NIST AI 600-1',
  euAiAct: 'EU AI Act',
  iso42001: 'ISO/IEC 42001 Annex A',
  cis4: 'CIS Microsoft Azure Foundations 4.0',
  cis6: 'CIS Microsoft Azure Foundations 6.0',
  gdpr: 'GDPR',
} as const satisfies Record<Framework, string>;

export type Framework = keyof typeof controlIds;
export type ControlId<F extends Framework> = (typeof controlIds)[F][number];
export type ControlMap = { readonly [F in Framework]?: readonly ControlId<F>[] };

/** `process`: an organisation's doing, which no configuration in Azure can show. */
export interface Control {
  readonly id: string;
  readonly title: string;
  readonly scope: 'posture' | 'process';
}

/** A framework with every control we list, those without a rule too. */
export interface FrameworkPage {
  readonly key: Framework;
  /** Name on the command line and in URLs, kebab case. */
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly url: string;
  /** Who mapped checks to its controls: Microsoft where a policy set of theirs does, we everywhere else. */
  readonly source: 'Microsoft and ours' | 'ours';
  readonly controls: readonly Control[];
  /** Control ids by policy definition GUID, as Microsoft's built-in policy set has them. */
  readonly mappedByMicrosoft: Readonly<Record<string, readonly string[]>>;
}
