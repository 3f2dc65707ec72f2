import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** F1 of words, shingles and segments, from 0 to 1; those that a set has gold for. */
export type FloorScores = Readonly<Partial<Record<"words" | "shingles" | "segments", number>>>;

export interface SetFloors {
  /** Name of the data file. */
  readonly file: string;
  /** Of the data file: other data has other floors. */
  readonly sha256: string;
  /** Pages, spread over the file. */
  readonly sample: number;
  readonly floors: FloorScores;
}

/** Scores that the default extractor may not fall below, and each time that one was lowered. */
export interface Floors {
  readonly sets: readonly SetFloors[];
  readonly lowered: readonly {
    readonly day: string;
    readonly file: string;
    readonly score: string;
    readonly from: number;
    readonly to: number;
    readonly reason: string;
  }[];
}

/** What a set gave: its fingerprint, and the scores of the sample. */
export interface Measured {
  readonly sha256: string;
  readonly scores: FloorScores;
}

/** Why floors may go down, and when that was said. */
export interface Leave {
  readonly reason: string;
  readonly day: string;
}

const FILE = fileURLToPath(new URL("../floors.json", import.meta.url));

export function readFloors(): Floors {
  return JSON.parse(readFileSync(FILE, "utf8"));
}

export function writeFloors(floors: Floors): void {
  writeFileSync(FILE, `${JSON.stringify(floors, undefined, 2)}\n`);
}

/** What is wrong with a set's measured scores, a line each; nothing where they hold. */
export function fallenBelow({ file, sha256, floors }: SetFloors, measured: Measured): readonly string[] {
  if (sha256 !== measured.sha256)
    return [`${file} is not the data that the floors were measured on; npm run bench:floors -- --lower "new data"`];
  return namesOf(floors).flatMap((name) => {
    const got = measured.scores[name] ?? 0;
    return got < floors[name]! ? [`${file}: ${name} is ${got}, its floor ${floors[name]}`] : [];
  });
}

/** Floors raised to what was measured. With leave they also go down to it, which is written down, and take new data. */
export function moveFloors(floors: Floors, measured: ReadonlyMap<string, Measured>, leave?: Leave): Floors {
  const lowered = [...floors.lowered];
  const sets = floors.sets.map((set) => {
    const now = measured.get(set.file);
    if (!now || (now.sha256 !== set.sha256 && !leave)) return set;
    const moved = { ...set.floors };
    for (const name of namesOf(now.scores)) {
      const [from, to] = [set.floors[name], now.scores[name]!];
      if (from !== undefined && to < from) {
        if (!leave) continue;
        lowered.push({ day: leave.day, file: set.file, score: name, from, to, reason: leave.reason });
      }
      moved[name] = to;
    }
    return { ...set, sha256: now.sha256, floors: moved };
  });
  return { sets, lowered };
}

function namesOf(scores: FloorScores): readonly (keyof FloorScores)[] {
  return Object.keys(scores) as (keyof FloorScores)[];
}
