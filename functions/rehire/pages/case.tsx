import type { FC } from 'hono/jsx';
import type { Bilingual, Language } from '../../domain/language.ts';
import { isOpen, type Rehire } from '../../domain/rehire.ts';
import { type RehireTerm, rehireFacts } from '../../domain/rehire-approval-wording.ts';
import { rehireName, standingForStaff } from '../../domain/rehire-wording.ts';
import { kindInWords } from '../../domain/return-conditions-wording.ts';
import type { PlainDate } from '../../domain/time.ts';
import { asStart, dateInWords } from '../../domain/wording.ts';
import { type PageContext, renderPage, Terms } from '../../web/layout.tsx';
import { decisionsInWords } from './case-decisions.ts';
import { TalkForm } from './case-talk.tsx';
import { CheckIns, Tasks } from './case-tasks.tsx';

const texts = {
  noted: { ja: '記録しました。ありがとうございます。', en: 'It’s on record. Thank you.' },
  over: {
    ja: '手続きが先へ進んだため、お答えは記録しませんでした。',
    en: 'The case has moved on, so your answer wasn’t recorded.',
  },
  stands: { ja: '現在の状況', en: 'Where it stands' },
  facts: { ja: 'ご相談の内容', en: 'The request' },
  erased: { ja: '消去されました', en: 'deleted' },
  forHr: {
    ja: '退職の理由についての条件は、ここには示しません。',
    en: 'Whether the reason for leaving matters isn’t shown here.',
  },
  decisions: { ja: '判断', en: 'Decisions' },
  noDecisions: { ja: 'まだ、判断を求めていません。', en: 'Nobody has been asked to decide yet.' },
  noDecisionsNow: { ja: '判断は求めていません。', en: 'Nobody was asked to decide.' },
  offer: { ja: '条件の提示', en: 'The offer' },
  noOffer: { ja: '条件は、まだ示していません。', en: 'No offer has been made yet.' },
  endedWithoutOffer: { ja: '条件は示していません。', en: 'No offer was made.' },
  noTerms: {
    ja: '条件の中身は、ここには示しません。',
    en: 'What the offer says in detail isn’t shown here.',
  },
  tasks: { ja: 'お迎えの準備', en: 'Preparations' },
  noTasks: {
    ja: 'ご本人が条件を受けると、準備をそれぞれの担当者にお願いします。',
    en: 'Once the alumnus accepts an offer, each task goes to its owner.',
  },
  noTasksNow: { ja: '準備は始まりませんでした。', en: 'No preparations were begun.' },
  checkIns: { ja: '復帰後の様子', en: 'Check-ins' },
  noCheckIns: {
    ja: '初日のあと、ご本人に様子をお尋ねします。',
    en: 'After the first day, we ask them how it’s going.',
  },
  noCheckInsNow: { ja: 'お尋ねしたことはありません。', en: 'None were asked.' },
  answers: {
    ja: 'お答えの中身は人事だけが読むとご本人に約束しているため、ここには示しません。',
    en: 'We’ve promised that HR alone reads the answers, so they aren’t shown here.',
  },
  next: { ja: '次にできること', en: 'What you can do next' },
  nothing: { ja: 'このご相談は終わりました。なさることはありません。', en: 'The case is over. There’s nothing to do.' },
  send: {
    ja: '条件をファイルに書いて送る(FILEはファイルの場所)',
    en: 'Write the terms into a file and send them; FILE is where it lies',
  },
  sendAgain: {
    ja: 'お返事の前に、条件を直して送り直す(FILEはファイルの場所)',
    en: 'Send a corrected offer while it isn’t answered; FILE is where it lies',
  },
  cancel: {
    ja: '取りやめる(ご本人と、準備を始めている担当者にお知らせします)',
    en: 'Call it off: the alumnus is told, and whoever has a task for it',
  },
} as const satisfies Record<string, Bilingual>;

type CasePage = PageContext &
  Readonly<{
    rehire: Rehire;
    /** Of who was erased there is none. */
    name: string | undefined;
    /** Receives them, as long as the offer is kept. */
    manager: string | undefined;
    today: PlainDate;
    /** What came of saying whether the talk was held. */
    said?: 'noted' | 'over' | 'no answer' | undefined;
  }>;

