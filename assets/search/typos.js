// Finds the words of the site that a mistyped word may mean.

/** Fewest letters to insert, leave out, replace or swap with the next to come from one word to the other; more than `most` counts as Infinity. */
function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return Infinity;
  let before = [];
  let last = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let i = 1; i <= a.length; i++) {
    const now = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      now[j] = Math.min(last[j] + 1, now[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) now[j] = Math.min(now[j], before[j - 2] + 1);
    }
    if (Math.min(...now) > most) return Infinity;
    [before, last] = [last, now];
  }
  return last[b.length] <= most ? last[b.length] : Infinity;
}

/** How many slips a word may have: in a short one every letter tells it from others, and so does every kanji. */
function allowed(form) {
  const length = /^[a-z]/.test(form) ? form.length - 1 : form.length; // Latin letters say less than kana
  return length < 4 ? 0 : length < 7 || /[㐀-鿿]{2}/.test(form) ? 1 : 2;
}

/** Slips that leave little doubt, also in a short word: a letter left out between its first and its last, or two letters swapped. */
function isSure(form, other) {
  if (form.length < 3) return false;
  if (other.length > form.length) return form[0] === other[0] && form.at(-1) === other.at(-1);
  return [...form].sort().join("") === [...other].sort().join("");
}

/** The forms nearest to a mistyped one, best first: [form, distance]. People rarely mistype both ends of a word. */
export function nearest(form, forms, most = allowed(form)) {
  const found = [];
  for (const other of forms) {
    if (other.length < 3 || (form[0] !== other[0] && form.at(-1) !== other.at(-1))) continue;
    const slips = distance(form, other, most || (isSure(form, other) ? 1 : 0));
    if (slips && slips < Infinity) found.push([other, slips]);
  }
  return found.sort((a, b) => a[1] - b[1] || Math.abs(a[0].length - form.length) - Math.abs(b[0].length - form.length));
}
