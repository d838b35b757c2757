import type { Decision, Withdrawal } from '../model/decision';
import { canonicalJson, inOrder } from './canonical';
import { insertDocument, textOf } from './documents';
import { toKey } from './keys';
import type { Tables } from './tables';

const table = 'aispmdecisions';
const withdrawn = 'withdrawal';

/** What people decided, append only: taking a decision back is a row of its own, and the first one stays. */
export class Decisions {
  constructor(
    private readonly tables: Tables,
    private readonly writtenAt: () => string,
  ) {}

  /** A decision that is there is left alone: the same call again does no harm. */
  async add(decision: Decision): Promise<void> {
    await this.insert(decision.kind, decision.id, decision);
  }

  async withdraw(id: string, withdrawal: Withdrawal): Promise<void> {
    await this.insert(withdrawn, id, withdrawal);
  }

  /** All of them, withdrawn and expired ones too, newest first. */
  async all(): Promise<readonly Decision[]> {
    const decisions: Decision[] = [];
    const ends = new Map<string, Withdrawal>();
    for await (const row of this.tables.query(table, {})) {
      if (row.properties.textRows === undefined) continue;
      const value: unknown = JSON.parse(await textOf(this.tables, table, row));
      if (row.partitionKey === withdrawn) ends.set(row.rowKey, value as Withdrawal);
      else decisions.push(value as Decision);
    }
    return decisions
      .map((decision) => joined(decision, ends))
      .sort((a, b) => inOrder(b.at, a.at) || inOrder(a.id, b.id));
  }

  private async insert(partition: string, id: string, value: Decision | Withdrawal): Promise<void> {
    const columns = { writtenAt: this.writtenAt() };
    await insertDocument(this.tables, table, {
      partitionKey: partition,
      rowKey: toKey(id),
      text: canonicalJson(value),
      columns,
    });
  }
}

function joined(decision: Decision, ends: ReadonlyMap<string, Withdrawal>): Decision {
  const end = ends.get(toKey(decision.id));
  return end ? { ...decision, withdrawn: end } : decision;
}
