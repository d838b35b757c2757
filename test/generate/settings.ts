import { readSettings, scheduleIn, type settingNames } from '../../src/config';

interface SettingHelp {
  readonly meaning: string;
  /** What holds without it. */
  readonly unset: string;
}

/** The configuration reference: a setting without its words does not compile. */
export const settingHelp: Readonly<Record<(typeof settingNames)[number], SettingHelp>> = {
  AISPM_SCOPES: {
    meaning: 'Comma-separated subscription ids or management group ids to audit.',
    unset: 'all the identity can read',
  },
  AISPM_SCHEDULE: {
    meaning: 'When the scheduled audit starts: NCRONTAB with six fields, seconds first, UTC.',
    unset: `\`${scheduleIn({})}\``,
  },
  AISPM_CLOUD: {
    meaning: 'The Azure cloud: `public`, `usgov`, `china` or `custom`.',
    unset: `\`${readSettings({}).cloudName}\``,
  },
  AISPM_ARM_ENDPOINT: {
    meaning: 'With `custom` only: URL of Azure Resource Manager. Plain http is accepted for loopback hosts only.',
    unset: 'none',
  },
  AISPM_GRAPH_ENDPOINT: { meaning: 'With `custom` only: URL of Microsoft Graph.', unset: 'none' },
  AISPM_AUTHORITY_HOST: { meaning: 'With `custom` only: URL that issues tokens.', unset: 'none' },
  AISPM_STORAGE: {
    meaning: 'Where history is kept: a table endpoint URL, used with the identity, or a connection string.',
    unset: 'an embedded Azurite that keeps its files in `.aispm/`; where Azurite is not installed, nothing is kept',
  },
  AISPM_TEAMS_WEBHOOK_URL: {
    meaning: 'URL of the Teams workflow that posts the card. It is a credential: it is never logged or shown.',
    unset: 'no cards',
  },
  AISPM_CONFIG: {
    meaning: 'The policy file: its path, or its JSON.',
    unset: 'the defaults of the policy table',
  },
};
