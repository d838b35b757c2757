import { audit } from '../../src/audit';
import { deliver } from '../../src/steps/deliver';
import { decide } from '../../src/steps/decide';
import { tidy } from '../../src/steps/tidy';
import { readSettings } from '../../src/config';
import { openWorld, type World } from '../../src/world';
import { change, demoDeniedSubscription, demoEstate, type Edit } from '../azure/estate';
import { startAzure, type SimulatedAzure } from '../azure/server';

const hour = 3_600_000;
const start = Date.UTC(2026, 10, 2, 6);

/** A channel that answers nothing but 503 for as long as it is down. */
const down = 1_000_000;

/** A tenant, the auditor that watches it, and a clock that the script turns. */
export class Life {
  private clock = start;
  readonly told: { readonly day: number; readonly body: unknown }[] = [];

  private constructor(
    readonly azure: SimulatedAzure,
    readonly world: World,
    private readonly at: { now: () => number },
  ) {
    at.now = () => this.clock;
  }

  static async begin(config: object): Promise<Life> {
    const azure = await startAzure({ estate: demoEstate(), knobs: { argQuota: null } });
    const at = { now: () => start };
    Object.assign(process.env, azure.env);
    const settings = readSettings({ ...azure.env, AISPM_STORAGE: '', AISPM_CONFIG: JSON.stringify(config) });
    const now = (): string => new Date(at.now()).toISOString();
    return new Life(azure, await openWorld(settings, { forget: true, now, sleep: () => Promise.resolve() }), at);
  }

  get day(): number {
    return Math.floor((this.clock - start) / 24 / hour) + 1;
  }

  idOf(suffix: string): string {
    const found = this.azure.estate.arm.find(({ id }) => id.toLowerCase().endsWith(suffix));
    if (!found) throw new Error(`The tenant holds nothing that ends in ${suffix}.`);
    return found.id;
  }

  edit(...edits: readonly Edit[]): void {
    this.azure.estate.arm = change(this.azure.estate, edits).arm;
    this.azure.reindex();
  }

  /** Cards that arrived since the last look belong to the present day. */
  private look(): void {
    for (const { body } of this.azure.cards.slice(this.told.length)) this.told.push({ day: this.day, body });
  }

  /** The schedule's audit at six, and the tidying of history. */
  async audit(): Promise<void> {
    const dueAt = new Date(this.clock).toISOString();
    await audit(this.world, { scopes: [], trigger: 'timer', dueAt });
    await tidy(this.world, 60);
    this.look();
  }

  /** Time passes; every hour the cards that wait are offered again. */
  async pass(days: number): Promise<void> {
    for (const end = this.clock + days * 24 * hour; this.clock < end; this.clock += hour) {
      if ((this.clock - start) % (6 * hour) === 3 * hour) await deliver(this.world);
      this.look();
    }
  }

  channel(state: 'up' | 'down'): void {
    this.azure.knobs.teams.failNext = state === 'down' ? down : 0;
  }

  subscription(state: 'read' | 'denied'): void {
    if (state === 'denied') this.azure.knobs.denySubscriptions.add(demoDeniedSubscription);
    else this.azure.knobs.denySubscriptions.clear();
  }

  except(rule: string, scope: string, days: number): Promise<unknown> {
    const until = new Date(this.clock + days * 24 * hour).toISOString();
    return decide(
      this.world,
      { rule, scope, reason: 'The partner moves next week.', owner: 'ai-platform', until },
      'ada',
    );
  }

  async end(): Promise<void> {
    await this.world.close();
    await this.azure.close();
  }
}

/** Three weeks of a tenant: what gets worse, is mended, comes back, is accepted, is not seen, is not heard, and a quiet end. */
export async function live(life: Life): Promise<void> {
  const shared = life.idOf('/accounts/oai-shared');
  const day = async (before: () => unknown = () => undefined): Promise<void> => {
    await before();
    await life.audit();
    await life.pass(1);
  };
  await day(); // 1: the welcome
  await day(); // 2: nothing changed
  await day(() => {
    life.edit({ edit: 'enableLocalAuth', id: shared });
    life.edit({ edit: 'weakenGuardrail', id: life.idOf('/accounts/claims-prod/raipolicies/claims-guard') });
  }); // 3: one critical, one digest
  await day(() => life.edit({ edit: 'disableLocalAuth', id: shared })); // 4: it is over
  await day(() => life.edit({ edit: 'enableLocalAuth', id: shared })); // 5: it is back
  await day(() => life.except('aiservices-local-auth-disabled', shared.toLowerCase(), 4)); // 6: accepted until day 10
  await day(() => life.subscription('denied')); // 7: less is seen
  await day(); // 8: still not
  await day(() => life.subscription('read')); // 9: seen again
  await day(); // 10: the acceptance ends in the course of the day
  await day(); // 11: what was accepted counts again
  await day(() => {
    life.channel('down');
    life.edit({ edit: 'openNetwork', id: life.idOf('/storageaccounts/stfreightml') });
  }); // 12: said to nobody
  await day(() => life.edit({ edit: 'changeTags', id: shared })); // 13: nor this
  life.channel('up');
  await life.pass(0.5); // the channel is back at noon: one card for both days
  await life.pass(2.5); // 14 to 16: the app is down
  await day(); // 17: three audits are missing
  for (let quiet = 18; quiet <= 24; quiet += 1) await day(); // 24: a quiet week
}
