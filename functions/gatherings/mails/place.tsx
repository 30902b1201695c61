import type { Letter } from '../../domain/dispatch.ts';
import { datesOf } from '../../domain/gathering-plan.ts';
import { factsInWords, hasDoor, partyFact, titleOf } from '../../domain/plan-wording.ts';
import type { Place } from '../../domain/room.ts';
import { dateInWords } from '../../domain/wording.ts';
import { letterToInvitee, type ToInvitee } from './letter-to-invitee.tsx';

type PlaceNews = ToInvitee &
  Readonly<{
    place: Pick<Place, 'status' | 'party' | 'until'>;
    /** In the waiting list, from 1. */
    position?: number | undefined;
    /** A calendar entry was mailed before; the one attached takes it back. */
    hadEntry: boolean;
  }>;

type Sentences = Readonly<{
  topic: string;
  said: string;
  next: readonly string[];
  button: string;
  /** There is nothing to do. */
  other?: boolean;
}>;

function keptUntil({ place, plan, policy }: PlaceNews): string {
  return place.until ?? datesOf(plan, policy).details;
}

function japanese(news: PlaceNews): Sentences {
  const { plan, place, position, hadEntry } = news;
  const gathering = `交流会${titleOf(plan, 'ja')}`;
  const again = `お返事の受付は、${dateInWords(plan.deadline, 'ja')}までです。そのあいだであれば、次のページであらためてお申し込みいただけます。満席のときは、キャンセル待ちの最後になります。`;
  const door = hasDoor(plan, 'ja');
  switch (place.status) {
    case 'attending':
      return {
        topic: '交流会ご参加の確認',
        said: `${gathering}へのご参加を承りました。お返事をありがとうございます。お会いできるのを楽しみにしています。`,
        next: [
          'カレンダーに入れられる予定を、このメールに添付しました。',
          door
            ? '当日は受付で、次のページのQRコードをお見せください。変更やお取り消しも、同じページでできます。'
            : '時間になりましたら、上のアドレスからご参加ください。変更やお取り消しは、次のページでできます。',
          'ご都合が悪くなったときは、早めにお知らせいただけると、お待ちの方をお招きできます。',
        ],
        button: door ? 'QRコードのページを開く' : 'お返事のページを開く',
        other: !door,
      };
    case 'waiting':
      return {
        topic: '交流会キャンセル待ちのお知らせ',
        said: `${gathering}にお返事をくださり、ありがとうございます。ただいま満席のため、キャンセル待ちでお受けしました。${position ? `お待ちの順番は、いま${position}番目です。` : ''}`,
        next: [
          '人数に合う席が空きしだい、順にメールでお知らせします。それまで、お手続きは必要ありません。',
          '席が空かないときは、ご参加いただけないことをご了承ください。キャンセル待ちの取り消しは、次のページでいつでもできます。',
        ],
        button: 'お返事のページを開く',
        other: true,
      };
    case 'offered':
      return {
        topic: '交流会の席が空きました',
        said: `キャンセル待ちでお待ちいただいた${gathering}に、席が空きました。${dateInWords(keptUntil(news), 'ja')}までお取り置きします。`,
        next: [
          'ご参加になるかどうかを、次のページでお答えください。期限を過ぎると、次にお待ちの方へお回しします。',
          'ご都合が合わないときは、ご遠慮なくお断りください。早めのお返事は、次の方のためにもなります。',
        ],
        button: 'お返事のページを開く',
      };
    case 'lapsed':
      return {
        topic: '交流会の席のお取り置きが終わりました',
        said: `${gathering}の席をお取り置きしていましたが、期限までにお返事がなかったため、次にお待ちの方へお回ししました。どうぞお気になさらないでください。`,
        next: [again],
        button: 'お返事のページを開く',
        other: true,
      };
    case 'left':
      return {
        topic: '交流会ご欠席の確認',
        said: `${gathering}へのご欠席のお返事を承りました。お知らせくださり、ありがとうございます。`,
        next: [
          ...(hadEntry ? ['このメールに添付した予定を開くと、カレンダーからこの交流会が消えます。'] : []),
          `ご都合が変わることもあるかと思います。${again}`,
          'またの機会にお会いできるのを楽しみにしています。',
        ],
        button: 'お返事のページを開く',
        other: true,
      };
  }
}

