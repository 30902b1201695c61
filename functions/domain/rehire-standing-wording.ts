import type { Bilingual, Language } from './language.ts';
import type { Policy } from './policy.ts';
import type { Rehire } from './rehire.ts';
import { dateInWords } from './wording.ts';

/** Where a return stands and what happens next, as its alumnus reads it on the page and in the mail. */

/** How it stands, then what happens next. Of a condition that does not hold nothing is said while HR decides. */
export function standingOfRehire(rehire: Rehire, policy: Policy, language: Language): string[] {
  const [standing, next] = standingAndNext(rehire, policy);
  return [standing[language], next[language]];
}

const askAgain: Bilingual = {
  ja: 'ご事情や時期が変わりましたら、いつでもまたご相談ください。',
  en: 'When things or times have changed, you’re welcome to ask again.',
};

function standingAndNext(rehire: Rehire, { company }: Policy): readonly [Bilingual, Bilingual] {
  const { offer } = rehire;
  const on = (date: string | undefined, unknown: Bilingual): Bilingual =>
    date === undefined ? unknown : { ja: dateInWords(date, 'ja'), en: dateInWords(date, 'en') };
  switch (rehire.status) {
    case 'waits for HR':
      return [
        { ja: 'ご相談の内容を拝見しています。', en: 'We’re looking at your request.' },
        {
          ja: '次に進むときや、お返事がまとまったときに、こちらからご連絡します。それまで、なさることはありません。',
          en: 'We’ll be in touch when it goes on or when there’s an answer. Until then there’s nothing for you to do.',
        },
      ];
    case 'waits for the talk':
      return [
        {
          ja: 'カジュアル面談の日程について、採用担当からご連絡します。',
          en: 'Our recruiting team will be in touch to find a time for the informal talk.',
        },
        {
          ja: '面談のあとに社内で検討し、結果をメールでお知らせします。',
          en: 'After the talk we decide whether we can make you an offer, and write to you.',
        },
      ];
    case 'waits for the decision':
      return [
        {
          ja: 'ご一緒できるお仕事があるかどうか、社内で検討しています。',
          en: 'We’re working out whether we have something to offer you.',
        },
        {
          ja: 'ご用意できるときは条件を、できないときはその旨を、メールでお知らせします。',
          en: 'We’ll send you an offer by mail, or write to you if we have none.',
        },
      ];
    case 'waits for the offer':
      return [
        {
          ja: 'ご一緒できるよう、条件を整えています。',
          en: 'We’d like to work with you again, and are preparing an offer.',
        },
        {
          ja: '整いましたら、メールでお送りします。ご覧になってから、ゆっくりお決めください。',
          en: 'You’ll get it by mail. You decide once you’ve read it.',
        },
      ];
    case 'waits for the answer': {
      const until = on(offer?.answerBy, { ja: '期限', en: 'the last day to answer' });
      return [
        {
          ja: '条件をお示しし、お返事をお待ちしています。',
          en: 'You have our offer, and we’re waiting for your answer.',
        },
        {
          ja: `${until.ja}までに、メールでお送りしたページでお返事ください。お返事がなければ、そのまま終わります。`,
          en: `You can answer on the page that we sent you by mail until ${until.en}. Without an answer the offer simply ends.`,
        },
      ];
    }
    case 'onboarding': {
      const first = on(offer?.startsOn, { ja: '初日', en: 'your first day' });
      return [
        {
          ja: `条件をお受けいただきました。${first.ja}に向けて、準備を進めています。`,
          en: `You’ve accepted our offer, and we’re getting ready for ${first.en}.`,
        },
        {
          ja: '初日の時刻や場所は、改めてご連絡します。それまで、なさることはありません。',
          en: 'We’ll tell you when and where to be on the day. Until then there’s nothing for you to do.',
        },
      ];
    }
    case 'started': {
      const first = on(offer?.startsOn, { ja: '先日', en: 'your first day' });
      return [
        {
          ja: `おかえりなさい。${first.ja}から、またご一緒しています。`,
          en: `Welcome back. You’ve been with us again since ${first.en}.`,
        },
        checkInNext(rehire),
      ];
    }
    case 'conditions not met':
      return [
        {
          ja: '復帰条件に合わないところがあり、今回は進められませんでした。',
          en: 'Something in our conditions for coming back keeps us from going on this time.',
        },
        askAgain,
      ];
    case 'not offered':
      return [
        {
          ja: '社内で検討しましたが、今回は、ご一緒できるお仕事をご用意できませんでした。',
          en: 'We’ve thought about it, and this time we have nothing to offer you.',
        },
        askAgain,
      ];
    case 'expired':
      return [
        {
          ja: 'こちらの手続きが期限までに終わらず、ご相談をいったん閉じました。申し訳ありません。',
          en: 'We didn’t get it done in time on our side, so your request has run out. We’re sorry.',
        },
        {
          ja: 'お気持ちが変わらなければ、もう一度ご相談ください。今回のことが次のご相談にひびくことはありません。',
          en: 'If you still wish to come back, please ask once more. This won’t count against you.',
        },
      ];
    case 'withdrawn':
      return [{ ja: 'ご相談は取り下げられました。', en: 'You’ve taken your request back.' }, askAgain];
    case 'declined':
      return [{ ja: 'お示しした条件は見送られました。', en: 'You’ve said no to our offer.' }, askAgain];
    case 'lapsed':
      return [
        {
          ja: 'お返事の期限が過ぎ、お示しした条件は終わりました。',
          en: 'The time to answer our offer is over, so it has ended.',
        },
        askAgain,
      ];
    case 'cancelled':
      return [
        {
          ja: '申し訳ありません。会社の判断により、復帰は取りやめになりました。',
          en: 'We’re sorry: the company has called your return off.',
        },
        {
          ja: `事情やこれからのことは、${company.contact} へお尋ねください。`,
          en: `For the circumstances and what comes next, please write to ${company.contact}.`,
        },
      ];
    case 'left again':
      return [{ ja: 'このご相談の手続きは終わりました。', en: 'This return is over.' }, askAgain];
    case 'erased':
      return [
        { ja: 'ご相談の記録は消去されました。', en: 'What was recorded of this return has been deleted.' },
        askAgain,
      ];
    case 'completed':
      return [
        { ja: '復帰の手続きは、すべて終わりました。', en: 'Your return is complete.' },
        {
          ja: `これからも、気がかりなことがあれば、${company.contact} へお知らせください。`,
          en: `If something is on your mind, you can still write to ${company.contact}.`,
        },
      ];
  }
}

/** What is asked next of somebody who is here again. */
function checkInNext({ checkIns }: Rehire): Bilingual {
  const next = checkIns.find(({ status }) => status === 'planned' || status === 'asked');
  if (!next) return { ja: 'お送りする質問は、これですべてです。', en: 'There are no more questions to come.' };
  if (next.status === 'asked') {
    return {
      ja: '短い質問をメールでお送りしました。お答えになるかどうかは、ご自由です。',
      en: 'We’ve sent you two short questions by mail. Answering them is optional.',
    };
  }
  return {
    ja: `${dateInWords(next.on, 'ja')}に、短い質問をメールでお送りします。お答えになるかどうかは、ご自由です。`,
    en: `On ${dateInWords(next.on, 'en')} we’ll send you two short questions by mail. Answering them is optional.`,
  };
}
