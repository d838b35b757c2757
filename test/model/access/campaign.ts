import { agree } from './agreement';

/** `npm run campaign:access [tenants] [seed]`: the agreement of both implementations over many tenants, with its figures. */
const [tenants = '10000', seed = String(process.pid)] = process.argv.slice(2);
const began = process.hrtime.bigint();
const tally = agree(Number(tenants), Number(seed));
const seconds = Number(process.hrtime.bigint() - began) / 1e9;
process.stdout.write(
  `seed ${seed}: ${tally.tenants} tenants, ${tally.questions} questions, 0 differences, ${seconds.toFixed(0)} s\n`,
);
for (const [answer, times] of Object.entries(tally.answers)) process.stdout.write(`${answer.padEnd(12)}${times}\n`);
