// Writes words as the index has them, exactly as sitegen/search/tokens.py does: pairs of letters where a script has no spaces.

const UNSPACED = "々〆〇ぁ-ゖゝゞァ-ヺヽヾ㐀-鿿豈-﫿\u{20000}-\u{2ebef}";
const RUN = new RegExp(`[${UNSPACED}]+|[^\\s${UNSPACED}]+`, "gu");
const STARTS_UNSPACED = new RegExp(`^[${UNSPACED}]`, "u");
const MARK = "ŋ";

export const isUnspaced = (text) => STARTS_UNSPACED.test(text);
export const runs = (folded) => folded.match(RUN) ?? [];

const inLetters = (number, length) =>
  number.toString(16).padStart(length, "0").replace(/./g, (digit) => String.fromCharCode(97 + parseInt(digit, 16)));
const code = (letter) => inLetters(letter.codePointAt(), 4);

/**
 * The tokens that a page with this folded word has; each is a list of which one is enough.
 * `whole` asks for whole words, where the index keeps them whole: otherwise a word may go on.
 */
export function tokensOf(folded, { stemmed, whole = true }) {
  const found = runs(folded);
  return found.flatMap((run, n) => {
    if (!isUnspaced(run)) return [[stemmed || (!whole && n === found.length - 1) ? run : run + MARK]];
    const codes = [...run].map(code);
    const pairs = codes.slice(1).map((next, i) => [MARK + codes[i] + next + MARK]);
    // Of a long stretch every other pair will do: what only seems to fit is seen in the page's words.
    if (codes.length > 1) return pairs.filter((_, i) => pairs.length < 4 || i % 2 === 0 || i === pairs.length - 1);
    // One letter: at the beginning of a pair, or the last of its run. Beside other words it says nothing.
    return found.length > 1 ? [] : [[MARK + codes[0], MARK + MARK + codes[0] + MARK]];
  });
}

/** The token of one of the site's words, folded; `head` is the one that stands for all that mean the same. */
export function wordToken(form, head) {
  let value = 0x811c9dc5; // FNV-1a
  for (const letter of form) value = Math.imul(value ^ letter.codePointAt(), 0x01000193) >>> 0;
  return `${MARK}w${[...head].slice(0, 2).map(code).join("")}w${inLetters(value, 8)}${MARK}`;
}

/** The token of a value that results can be narrowed down to. */
export const facetToken = (name, value) => MARK.repeat(3) + `${name} ${value}`.toLowerCase().replace(/[^a-z]/g, (sign) => `ŧ${code(sign)}`) + MARK;
