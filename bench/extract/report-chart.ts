import type { SetReport } from "./report-markdown.ts";

interface Point {
  readonly name: string;
  readonly quality: number;
  readonly error: number;
  /** MB a second. */
  readonly speed: number;
}

type Range = readonly [low: number, high: number];

const WIDTH = 460;
const HEIGHT = 340;
const LEFT = 48;
const RIGHT = 110;
const TOP = 34;
const BOTTOM = 40;
const LINE = 12;
const COLUMNS = 2;

/** Quality against speed, one panel a set: further up is better, further right is faster (a logarithmic axis). */
export function reportChart(sets: readonly SetReport[]): string {
  const panels = sets.map((set) => ({ set, points: pointsOf(set) })).filter(({ points }) => points.length > 0);
  const rows = Math.ceil(panels.length / COLUMNS);
  const drawn = panels.map(({ set, points }, i) => {
    const place = `translate(${(i % COLUMNS) * WIDTH} ${Math.floor(i / COLUMNS) * HEIGHT})`;
    return `<g transform="${place}">${panel(set, points)}</g>`;
  });
  const [width, height] = [WIDTH * Math.min(COLUMNS, panels.length), HEIGHT * rows];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...drawn,
    "</svg>",
    "",
  ].join("\n");
}

/** Quality is what the set's gold is: main text, or segments. */
function pointsOf({ peers }: SetReport): readonly Point[] {
  return peers.flatMap(({ peer, scores, speed }) => {
    const figure = scores.words ?? scores.segments;
    return figure && speed ? [{ name: peer, quality: figure.f1, error: figure.error, speed: speed.mbPerSecond }] : [];
  });
}

function panel({ set, pages, peers }: SetReport, points: readonly Point[]): string {
  const [slow, fast] = decades(points.map(({ speed }) => speed));
  const [low, high] = twentieths(points);
  const x = (speed: number): number => LEFT + ((Math.log10(speed) - slow) / (fast - slow)) * (WIDTH - LEFT - RIGHT);
  const y = (quality: number): number => TOP + ((high - quality) / (high - low)) * (HEIGHT - TOP - BOTTOM);
  const score = peers[0]?.scores.words ? "word F1" : "with/without F";
  return [
    text(LEFT, 18, `${set} (${pages} pages): ${score} against MB/s`, 'font-weight="bold"'),
    ...axis([slow, fast], [low, high], x, y),
    ...placed(points, x, y).map(({ point, label }) => mark(point, x(point.speed), y, label)),
  ].join("\n");
}

function axis(
  [slow, fast]: Range,
  [low, high]: Range,
  x: (speed: number) => number,
  y: (quality: number) => number,
): readonly string[] {
  const line = (x1: number, y1: number, x2: number, y2: number): string =>
    `<path d="M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}" stroke="#ddd"/>`;
  const parts: string[] = [];
  for (let power = slow; power <= fast; power++) {
    const at = x(10 ** power);
    parts.push(line(at, TOP, at, HEIGHT - BOTTOM));
    parts.push(text(at, HEIGHT - BOTTOM + 16, String(10 ** power), 'text-anchor="middle"'));
  }
  const step = high - low > 0.3 ? 0.1 : 0.05;
  for (let quality = high; quality > low - 1e-9; quality -= step) {
    parts.push(line(LEFT, y(quality), WIDTH - RIGHT, y(quality)));
    parts.push(text(LEFT - 6, y(quality) + 4, quality.toFixed(2), 'text-anchor="end"'));
  }
  return parts;
}

/** Labels stand right of their points, and move down until they overlap none above. */
function placed(
  points: readonly Point[],
  x: (speed: number) => number,
  y: (quality: number) => number,
): readonly { readonly point: Point; readonly label: number }[] {
  const done: { point: Point; label: number }[] = [];
  for (const point of points.toSorted((a, b) => b.quality - a.quality)) {
    let label = y(point.quality);
    for (const other of done)
      if (Math.abs(x(other.point.speed) - x(point.speed)) < RIGHT && Math.abs(other.label - label) < LINE)
        label = other.label + LINE;
    done.push({ point, label });
  }
  return done;
}

function mark({ name, quality, error }: Point, x: number, y: (quality: number) => number, label: number): string {
  const colour = name.startsWith("dehusk") ? "#c22" : "#357";
  return [
    `<path d="M${round(x)} ${round(y(Math.min(1, quality + error)))}V${round(y(quality - error))}" stroke="${colour}" opacity=".5"/>`,
    `<circle cx="${round(x)}" cy="${round(y(quality))}" r="3.5" fill="${colour}"/>`,
    `<path d="M${round(x + 4)} ${round(y(quality))}L${round(x + 8)} ${round(label)}" stroke="${colour}" opacity=".4"/>`,
    text(x + 9, label + 4, name, `fill="${colour}"`),
  ].join("");
}

/** The twentieths around all scores and their errors. */
function twentieths(points: readonly Point[]): Range {
  const low = Math.floor(Math.min(...points.map(({ quality, error }) => quality - error)) * 20) / 20;
  const high = Math.ceil(Math.max(...points.map(({ quality, error }) => quality + error)) * 20) / 20;
  return [low, Math.max(low + 0.05, Math.min(1, high))];
}

/** The powers of ten around these values; at least one step apart. */
function decades(values: readonly number[]): Range {
  const low = Math.floor(Math.log10(Math.min(...values)));
  return [low, Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))))];
}

function text(x: number, y: number, words: string, attributes: string): string {
  return `<text x="${round(x)}" y="${round(y)}" ${attributes}>${words.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</text>`;
}

function round(value: number): string {
  return value.toFixed(1);
}
