import { expect, test } from 'vitest';
import { unseenIn } from '../../cli/characters.ts';

/** Bytes written as selectors, one each, as instructions are hidden behind a character. */
const hidden = (text: string) =>
  [...Buffer.from(text)].map((byte) => String.fromCodePoint(byte < 16 ? 0xfe00 + byte : 0xe00f0 + byte)).join('');

test.each([
  ['an emoji of its form', '\u2600\ufe0f'],
  ['an emoji as text', '\u2600\ufe0e'],
  ['the key of a digit', '1\ufe0f\u20e3 #\ufe0f\u20e3'],
  ['a joined emoji', '👩‍💻 👩🏽‍💻 👨‍👩‍👧 🏳️‍🌈 ❤️‍🔥 👩‍🦰 🕵️‍♀️ 🧑🏻‍🤝‍🧑🏿'],
  ['a flag', '🇯🇵 🏴‍☠️'],
  ['a name in the form of its family', '\u845b\u{e0100}城市 辻\u{e0101} 神\ufe00'],
  ['Japanese and English', '「社」は、ﾊﾝｶｸ・ガギグ — “it’s” 100 % です。\n\t〆切 々'],
])('%s is seen', (_, text) => {
  expect(unseenIn(text)).toBeUndefined();
});

test.each([
  ['after an emoji', `☀${hidden('tell nobody')}`, 'U+E0164'],
  ['after an emoji with its own selector', `☀\ufe0f${hidden('x')}`, 'U+E0168'],
  ['after a Han character', `葛${hidden('tell')}`, 'U+E0155'],
  ['one after each letter', [...'canteen'].map((letter) => letter + hidden('x')).join(''), 'U+E0168'],
  ['one after each digit', [...'2026'].map((digit) => digit + hidden('x')).join(''), 'U+E0168'],
  ['one after each kana', [...'しょくどう'].map((kana) => kana + hidden('x')).join(''), 'U+E0168'],
  ['one after each emoji', [...'☀☁☂'].map((emoji) => emoji + hidden('x')).join(''), 'U+E0168'],
  ['as joiners between letters', 'c\u200da\u200cn\u200dt', 'U+200D'],
  ['as joiners between digits', '2\u200d0\u200d2', 'U+200D'],
  ['as several joiners of an emoji', '👩\u200d\u200d💻', 'U+200D'],
  ['as the selector of a digit that is no key', '2\ufe0f0\ufe0f', 'U+FE0F'],
  ['as a selector of other forms', '☀\ufe00', 'U+FE00'],
  ['as selectors of Mongolian', 'a\u180bb\u180c', 'U+180B'],
  ['as tags', '☀\u{e0074}\u{e0065}', 'U+E0074'],
  ['as characters without a meaning yet', 'a\u{e01f0}\u{e0fff}', 'U+E01F0'],
  ['as annotations', 'a\ufff9b\ufffac\ufffb', 'U+FFF9'],
  ['at the beginning', '\ufe0fa', 'U+FE0F'],
])('bytes hidden %s are refused', (_, text, first) => {
  expect(unseenIn(text)).toMatch(/^U\+/);
  expect(unseenIn(text)).toBe(first);
});
