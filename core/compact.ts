/**
 * Numbers as text that JSON does not escape and gzip packs well: whole numbers in one character when small, and weights in one character each, in
 * steps of a few percent. A posting takes two characters instead of eight.
 */

/** Printable ASCII without quote and backslash. */
const alphabet = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i))
  .filter((letter) => letter !== '"' && letter !== '\\')
  .join('');
const digitOf = new Uint8Array(128);
for (const [digit, letter] of [...alphabet].entries()) digitOf[letter.charCodeAt(0)] = digit;

/** Digits from `half` on say that more follow. */
const half = alphabet.length / 2;

export function packNumbers(numbers: readonly number[]): string {
  return numbers
    .map((number) => {
      let text = '';
      let rest = number;
      for (; rest >= half; rest = Math.floor(rest / half)) text += alphabet[half + (rest % half)];
      return text + alphabet[rest];
    })
    .join('');
}

export function unpackNumbers(text: string): Uint32Array {
  const numbers = new Uint32Array(text.length);
  let count = 0;
  let value = 0;
  let scale = 1;
  for (let i = 0; i < text.length; i++) {
    const digit = digitOf[text.charCodeAt(i)] ?? 0;
    if (digit >= half) {
      value += (digit - half) * scale;
      scale *= half;
      continue;
    }
    numbers[count++] = value + digit * scale;
    value = 0;
    scale = 1;
  }
  return numbers.subarray(0, count);
}

/** Each step is this much below the last: no two topics are decided by less. */
const step = 1.07;

/** Weights above nought, as steps below `top`, the greatest. The least that can be told from nought is about a four-hundredth of `top`. */
export function packWeights(weights: readonly number[], top: number): string {
  return weights.map((weight) => alphabet[Math.min(alphabet.length - 1, Math.max(0, Math.round(Math.log(top / weight) / Math.log(step))))]).join('');
}

export function unpackWeights(text: string, top: number): Float32Array {
  const levels = Float32Array.from(alphabet, (_, level) => top / step ** level);
  const weights = new Float32Array(text.length);
  for (let i = 0; i < text.length; i++) weights[i] = levels[digitOf[text.charCodeAt(i)] ?? 0] ?? 0;
  return weights;
}
