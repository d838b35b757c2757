#!/usr/bin/env node
/* The entry of the command line. It holds no modern syntax of its own, so that an old Node gets a sentence and not a stack. */
const wanted = 22;

if (Number(process.versions.node.split('.')[0]) < wanted) {
  process.stderr.write(
    `aispm needs Node ${wanted} or later; this is ${process.versions.node}. Start it with: npx --no-install aispm\n`,
  );
  process.exitCode = 3;
} else {
  void import('./cli.js').then(({ runCommandLine }) => runCommandLine(process.argv));
}
