/** Columns of zeros, cut from one array: to allocate each by itself takes longer than to fill it. */
export function columnsOf(columns: number, rows: number): Float32Array[] {
  const all = new Float32Array(columns * rows);
  return Array.from({ length: columns }, (_, i) => all.subarray(i * rows, (i + 1) * rows));
}
