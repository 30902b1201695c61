import {
  approvalWords,
  commandsBelow,
  howToDecide,
  markOf,
  occasion,
  type ToDecide,
} from '../../approvals/how-to-decide.tsx';
import type { Letter } from '../../domain/dispatch.ts';
import type { Bilingual, Language } from '../../domain/language.ts';
import type { Stint } from '../../domain/person.ts';
import type { Profile } from '../../domain/profile.ts';
import type { ApprovalAbout, Rehire } from '../../domain/rehire.ts';
import { rulesFor } from '../../domain/rehire-waits.ts';
import { rehireName } from '../../domain/rehire-wording.ts';
import { momentInWords } from '../../domain/reward-terms.ts';
import type { Instant } from '../../domain/time.ts';
import { oneLine } from '../../domain/wording.ts';
import { letterToStaff, type Sayings } from '../../mail/letter-to-staff.tsx';
import { quotedBelow } from '../../mail/quoted-below.tsx';
import { decisionFacts } from '../decision-facts.ts';

/** What the question to who decides about a return is made of. */
type DecisionRequest = ToDecide &
  Readonly<{
    rehire: Rehire;
    about: ApprovalAbout;
    approver: { name: string };
    closesOn: Instant;
    /** Whose return it is, and after which period of employment. */
    profile: Pick<Profile, 'name' | 'department' | 'role'>;
    stint: Pick<Stint, 'hireDate' | 'lastDay'> | undefined;
    sinceThen?: string | undefined;
    decideUrl: string;
  }>;

/** The state machine that takes the console's word. */
export const machine = 'okaeri-decide-rehire';

const topics: Readonly<Record<ApprovalAbout, Bilingual>> = {
  override: { ja: '復帰条件の例外についてのご判断のお願い', en: 'Please decide on an exception' },
  decision: { ja: '復帰についてのご判断のお願い', en: 'Please decide on a return' },
};

const causes: Readonly<Record<ApprovalAbout, Bilingual>> = {
  override: { ja: '入力の誤り、または理由の書き忘れ', en: 'something was mistyped, or the reason was missing' },
  decision: { ja: '入力の誤り', en: 'something was mistyped' },
};

const otherwise: Readonly<Record<ApprovalAbout, Bilingual>> = {
  override: {
    ja: '期限までに判断がそろわなければ、条件に合わないものとして、ご本人にお返事します。',
    en: 'If it isn’t decided in time, we tell the alumnus that a condition isn’t met.',
  },
  decision: {
    ja: '期限までに判断がなければ、ご相談は期限切れになり、会社の都合としてご本人におわびします。',
    en: 'If nobody decides in time, the request expires, and we apologise to the alumnus.',
  },
};

/** What is decided. */
const questions: Readonly<Record<ApprovalAbout, (name: string) => Bilingual>> = {
  override: (name) => ({
    ja: `${name}では、合わない復帰条件があります。それでも手続きを進めるかどうか、判断をお願いします。進めるには、異なる2名の承認が要ります。承認するときは、理由をnoteに必ずお書きください。`,
    en: `For ${name} a condition doesn’t hold. Please decide whether it goes on nevertheless. Two different people must approve, and whoever approves gives the reason in the note.`,
  }),
  decision: (name) => ({
    ja: `${name}について、条件をご提示するかどうか、判断をお願いします。`,
    en: `Please decide whether an offer is made for ${name}.`,
  }),
};

function sayings(request: DecisionRequest, language: Language): Sayings {
  const { policy, rehire, about, approver, closesOn, sinceThen } = request;
  const until = momentInWords(closesOn, policy, language);
  const { remindEvery } = rulesFor(about, policy);
  const terms = decisionFacts(request, language);
  const question = questions[about](rehireName(rehire.number, language))[language];
  const why = occasion(request, causes[about], language);
  const how = howToDecide(request, { machine, otherwise: otherwise[about], remindEvery }, language);
  const who = oneLine(approver.name);
  return language === 'ja'
    ? [
        { words: `${who} 様、${question}期限は${until}です。` },
        ...why,
        {
          words: `判断の材料は次のとおりです。${sinceThen ? 'ご本人がこれまでについて書かれたことは、このメールの下にあります。' : ''}`,
          terms,
        },
        ...how,
      ]
    : [
        { words: `${who}: ${question} You have until ${until}.` },
        ...why,
        {
          words: `This is what you decide on.${sinceThen ? ' What the alumnus wrote about the time since is below.' : ''}`,
          terms,
        },
        ...how,
      ];
}

/** Asks who decides about a return: in the console, on the page or by command; in Japanese and English. */
export function rehireApprovalLetter(request: DecisionRequest): Letter {
  const { policy, rehire, about, sinceThen, decideUrl } = request;
  const { stop, label } = approvalWords;
  const mark = markOf(request);
  const commands = commandsBelow(request);
  const wrote = quotedBelow(sinceThen);
  return letterToStaff({
    policy,
    to: 'rehireApprover',
    topic: {
      ja: `${topics[about].ja}(${rehireName(rehire.number, 'ja')})${mark.ja}`,
      en: `${topics[about].en}: ${rehireName(rehire.number, 'en')}${mark.en}`,
    },
    stop,
    say: (language) => sayings(request, language),
    action: { label, url: decideUrl },
    more: wrote
      ? {
          html: (
            <>
              {wrote.html}
              {commands.html}
            </>
          ),
          paragraphs: [...wrote.paragraphs, '* * *', ...commands.paragraphs],
        }
      : commands,
  });
}
