import { contributionName } from '../../domain/contribution-wording.ts';
import type { Letter } from '../../domain/dispatch.ts';
import { moneyInWords } from '../../domain/money.ts';
import type { PlainDate } from '../../domain/time.ts';
import { dateInWords, durationInWords } from '../../domain/wording.ts';
import type { ToAlumnus } from '../../mail/letter-to-alumnus.tsx';
import { letterAboutContribution } from './letter-about-contribution.ts';

type Invitation = ToAlumnus &
  Readonly<{
    number: number;
    candidateUrl: string;
    /** Until when a candidate may enter their data. */
    closesOn: PlainDate;
    /** What a hire would earn by the rules of today; 0: thanks alone. */
    promised: number;
    /** The law keeps hires in Japan from being rewarded. */
    isBarredInJapan: boolean;
  }>;

type Sentences = Readonly<{
  topic: string;
  thanks: string;
  how: string;
  /** To the candidate, in the alumnus's own voice. */
  copied: readonly string[];
  only: string;
  nextTitle: string;
  next: readonly string[];
  reward: string;
}>;

function japanese(invitation: Invitation): Sentences {
  const { policy, number, candidateUrl, closesOn, promised, isBarredInJapan } = invitation;
  const company = policy.company.name.ja;
  const holding = durationInWords(policy.contributions.referrals.holding, 'ja');
  const until = dateInWords(closesOn, 'ja');
  const byLaw = isBarredInJapan
    ? '日本での採用につながるご紹介には、職業安定法により、お金や品物などの謝礼をお渡しできません。'
    : '';
  return {
    topic: `候補者の方へ転送していただく文面(${contributionName(number, 'ja')})`,
    thanks: '候補者をご紹介くださり、ありがとうございます。ご本人にお渡しいただく招待の文面をお送りします。',
    how: '次の枠の中を写して、ご本人へお送りください。書き添えや言い換えもご自由です。',
    copied: [
      `以前勤めていた${company}が、一緒に働く人を探しています。`,
      '',
      '関心があれば、次のページを見てみてください。お名前と連絡先をご自身で入力し、同意して送ると、採用担当から連絡があります。入力しなければ、会社には何も残りません。',
      '',
      `このページは一名専用で、${until}まで使えます。`,
      candidateUrl,
    ],
    only: '枠の外には、ご自身の登録内容を開くリンクがあります。このメール全体の転送はお控えください。また、候補者の方のお名前や連絡先は、こちらへお知らせいただかなくてけっこうです。',
    nextTitle: 'このあとの流れ',
    next: [
      '候補者の方が入力されると、採用担当から直接ご連絡します。',
      '選考の内容は候補者の方の情報ですので、お伝えしません。採用に至ったかどうかは、メールでお知らせします。',
      `採用された方が${holding}在籍されると、ご紹介が実を結んだことになります。`,
      `${until}までに入力がなければ、そのまま終わります。催促することはありません。`,
    ],
    reward:
      promised > 0
        ? `謝礼をご希望の場合は、そのときの運用規程と法律を確認し、社内の承認を経てお渡しします。今の規程では${moneyInWords(promised, policy.company.currency, 'ja')}です。${byLaw}`
        : `このご紹介に、謝礼のお支払いはありません。${byLaw}お礼の気持ちだけをお伝えします。`,
  };
}

function english(invitation: Invitation): Sentences {
  const { policy, number, candidateUrl, closesOn, promised, isBarredInJapan } = invitation;
  const company = policy.company.name.en;
  const holding = durationInWords(policy.contributions.referrals.holding, 'en');
  const until = dateInWords(closesOn, 'en');
  const byLaw = isBarredInJapan
    ? ' In Japan the law (Employment Security Act) allows no money, goods or anything of that kind for introducing a hire.'
    : '';
  return {
    topic: `a text to forward to your candidate (${contributionName(number, 'en')})`,
    thanks: 'Thank you for introducing somebody to us. Here is the invitation for you to pass on.',
    how: 'Copy what stands in the frame and send it to them. You’re free to put it in your own words.',
    copied: [
      `${company}, where I used to work, is looking for people.`,
      '',
      'If that interests you, have a look at the page below. You enter your name and contact yourself and agree to it there, and then their recruiting team writes to you. If you don’t, they keep nothing about you.',
      '',
      `The page is for one person and works until ${until}.`,
      candidateUrl,
    ],
    only: 'Outside the frame are links to your own data, so please don’t forward this whole mail. There’s no need, either, to tell us who the candidate is.',
    nextTitle: 'What happens next',
    next: [
      'Once the candidate has entered their details, our recruiting team talks with them directly.',
      'What’s said there is theirs, so we don’t pass it on. We’ll write to you about whether it led to a hire.',
      `When whoever was hired has been here for ${holding}, your introduction has come to what it was for.`,
      `If nobody enters anything by ${until}, it simply ends. We won’t press you or them.`,
    ],
    reward:
      promised > 0
        ? `If you’d like a reward, we’ll then check the rules and the law as they are at that time, and somebody here approves it. Today’s rules say ${moneyInWords(promised, policy.company.currency, 'en')}.${byLaw}`
        : `No reward is paid for this introduction.${byLaw} What we can give is our thanks.`,
  };
}

/** Brings an alumnus the text that they forward to a candidate, and says what happens next. */
export function candidateInvitationLetter(given: Invitation): Letter {
  const words = given.language === 'ja' ? japanese(given) : english(given);
  return letterAboutContribution(given, {
    topic: words.topic,
    preview: words.how,
    parts: [
      { kind: 'words', words: words.thanks },
      { kind: 'words', words: words.how },
      { kind: 'copied', lines: words.copied },
      { kind: 'words', words: words.only },
      { kind: 'list', name: words.nextTitle, lines: words.next },
      { kind: 'words', words: words.reward },
    ],
  });
}
