import { defineFramework } from './framework';

/** OWASP Top 10 for agentic applications 2026, complete. */
export const owaspAgentic2026 = defineFramework({
  key: 'owaspAgentic2026',
  id: 'owasp-agentic-2026',
  version: '2026',
  url: 'https://genai.owasp.org/resource/owasp-top-10-for-agentic-applications-for-2026/',
  controls: [
    ['ASI01', 'Agent Goal Hijack'],
    ['ASI02', 'Tool Misuse and Exploitation'],
    ['ASI03', 'Identity and Privilege Abuse'],
    ['ASI04', 'Agentic Supply Chain Vulnerabilities'],
    ['ASI05', 'Unexpected Code Execution'],
    ['ASI06', 'Memory and Context Poisoning'],
    ['ASI07', 'Insecure Inter-Agent Communication'],
    ['ASI08', 'Cascading Failures'],
    ['ASI09', 'Human-Agent Trust Exploitation'],
    ['ASI10', 'Rogue Agents'],
  ],
});