function english(news: PlaceNews): Sentences {
  const { plan, place, position, hadEntry } = news;
  const gathering = titleOf(plan, 'en');
  const again = `you can answer again on this page while answers are open (until ${dateInWords(plan.deadline, 'en')}). If it’s full, you’ll be last on the waiting list.`;
  const door = hasDoor(plan, 'en');
  switch (place.status) {
    case 'attending':
      return {
        topic: 'your place is confirmed',
        said: `Thank you for your answer. You have a place at ${gathering}, and we look forward to seeing you.`,
        next: [
          'An entry for your calendar is attached to this mail.',
          door
            ? 'On the day, please show the QR code on this page at the door. It’s also where you can change your answer or cancel.'
            : 'When it’s time, open the address above to join. You can change your answer or cancel on this page.',
          'If you can’t come after all, telling us early lets somebody on the waiting list have your place.',
        ],
        button: door ? 'Open the page with your QR code' : 'Open your answer',
        other: !door,
      };
    case 'waiting':
      return {
        topic: 'you’re on the waiting list',
        said: `Thank you for your answer. ${gathering} is full just now, so you’re on the waiting list${position ? `, at number ${position}` : ''}.`,
        next: [
          'We go through the list in order, and write to you as soon as there’s room. Until then there’s nothing you need to do.',
          'If nothing becomes free, we’re sorry to say there won’t be a place for you. You can take yourself off the list on this page at any time.',
        ],
        button: 'Open your answer',
        other: true,
      };
    case 'offered':
      return {
        topic: 'a place has become free',
        said: `You were waiting for a place at ${gathering}, and one has become free. We’re keeping it for you until ${dateInWords(keptUntil(news), 'en')}.`,
        next: [
          'Please say on this page whether you’ll come. After that day it goes to the next person on the list.',
          'Saying no is just as fine, and an early answer helps whoever is next.',
        ],
        button: 'Open the page and answer',
      };
    case 'lapsed':
      return {
        topic: 'your place has gone to the next person',
        said: `We kept a place at ${gathering} for you. There was no answer in time, so it has gone to the next person on the waiting list. Please don’t worry about it.`,
        next: [`If you’d still like to come, ${again}`],
        button: 'Open the page',
        other: true,
      };
    case 'left':
      return {
        topic: 'we’ve noted that you can’t come',
        said: `Thank you for telling us. We’ve noted that you won’t be at ${gathering}.`,
        next: [
          ...(hadEntry ? ['Open the entry attached to this mail to take the gathering out of your calendar.'] : []),
          `If your plans change, ${again}`,
          'We hope to see you another time.',
        ],
        button: 'Open the page',
        other: true,
      };
  }
}

/** Tells an alumnus what became of their answer: a place, a place in the waiting list, or none. */
export function placeLetter(news: PlaceNews): Letter {
  const { language, policy, plan, place, pageUrl } = news;
  const { topic, said, next, button, other = false } = language === 'ja' ? japanese(news) : english(news);
  const comes = place.status === 'attending';
  const isOut = place.status === 'left' || place.status === 'lapsed';
  const facts = [...factsInWords(plan, policy, language, { comes }), partyFact(place.party, language)];
  return letterToInvitee(news, {
    topic,
    preview: said,
    parts: [
      { kind: 'words', words: said },
      ...(isOut ? [] : [{ kind: 'facts', facts } as const]),
      ...next.map((words) => ({ kind: 'words', words }) as const),
      { kind: 'button', label: button, url: pageUrl, other },
    ],
  });
}
