// Cuts out of a page's words what shows why it was found, with the query's words marked.

const LETTERS = { unspaced: 90, spaced: 180 };
const BEFORE = 0.25; // of the excerpt, before the first marked word

/** Where the forms of each part stand in a text: [start, end, number of the part], in order, none within another. */
function places(text, parts, lexicon) {
  const { folded, places: at } = lexicon.folding.foldWithPlaces(text);
  const found = [];
  parts.forEach((part, n) => {
    for (const form of new Set([part.typed, ...part.forms.keys(), ...(part.pieces ?? [])])) {
      const stem = lexicon.bigrams ? form : form.slice(0, Math.max(3, Math.ceil(form.length * 0.7)));
      if (!form) continue;
      for (let from = folded.indexOf(stem); from >= 0; from = folded.indexOf(stem, from + 1)) {
        const latin = /[a-z0-9]/.test(stem[0]) && /[a-z0-9]/.test(folded[from - 1] ?? "");
        if (latin) continue;
        let end = from + stem.length;
        if (!lexicon.bigrams || /[a-z0-9]/.test(stem.at(-1))) while (/[\p{L}\p{N}]/u.test(folded[end] ?? "") && /[^ぁ-ヿ㐀-鿿]/.test(folded[end])) end += 1;
        found.push([at[from], at[end] ?? text.length, n]);
      }
    }
  });
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  return found.filter(([start], i) => !found.slice(0, i).some(([, end]) => start < end));
}

/** Text as pieces: [text, whether it is marked]. */
function pieces(text, marked, start = 0, end = text.length) {
  const result = [];
  let from = start;
  for (const [first, last] of marked) {
    if (first < start || last > end) continue;
    if (first > from) result.push([text.slice(from, first), false]);
    result.push([text.slice(first, last), true]);
    from = last;
  }
  if (from < end) result.push([text.slice(from, end), false]);
  return result;
}

export function markedTitle(title, parts, lexicon) {
  return pieces(title, places(title, parts, lexicon));
}

const SENTENCE_END = /[。！？\n]|[.!?] /g;

/** The stretch of a text with the most of the query's parts, from the beginning of a sentence if that is near. */
function stretch(text, marked, length) {
  let best = { start: 0, parts: 0, count: 0 };
  marked.forEach(([start], i) => {
    const within = marked.slice(i).filter(([, end]) => end <= start + length * (1 - BEFORE));
    const count = new Set(within.map(([, , part]) => part)).size;
    if (count > best.parts || (count === best.parts && within.length > best.count && best.count < 3)) best = { start, parts: count, count: within.length };
  });
  const earliest = Math.max(0, best.start - Math.round(length * BEFORE));
  const ends = [...text.slice(earliest, best.start).matchAll(SENTENCE_END)];
  let start = ends.length ? earliest + ends.at(-1).index + ends.at(-1)[0].length : earliest;
  const space = text.slice(start, best.start).search(/\s/);
  if (!ends.length && start > 0 && space >= 0 && /[a-z]/i.test(text[start])) start += space + 1;
  return { start, end: Math.min(text.length, start + length), parts: best.parts };
}

/** The summary, or a stretch of the text that has more of the query's parts; and its language, see collect.py. */
export function excerpt(page, parts, lexicon) {
  const length = lexicon.bigrams ? LETTERS.unspaced : LETTERS.spaced;
  const { summary, text: all, text_end: end } = page; // after text_end, words of facts in the edition's language
  const texts = [[summary, page.summary_lang], [all.slice(0, end), page.text_lang], [end ? all.slice(end) : ""]].filter(([text]) => text);
  const found = texts.map(([written, lang = ""]) => {
    const text = written.replace(/\s*\n\s*/g, " ");
    const marked = places(text, parts, lexicon);
    return { text, lang, marked, ...stretch(text, marked, length) };
  });
  const best = found.reduce((one, other) => (other.parts > one.parts ? other : one), found[0]);
  if (!best) return [[], ""];
  const cut = pieces(best.text, best.marked, best.start, best.end);
  if (best.start > 0) cut.unshift(["…", false]);
  if (best.end < best.text.length) cut.push(["…", false]);
  return [cut, best.lang];
}
