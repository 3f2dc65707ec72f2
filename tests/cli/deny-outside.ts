import child from "node:child_process";
import dgram from "node:dgram";
import dns from "node:dns";
import { writeSync } from "node:fs";
import http from "node:http";
import https from "node:https";
import { syncBuiltinESMExports } from "node:module";
import net from "node:net";
import vm from "node:vm";

// Loaded before the command, in every thread: whatever leads out of the process, or runs a text as a program, is told and
// refused.

type Functions = Record<string, (...rest: never[]) => unknown>;

const WAYS: readonly (readonly [unknown, readonly string[]])[] = [
  [net, ["connect", "createConnection", "createServer"]],
  [net.Socket.prototype, ["connect"]],
  [dgram, ["createSocket"]],
  [dns, ["lookup", "resolve", "resolve4", "resolve6"]],
  [dns.promises, ["lookup", "resolve"]],
  [http, ["request", "get"]],
  [https, ["request", "get"]],
  [child, ["spawn", "spawnSync", "exec", "execSync", "execFile", "execFileSync", "fork"]],
  [vm, ["runInThisContext", "runInNewContext", "runInContext", "compileFunction"]],
  [globalThis, ["fetch", "eval", "WebSocket"]],
];

/** jsdom runs this one text of its own, for the prototype of what it makes. */
const HARMLESS = "(async function* () {})";

for (const [owner, names] of WAYS)
  for (const name of names) {
    const original = (owner as Functions)[name];
    (owner as Functions)[name] = (...rest) => {
      if (name === "eval" && String(rest[0]) === HARMLESS) return original?.(...rest);
      writeSync(2, `DENIED ${name}\n`);
      throw new Error(`${name} is denied`);
    };
  }
syncBuiltinESMExports();
