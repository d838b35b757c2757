import type { FrameworkPage } from '../../model/controls';
import { atlas } from './atlas';
import { cis4 } from './cis4';
import { cis6 } from './cis6';
import { euAiAct } from './euAiAct';
import { gdpr } from './gdpr';
import { iso42001 } from './iso42001';
import { mcsb } from './mcsb';
import { nistAi6001 } from './nistAi6001';
import { nistAiRmf } from './nistAiRmf';
import { owaspAgentic2026 } from './owaspAgentic2026';
import { owaspLlm2025 } from './owaspLlm2025';
import { owaspLlm2026 } from './owaspLlm2026';

/** Every framework, in the order in which pages show them. */
export const frameworks: readonly FrameworkPage[] = [
  mcsb,
  owaspLlm2025,
  owaspLlm2026,
  owaspAgentic2026,
  atlas,
  nistAiRmf,
  nistAi6001,
  euAiAct,
  iso42001,
  cis6,
  cis4,
  gdpr,
];