/** What was asked for, and what each condition says; the recruiter reads this too, and not of the reason for leaving. */
function factsOf({ rehire, policy, name, language }: CasePage): RehireTerm[] {
  const conditions = rehire.conditions.filter(({ condition }) => condition !== 'reason');
  return rehireFacts({ ...rehire, conditions }, { policy, name: name ?? texts.erased[language] }, language);
}

function timesInWords(times: number, language: Language): string {
  if (language === 'ja') return `${times}回`;
  return times === 1 ? 'once' : `${times} times`;
}

function offerFacts({ offer }: Rehire, language: Language): RehireTerm[] {
  if (!offer) return [];
  const { revision, kind, startsOn, madeOn, answerBy } = offer;
  const fact = (ja: string, en: string, text: string) => ({ term: language === 'ja' ? ja : en, text });
  return [
    fact('契約の種類', 'Kind of contract', kindInWords(kind, language)),
    fact('初日', 'First day', dateInWords(startsOn, language)),
    fact('お送りした日', 'Sent on', dateInWords(madeOn, language)),
    fact('返事の期限', 'To be answered by', dateInWords(answerBy, language)),
    ...(revision > 1 ? [fact('訂正', 'Corrected', timesInWords(revision - 1, language))] : []),
  ];
}

/** What HR and the recruiter do on the command line. */
const Commands: FC<{ language: Language; rehire: Rehire }> = ({ language, rehire }) => {
  const { number, status } = rehire;
  if (!isOpen(rehire)) return <p>{texts.nothing[language]}</p>;
  const offer = `rehire offer ${number} FILE`;
  const commands = [
    ...(status === 'waits for the offer' ? [{ what: texts.send, command: offer }] : []),
    ...(status === 'waits for the answer' ? [{ what: texts.sendAgain, command: offer }] : []),
    { what: texts.cancel, command: `rehire cancel ${number}` },
  ];
  return (
    <>
      {commands.map(({ what, command }) => (
        <>
          <p>{what[language]}</p>
          <p class="note copied">npm run okaeri -- {command}</p>
        </>
      ))}
    </>
  );
};

/** One return, as HR and the recruiter see it: how it stands, who decided, what is prepared, and what they can do. */
export function casePage(page: CasePage): string {
  const { language, policy, rehire, manager, today, said } = page;
  const { status, approvals, offer, tasks, checkIns } = rehire;
  const empty = (still: Bilingual, over: Bilingual) => <p>{(isOpen(rehire) ? still : over)[language]}</p>;
  return renderPage({
    language,
    policy,
    title: asStart(rehireName(rehire.number, language)),
    invalid: said === 'no answer' || said === 'over',
    children: (
      <>
        {said === 'noted' || said === 'over' ? (
          <p class="note" role={said === 'noted' ? 'status' : 'alert'}>
            {texts[said][language]}
          </p>
        ) : null}
        <section class="sheet">
          <h2>{texts.stands[language]}</h2>
          <p>{standingForStaff(rehire, policy, language)}</p>
        </section>
        {status === 'waits for the talk' ? <TalkForm language={language} isUnanswered={said === 'no answer'} /> : null}
        <h2>{texts.facts[language]}</h2>
        <Terms terms={factsOf(page)} />
        <p class="quiet">{texts.forHr[language]}</p>
        <h2>{texts.decisions[language]}</h2>
        {approvals.length > 0 ? (
          <Terms terms={decisionsInWords(rehire, policy, language)} />
        ) : (
          empty(texts.noDecisions, texts.noDecisionsNow)
        )}
        <h2>{texts.offer[language]}</h2>
        {offer ? (
          <>
            <Terms terms={offerFacts(rehire, language)} />
            <p class="quiet">{texts.noTerms[language]}</p>
          </>
        ) : (
          empty(texts.noOffer, texts.endedWithoutOffer)
        )}
        <h2>{texts.tasks[language]}</h2>
        {tasks.length > 0 ? (
          <Tasks language={language} policy={policy} tasks={tasks} manager={manager} today={today} />
        ) : (
          empty(texts.noTasks, texts.noTasksNow)
        )}
        <h2>{texts.checkIns[language]}</h2>
        {checkIns.length > 0 ? (
          <>
            <CheckIns language={language} checkIns={checkIns} />
            <p class="quiet">{texts.answers[language]}</p>
          </>
        ) : (
          empty(texts.noCheckIns, texts.noCheckInsNow)
        )}
        <h2>{texts.next[language]}</h2>
        <Commands language={language} rehire={rehire} />
      </>
    ),
  });
}
