import { type Given, type PersonFile, unknownPerson } from '../../functions/domain/decision.ts';
import type { Offer } from '../../functions/domain/offer.ts';
import { Rehire, type RehireDecision } from '../../functions/domain/rehire.ts';
import { decideRehire } from '../../functions/domain/rehire-approval.ts';
import { acceptOffer, makeOffer } from '../../functions/domain/rehire-offer.ts';
import { openRehire, type Wish } from '../../functions/domain/rehire-opening.ts';
import { started } from '../../functions/domain/rehire-start.ts';
import { RehireWords } from '../../functions/domain/rehire-words.ts';
import { enrolled, on } from './samples.ts';

/** Returns in each state, brought there by the decisions themselves. */

/** 佐藤 花子 asks after her least time away is over. */
export const opening: Given = on('2027-08-02');
export const alumna: PersonFile = enrolled();

/** Who has been erased. */
export const gone: PersonFile = unknownPerson(alumna.person.id);

export const freelanceOffer = {
  kind: 'freelance',
  startsOn: '2027-09-01',
  until: '2028-08-31',
  manager: 'j.nakajima@hikari.example.com',
  daysToPay: 30,
  terms: {
    task: '組み込みソフトウェアの設計と開発',
    delivery: '毎月末日',
    'place of delivery': '社内のリポジトリー',
    fee: '月額600,000円(消費税別)',
    'payment day': '翌月15日',
  },
} as const satisfies Offer;

/** A return with what lies with the person. */
export type Case = { rehire: Rehire; words: RehireWords };

/** After a decision, as the adapter would load it again, checked as it checks it. */
export function after(before: Case | undefined, { outcome, write }: RehireDecision): Case {
  if (!write) {
    if (before) return before;
    throw new Error(`nothing was written: ${outcome}`);
  }
  const words = write.words ?? before?.words;
  return {
    rehire: Rehire.parse({ ...write.rehire, version: (before?.rehire.version ?? -1) + 1 }),
    words: RehireWords.parse(words),
  };
}

/** A case that was just opened. */
export function opened(wish: Partial<Wish> = {}, given = opening, number = 1): Case {
  const asked: Wish = { kind: 'freelance', wantsTalk: false, openedBy: 'alumnus', ...wish };
  return after(undefined, openRehire(alumna, { number, earlier: [] }, asked, given));
}

/** Only the record. */
export function openedCase(number: number): Rehire {
  return opened({}, opening, number).rehire;
}

/** The recruiter said yes. */
export function decided(): Case {
  const before = opened();
  const word = { decision: 'approve' as const, by: 'link' as const };
  const holder = { approver: 'kato', round: 1, generation: 1 };
  return after(before, decideRehire(before.rehire, holder, word, alumna.profile, opening));
}

export function offered(offer: Offer = freelanceOffer): Case {
  const { rehire, words } = decided();
  return after({ rehire, words }, makeOffer(rehire, { file: alumna, words }, offer, opening));
}

export function accepted(): Case {
  const { rehire, words } = offered();
  return after({ rehire, words }, acceptOffer(rehire, words, { revision: 1 }, opening));
}

/** The first day has come. */
export function begun(): Case {
  const before = accepted();
  const given = on(freelanceOffer.startsOn);
  return after(before, { outcome: 'started', write: started(before.rehire, freelanceOffer.startsOn, given) });
}
