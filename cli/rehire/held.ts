import type { Offer } from '../../functions/domain/offer.ts';
import type { Rehire } from '../../functions/domain/rehire.ts';
import type { RehireWords } from '../../functions/domain/rehire-words.ts';

/** What is held about somebody's returns, for them to read: nothing of those who decide, and no colleague's address. */

export type HeldRehire = Pick<
  Rehire,
  | 'number'
  | 'kind'
  | 'at'
  | 'openedBy'
  | 'from'
  | 'wantsTalk'
  | 'status'
  | 'since'
  | 'endedOn'
  | 'conditions'
  | 'otherKinds'
  | 'talk'
  | 'offer'
  | 'checkIns'
> & {
  /** What they wrote, and the terms of the offer, as long as they are kept. */
  words?: Pick<RehireWords, 'sinceThen' | 'introduction' | 'answers'> & { offer?: Omit<Offer, 'manager'> };
};

/** Somebody's returns among all, oldest first, with what is kept of them. */
export function heldRehires(person: string, all: readonly Rehire[], words: readonly RehireWords[]): HeldRehire[] {
  return all
    .filter((rehire) => rehire.person === person)
    .toSorted((a, b) => a.number - b.number)
    .map((rehire) =>
      heldRehire(
        rehire,
        words.find((each) => each.rehire === rehire.number),
      ),
    );
}

function heldRehire(rehire: Rehire, words: RehireWords | undefined): HeldRehire {
  const { number, kind, at, openedBy, from, wantsTalk, status, since, endedOn } = rehire;
  const { conditions, otherKinds, talk, offer, checkIns } = rehire;
  return {
    number,
    kind,
    at,
    openedBy,
    ...(from && { from }),
    wantsTalk,
    status,
    since,
    ...(endedOn && { endedOn }),
    conditions,
    otherKinds,
    ...(talk && { talk }),
    ...(offer && { offer }),
    checkIns,
    ...(words && { words: heldWords(words) }),
  };
}

function heldWords({ sinceThen, introduction, answers, offer }: RehireWords): NonNullable<HeldRehire['words']> {
  return {
    ...(sinceThen && { sinceThen }),
    ...(introduction && { introduction }),
    answers,
    ...(offer && { offer: withoutManager(offer) }),
  };
}

function withoutManager(offer: Offer): Omit<Offer, 'manager'> {
  const { manager: _, ...rest } = offer;
  return rest;
}
