/** Rounds after which the fixed point moves no more; it took at most 12 on real pages. */
const ROUNDS = 30;

/**
 * The choice with the best expected F1: an item is kept where its probability is above `part` × the F1 that the choice is
 * expected to reach, found as a fixed point. At part = 1/2 this is the optimal rule for independent items (Lewis 1995; Ye,
 * Chai, Lee and Chieu 2012). Weights are the sizes of the items. Answers the threshold and the expected F1.
 */
export function expectedF1(
  probabilities: ArrayLike<number>,
  weights: ArrayLike<number>,
  part: number,
): { readonly threshold: number; readonly f1: number } {
  let all = 0;
  for (let i = 0; i < probabilities.length; i++) all += probabilities[i]! * weights[i]!;
  let f1 = 0.8;
  for (let round = 0; round < ROUNDS; round++) {
    let [hit, kept] = [0, 0];
    for (let i = 0; i < probabilities.length; i++) {
      if (probabilities[i]! <= part * f1) continue;
      kept += weights[i]!;
      hit += probabilities[i]! * weights[i]!;
    }
    const next = kept + all === 0 ? 0 : (2 * hit) / (kept + all);
    const settled = Math.abs(next - f1) < 1e-6;
    f1 = next;
    if (settled) break;
  }
  return { threshold: part * f1, f1 };
}
