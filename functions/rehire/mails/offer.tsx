import type { Letter } from '../../domain/dispatch.ts';
import type { Offer } from '../../domain/offer.ts';
import { offerTerms } from '../../domain/offer-wording.ts';
import { rehireName } from '../../domain/rehire-wording.ts';
import { dateInWords } from '../../domain/wording.ts';
import { type AboutRehire, letterAboutRehire, paragraphs } from './letter-about-rehire.ts';

type OfferMade = AboutRehire & Readonly<{ offer: Offer; offerUrl: string; reminder: boolean }>;

type Sentences = Readonly<{
  topic: string;
  opening: string;
  answer: string;
  button: string;
  after: readonly string[];
}>;

function japanese({ rehire, policy, offer, reminder }: OfferMade): Sentences {
  const name = rehireName(rehire.number, 'ja');
  const until = dateInWords(rehire.offer?.answerBy ?? offer.startsOn, 'ja');
  const { contact } = policy.company;
  const isCorrected = (rehire.offer?.revision ?? 1) > 1;
  const opening = isCorrected
    ? '先にお送りした条件を改めました。こちらが新しいもので、前のものに代わります。'
    : 'またご一緒できる機会をご用意できました。条件を次のとおりお示しします。';
  const what =
    offer.kind === 'freelance'
      ? 'フリーランス・事業者間取引適正化等法による取引条件の明示'
      : '労働基準法による労働条件の明示';
  return {
    topic: `復帰の条件のご提示(${name})${reminder ? '(再)' : ''}`,
    opening: reminder ? 'お返事をお待ちしている条件を、もう一度お送りします。' : opening,
    answer: `お返事は、${until}までに、このメールのボタンから開くページでお願いします。お受けになるときも見送られるときも、一度押すだけです。理由はうかがいません。`,
    button: 'お返事のページを開く',
    after: [
      `ご不明な点や、変えてほしいところがあるときは、お返事の前に${contact}へお尋ねください。`,
      `これは、${what}にあたります。このメールを保存しておいてください。書面でのお渡しをご希望のときは、${contact}へお知らせください。`,
      '期限までにお返事がなければ、このご提示はそのまま終わります。そのあとでも、またいつでもご相談いただけます。',
    ],
  };
}

function english({ rehire, policy, offer, reminder }: OfferMade): Sentences {
  const name = rehireName(rehire.number, 'en');
  const until = dateInWords(rehire.offer?.answerBy ?? offer.startsOn, 'en');
  const { contact } = policy.company;
  const isCorrected = (rehire.offer?.revision ?? 1) > 1;
  const opening = isCorrected
    ? 'We’ve corrected the offer that we sent you. This is the new one, in the place of the earlier one.'
    : 'We’d be glad to work with you again. This is what we offer you.';
  const what =
    offer.kind === 'freelance'
      ? 'the terms that Japan’s Freelance Act has us state'
      : 'the working conditions that Japan’s Labour Standards Act has us state';
  return {
    topic: `${reminder ? 'a reminder of ' : ''}our offer (${name})`,
    opening: reminder ? 'Here is once more the offer that waits for your answer.' : opening,
    answer: `Please answer by ${until}, on the page that the button in this mail opens. Taking it or leaving it is one click, and nobody asks why.`,
    button: 'Open the page and answer',
    after: [
      `If something’s unclear, or you’d like it changed, write to ${contact} before you answer.`,
      `These are ${what}. Please keep this mail. If you’d like them on paper, tell ${contact}.`,
      'Without an answer by then the offer simply ends. You can talk with us again at any time after that, too.',
    ],
  };
}

/** Brings an alumnus all terms of the offer, and says until when it may be answered. */
export function offerLetter(given: OfferMade): Letter {
  const { rehire, policy, language, name, offer, offerUrl } = given;
  const { topic, opening, answer, button, after } = language === 'ja' ? japanese(given) : english(given);
  return letterAboutRehire(given, {
    topic,
    preview: opening,
    parts: [
      ...paragraphs([opening, answer]),
      { kind: 'terms', terms: offerTerms(offer, { name, policy, on: rehire.offer?.madeOn ?? rehire.since }, language) },
      { kind: 'button', label: button, url: offerUrl },
      ...paragraphs(after),
    ],
  });
}
