import { diffResource } from '../../src/drift/diff';
import type { Agent } from '../../src/model/agents';
import { safe } from '../kit/safe';
import { mcp, tool } from '../rules/foundry/agentTool';

const agent = (more: Partial<Agent>): Agent => safe('agent', more);
const told = (before: Partial<Agent>, after: Partial<Agent>) =>
  diffResource(agent(before), agent(after), []).map((one) => `${one.property}: ${one.before} -> ${one.after}`);

describe('an agent whose tools change under it', () => {
  const own = { tools: [tool('bing_grounding'), mcp()] };

  test('another host behind the same label is told as that', () => {
    const after = { tools: [tool('bing_grounding'), mcp({ host: 'mirror.example' })] };
    expect(told(own, after)).toEqual(['tools.mcp tickets.host: "mcp.tickets.example" -> "mirror.example"']);
  });

  test('another list of tools, another connection, and an approval that falls away', () => {
    const after = {
      tools: [
        tool('bing_grounding'),
        mcp({ allowedToolNames: ['drop', 'find'], connectionNames: ['side'], approval: 'never' }),
      ],
    };
    expect(told(own, after)).toEqual([
      'tools.mcp tickets.allowedToolNames: ["find"] -> ["drop","find"]',
      'tools.mcp tickets.approval: "always" -> "never"',
      'tools.mcp tickets.connectionNames: [] -> ["side"]',
    ]);
  });

  test('a new version that says the same is no change', () => {
    expect(told({ ...own, agentVersion: '1' }, { ...own, agentVersion: '2' })).toEqual([]);
  });
});
