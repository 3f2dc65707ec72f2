#!/usr/bin/env node
// Only what every Node can parse may stand here: an old one must live to read the message.
const [major = 0, minor = 0, patch = 0] = process.versions.node.split(".").map(Number);

if (major * 1e6 + minor * 1e3 + patch < 22_022_002) {
  process.stderr.write(`dehusk needs Node 22.22.2 or newer; this is Node ${process.versions.node}.\n`);
  process.exitCode = 2;
} else {
  void import("./program.ts").then(({ runProgram }) => runProgram(process.argv));
}
