import type { Letter } from '../../domain/dispatch.ts';
import { placesIn } from '../../domain/gathering-plan.ts';
import { type Fact, factsInWords, hasDoor, titleOf, whenInWords } from '../../domain/plan-wording.ts';
import { countInWords, dateInWords } from '../../domain/wording.ts';
import { letterToInvitee, type ToInvitee } from './letter-to-invitee.tsx';

type Invitation = ToInvitee & Readonly<{ reminder: boolean }>;

type Sentences = Readonly<{
  topic: string;
  why: string;
  offer: string;
  label: string;
  facts: readonly Fact[];
  button: string;
  answer: string;
  full: string;
  silence: string;
  own: string;
}>;

function japanese({ policy, plan, reminder }: Invitation): Sentences {
  const company = policy.company.name.ja;
  const until = dateInWords(plan.deadline, 'ja');
  const reminders = plan.reminders.length;
  const reminding =
    reminder || reminders === 0
      ? ''
      : `お返事がないときは、期限の前に${reminders === 1 ? '一度だけ' : `${reminders}回まで`}お知らせします。ご欠席とお答えいただければ、お知らせは止まります。`;
  return {
    topic: reminder ? '交流会の再度のご案内' : '交流会のご案内',
    why: reminder
      ? `先日ご案内した交流会${titleOf(plan, 'ja')}に、まだお返事をいただいていないため、あらためてお知らせします。`
      : `交流会のご案内をお選びいただいた方に、${company}からお送りしています。`,
    offer: reminder
      ? `${until}まで、お返事をお待ちしています。もうお決めになっていましたら、ひとことお知らせください。`
      : 'このたび、次のとおり交流会を開きます。ご都合が合いましたら、どうぞご参加ください。',
    label: '交流会のご案内',
    facts: [
      ...factsInWords(plan, policy, 'ja', { comes: false }),
      {
        term: 'お連れの方',
        text: plan.guests === 0 ? 'ご本人のみのご参加でお願いします' : `${plan.guests}名までご一緒にどうぞ`,
      },
      { term: 'お返事の期限', text: until },
    ],
    button: 'お返事のページを開く',
    answer: `ご参加もご欠席も、このページでお答えください。期限までは、あとから変えることもできます。${hasDoor(plan, 'ja') ? '食べられないものや、会場で必要なお手伝いも、よろしければお書き添えください。' : ''}`,
    full: `定員は${countInWords(placesIn(plan))}名で、先着順です。満席のときはキャンセル待ちでお受けし、空きが出しだい順にお知らせします。`,
    silence: `ご都合が合わないときは、お返事がなくても差し支えありません。次の交流会も、変わらずご案内します。${reminding}`,
    own: 'お返事のページはご本人専用です。このメールは転送なさらないでください。',
  };
}

function english({ policy, plan, reminder }: Invitation): Sentences {
  const company = policy.company.name.en;
  const until = dateInWords(plan.deadline, 'en');
  const reminders = plan.reminders.length;
  const times = reminders === 1 ? 'once' : reminders === 2 ? 'at most twice' : `at most ${reminders} times`;
  const reminding =
    reminder || reminders === 0
      ? ''
      : ` If we don’t hear from you, we’ll remind you ${times}; a no on the page stops that too.`;
  return {
    topic: reminder ? 'a reminder of our invitation' : 'an invitation',
    why: reminder
      ? `We invited you to ${titleOf(plan, 'en')} and haven’t had your answer yet, so here’s a reminder.`
      : `You’re getting this because you chose to be invited to ${company}’s gatherings.`,
    offer: reminder
      ? `You can answer until ${until}. If you already know, a word from you would help.`
      : 'We’re having one, and would be glad to see you there.',
    label: 'An invitation',
    facts: [
      ...factsInWords(plan, policy, 'en', { comes: false }),
      {
        term: 'Guests',
        text:
          plan.guests === 0
            ? 'This one is for you alone'
            : `You may bring ${plan.guests === 1 ? 'one' : `up to ${plan.guests}`}`,
      },
      { term: 'Answer by', text: until },
    ],
    button: 'Open the page and answer',
    answer: `You can say yes or no on this page, and change your answer until ${until}.${hasDoor(plan, 'en') ? ' If there’s something you don’t eat, or need at the door, you’re welcome to tell us there.' : ''}`,
    full: `There are ${countInWords(placesIn(plan))} places, first come, first served. Once they’re taken there’s a waiting list, and we’ll tell you in turn when one becomes free.`,
    silence: `If you can’t come, you don’t have to answer. It costs you nothing, and we’ll invite you to the next one all the same.${reminding}`,
    own: 'The page is yours alone, so please don’t forward this mail.',
  };
}

/** Invites an alumnus to a gathering, or reminds them of the invitation. */
export function invitationLetter(invitation: Invitation): Letter {
  const { language, plan, pageUrl, reminder } = invitation;
  const words = language === 'ja' ? japanese(invitation) : english(invitation);
  return letterToInvitee(invitation, {
    topic: words.topic,
    preview: reminder ? words.offer : whenInWords(plan, language),
    parts: [
      { kind: 'words', words: words.why },
      { kind: 'words', words: words.offer },
      { kind: 'told', label: words.label },
      { kind: 'facts', facts: words.facts },
      { kind: 'words', words: words.answer },
      { kind: 'button', label: words.button, url: pageUrl },
      { kind: 'words', words: words.full },
      { kind: 'words', words: words.silence },
      { kind: 'words', words: words.own, quiet: true },
    ],
  });
}
