// Folds spellings that mean the same into one form, by the rules of folding.json, exactly as sitegen/language/folding.py does.

const UNIT = /[^][\u3099\u309a\uff9e\uff9f]?/gu; // a character, with the voicing mark that may follow it
const OTHER = /[^\p{L}\p{N}\n]+/gu;

const escaped = (text) => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

class Letters {
  constructor(rules, dropped) {
    this.same = new Map(rules.letters.flatMap(([olds, news]) => [...olds].map((old, n) => [old, [...news][n]])));
    this.dropped = new Set(dropped);
    this.known = new Map();
  }

  unit(unit) {
    let folded = this.known.get(unit);
    if (folded === undefined) {
      const lowered = unit.normalize("NFKC").toLowerCase().normalize("NFKC");
      const plain = lowered.normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize("NFC");
      folded = Array.from(plain, (letter) => this.letter(letter)).join("");
      this.known.set(unit, folded);
    }
    return folded;
  }

  letter(letter) {
    if (this.dropped.has(letter)) return "";
    // Katakana lie 0x60 above hiragana.
    const hiragana = letter >= "ァ" && letter <= "ヶ" ? String.fromCharCode(letter.charCodeAt() - 0x60) : letter;
    return this.same.get(hiragana) ?? hiragana;
  }

  all(text) {
    return (text.match(UNIT) ?? []).map((unit) => this.unit(unit)).join("");
  }
}

function variants(rules, letters) {
  const pairs = Object.entries(rules.variants).map(([old, now]) => [letters.all(old), letters.all(now)]);
  const found = new Map(pairs.filter(([old, now]) => old !== now));
  const longestFirst = [...found.keys()].sort((a, b) => [...b].length - [...a].length || (a < b ? -1 : 1));
  return [found, new RegExp(longestFirst.map(escaped).join("|") || "(?!)", "gu")];
}

export class Folding {
  constructor(rules) {
    this.rules = rules;
    this.letters = new Letters(rules, rules.joiners + rules.long);
    this.lettersWithLong = new Letters(rules, rules.joiners);
    this.variants = variants(rules, this.letters);
    this.variantsWithLong = variants(rules, this.lettersWithLong);
  }

  /** Fold a text; `long` keeps the sign for long vowels. */
  fold(text, long = false) {
    const folded = (long ? this.lettersWithLong : this.letters).all(text).replace(OTHER, " ");
    const [found, pattern] = long ? this.variantsWithLong : this.variants;
    return folded.replace(pattern, (word) => found.get(word));
  }

  /** Fold a text and tell for each character of the result where in the text it begins; the last entry is its end. */
  foldWithPlaces(text, long = false) {
    const letters = long ? this.lettersWithLong : this.letters;
    let folded = "";
    const places = [];
    const put = (piece, place) => {
      for (const letter of piece) {
        const spaced = letter.search(OTHER) === 0 ? " " : letter;
        if (spaced === " " && folded.endsWith(" ")) continue;
        folded += spaced;
        for (let n = 0; n < spaced.length; n++) places.push(place);
      }
    };
    for (const found of text.matchAll(UNIT)) put(letters.unit(found[0]), found.index);
    return this.replaceWithPlaces(folded, [...places, text.length], long);
  }

  replaceWithPlaces(folded, places, long) {
    const [found, pattern] = long ? this.variantsWithLong : this.variants;
    let result = "";
    const kept = [];
    let from = 0;
    const copy = (end) => {
      result += folded.slice(from, end);
      kept.push(...places.slice(from, end));
    };
    for (const match of folded.matchAll(pattern)) {
      copy(match.index);
      const now = found.get(match[0]);
      result += now;
      // Each character of the shorter form stands for a part of the longer one.
      for (let n = 0; n < now.length; n++) kept.push(places[match.index + Math.min(n, match[0].length - 1)]);
      from = match.index + match[0].length;
    }
    copy(folded.length);
    return { folded: result, places: [...kept, places.at(-1)] };
  }
}
