import type { Letter } from '../../domain/dispatch.ts';
import type { PlanChange } from '../../domain/gathering-plan.ts';
import { changesInWords, type Fact, factsInWords, titleOf } from '../../domain/plan-wording.ts';
import type { Place } from '../../domain/room.ts';
import { dateInWords } from '../../domain/wording.ts';
import { letterToInvitee, type ToInvitee } from './letter-to-invitee.tsx';

type Change = ToInvitee & Readonly<{ changed: readonly PlanChange[]; place?: Place['status'] | undefined }>;

/** Whether somebody comes, and has it in their calendar. */
function hasPlace({ place }: Pick<Change, 'place'>): boolean {
  return place === 'attending';
}

/** The facts as they are now; the changed ones say so. */
function factsNow(change: Change): Fact[] {
  const { plan, policy, language, changed, place } = change;
  const deadline = {
    key: 'deadline',
    term: language === 'ja' ? 'お返事の期限' : 'Answer by',
    text: dateInWords(plan.deadline, language),
  } as const;
  const facts = [
    ...factsInWords(plan, policy, language, { comes: hasPlace(change) }),
    // A place that is kept is kept until a day of its own.
    ...((hasPlace(change) || place === 'offered') && !changed.includes('deadline') ? [] : [deadline]),
  ];
  const mark = language === 'ja' ? '(変更)' : ' (changed)';
  return facts.map((fact) => (fact.key && changed.includes(fact.key) ? { ...fact, term: fact.term + mark } : fact));
}

/** Whether people had planned otherwise. */
function movesPlans(changed: readonly PlanChange[]): boolean {
  return changed.includes('when') || changed.includes('where');
}

type Sentences = Readonly<{
  topic: string;
  said: string;
  changed: string;
  next: readonly string[];
  button: string;
  label: string;
}>;

function japanese(change: Change): Sentences {
  const { plan, changed, place } = change;
  const comes = hasPlace(change);
  const gathering = `交流会${titleOf(plan, 'ja')}`;
  return {
    topic: '交流会の変更のお知らせ',
    said: `${comes ? 'ご参加のお返事をいただいた' : '先日ご案内した'}${gathering}に、変更があります。${comes && movesPlans(changed) ? 'ご予定くださっていたところ、申し訳ありません。' : ''}`,
    changed: `変更になったのは、${changesInWords(changed, 'ja')}です。変更後のご案内は次のとおりです。`,
    next: comes
      ? [
          'このままご参加いただけるときは、お手続きは必要ありません。お席はそのままです。カレンダーの予定は、このメールに添付したもので新しくなります。',
          'ご都合が合わなくなったときは、次のページで取り消しや変更ができます。',
        ]
      : place === 'offered'
        ? [
            'お取り置きしている席は、別のメールでお知らせした期限まで、そのままです。ご参加になるかどうかを、それまでに次のページでお答えください。',
          ]
        : [
            `ご参加になるかどうかは、${dateInWords(plan.deadline, 'ja')}まで次のページでお答えいただけます。すでにいただいたお返事と、キャンセル待ちの順番は、そのままです。`,
          ],
    button: 'お返事のページを開く',
    label: '交流会のご案内(変更後)',
  };
}

function english(change: Change): Sentences {
  const { plan, changed, place } = change;
  const comes = hasPlace(change);
  const gathering = titleOf(plan, 'en');
  return {
    topic: 'a change to our gathering',
    said: comes
      ? `There’s a change to ${gathering}, where you have a place.${movesPlans(changed) ? ' We’re sorry if you had planned around it.' : ''}`
      : `There’s a change to ${gathering}, to which we invited you.`,
    changed: `What has changed: ${changesInWords(changed, 'en')}. This is how it stands now:`,
    next: comes
      ? [
          'If it still suits you, there’s nothing you need to do. You keep your place, and the entry attached to this mail brings your calendar up to date.',
          'If it no longer does, you can change your answer or cancel on this page.',
        ]
      : place === 'offered'
        ? [
            'The place we’re keeping for you stays yours to take until the date in our other mail. Please say on this page by then whether you’ll come.',
          ]
        : [
            `You can answer on this page until ${dateInWords(plan.deadline, 'en')}. Any answer you’ve given, and your place on the waiting list, stay as they are.`,
          ],
    button: comes ? 'Open your answer' : 'Open the page and answer',
    label: 'The invitation as it is now',
  };
}

/** Tells somebody who had been told of a gathering what is different now. */
export function changeLetter(change: Change): Letter {
  const { language, pageUrl, changed } = change;
  const words = language === 'ja' ? japanese(change) : english(change);
  return letterToInvitee(change, {
    topic: words.topic,
    preview: words.changed,
    parts: [
      { kind: 'words', words: words.said },
      { kind: 'words', words: words.changed },
      ...(changed.includes('other') ? [{ kind: 'told', label: words.label } as const] : []),
      { kind: 'facts', facts: factsNow(change) },
      ...words.next.map((next) => ({ kind: 'words', words: next }) as const),
      { kind: 'button', label: words.button, url: pageUrl, other: hasPlace(change) },
    ],
  });
}
