import { Presets, SingleBar } from 'cli-progress';
import type { Watch } from '../audit';
import type { Progress } from '../collect/azure';
import { say } from './output';

/** A watch that owns a line of the terminal until it is closed. */
export type ClosableWatch = Watch & { close(): void };

const waits = ({ waiting }: Progress): string =>
  waiting.length === 0 ? '' : `, ${waiting.length === 1 ? 'one waits' : `${waiting.length} wait`} (429)`;

const clock = (): string => new Date().toISOString().slice(11, 19);
const everyMilliseconds = 10_000;

/** Plain lines with a time, one every ten seconds at most: for pipelines. */
function plainWatch(progress: () => Progress): ClosableWatch {
  let [done, all, told] = [0, 0, Date.now()];
  return {
    begin: (_step, units = 0) => void ([done, all, told] = [0, units, Date.now()]),
    unitDone: () => {
      done += 1;
      if (Date.now() - told < everyMilliseconds) return;
      told = Date.now();
      say(`${clock()} read: ${done} of ${all}, ${progress().requests} requests${waits(progress())}`);
    },
    end: (step, words) => say(`${clock()} ${step}: ${words}`),
    close: () => undefined,
  };
}

/** A bar redrawn in place four times a second, replaced by the step's result. */
function barWatch(progress: () => Progress): ClosableWatch {
  let bar: SingleBar | undefined;
  let began = Date.now();
  const stop = (): void => {
    bar?.stop();
    bar = undefined;
  };
  return {
    begin: (step, units) => {
      began = Date.now();
      const format = units
        ? `  ${step.padEnd(9)} {bar} {value} of {total}   {requests} requests{waits}`
        : `  ${step.padEnd(9)} …`;
      bar = new SingleBar(
        { format, fps: 4, clearOnComplete: true, hideCursor: true, barsize: 30, stream: process.stderr },
        Presets.shades_classic,
      );
      bar.start(units ?? 1, 0, { requests: 0, waits: '' });
    },
    unitDone: () => bar?.increment(1, { requests: progress().requests, waits: waits(progress()) }),
    end: (step, words) => {
      stop();
      say(`  ${step.padEnd(9)} ✓ ${words.padEnd(70)} ${((Date.now() - began) / 1000).toFixed(1)} s`);
    },
    close: stop,
  };
}

/** Bars on a terminal, plain lines elsewhere. */
export const openWatch = (progress: () => Progress): ClosableWatch =>
  process.stderr.isTTY && process.env['TERM'] !== 'dumb' ? barWatch(progress) : plainWatch(progress);
