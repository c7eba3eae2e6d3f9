// Reads acronyms that were typed as they are said: びーしーぴー, ピーディーエフ.

// Names of the letters in kana, folded: without long vowels, and with large kana.
const NAMES =
  "え えい,び,し,でい,い,えふ,じ,えち えいち,あい,じえ じえい,け けい,える,えむ,えぬ,お,ぴ,きゆ,ある,えす,てい,ゆ,ぶい,だぶりゆ,えつくす,わい,ぜつと";
const LETTERS = NAMES.split(",").flatMap((names, n) => names.split(" ").map((name) => [name, String.fromCharCode(97 + n)]));

/** Every acronym that folded kana may spell: えい is A, or A and E. */
export function spelled(kana) {
  if (!kana) return [""];
  const first = LETTERS.filter(([name]) => kana.startsWith(name));
  return first.flatMap(([name, letter]) => spelled(kana.slice(name.length)).map((rest) => letter + rest));
}
