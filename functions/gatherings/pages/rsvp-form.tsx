import type { FC, PropsWithChildren } from 'hono/jsx';
import type { Bilingual } from '../../domain/language.ts';
import type { Place } from '../../domain/room.ts';
import { dateInWords } from '../../domain/wording.ts';
import { OneButton, WriteTo } from '../../web/layout.tsx';
import { ForAddress } from '../../web/person-parts.tsx';
import { AllWords, Guests, type RsvpForm } from './rsvp-fields.tsx';

const texts = {
  ask: { ja: 'ご出欠をお聞かせください', en: 'Will you come?' },
  change: { ja: '回答を変更する', en: 'Change your answer' },
  choose: { ja: '「参加します」か「参加できません」をお選びください。', en: 'Choose yes or no.' },
  yes: { ja: '参加します', en: 'Yes, I’ll come' },
  no: { ja: '参加できません', en: 'No, I can’t come' },
  givesUp: { ja: 'お席は、お待ちの方にご案内します。', en: 'Your place is offered to whoever is waiting.' },
  full: {
    ja: '今は満席です。参加とお答えいただくと、キャンセル待ちでお受けします。席が空いたら、順にメールでお知らせします。',
    en: 'It’s full at the moment. If you say yes now, you join the waiting list, and we write to you when there’s room.',
  },
  answer: { ja: '回答を送る', en: 'Send my answer' },
  save: { ja: '変更を保存する', en: 'Save the change' },
  take: { ja: 'お席をお受けになりますか', en: 'Would you like it?' },
  accept: { ja: '参加する', en: 'Yes, I’ll come' },
  decline: { ja: '今回は見送る', en: 'No, I can’t come' },
  cancelTitle: { ja: 'ご都合が悪くなったとき', en: 'If you can’t come after all' },
  cancelLead: {
    ja: '下のボタンでお知らせください。お席は、お待ちの方がいらっしゃればご案内します。',
    en: 'Tell us with this button. Your place is offered to whoever is waiting.',
  },
  unwaitLead: {
    ja: 'キャンセル待ちをやめるときは、下のボタンでお知らせください。',
    en: 'If you no longer want to wait, tell us with this button.',
  },
  cancel: { ja: '参加を取り消す', en: 'I can’t come after all' },
  unwait: { ja: 'キャンセル待ちをやめる', en: 'Leave the waiting list' },
  otherwise: {
    ja: '人数やお食事など、そのほかの変更はこちらへご連絡ください。',
    en: 'For any other change, such as the number of guests, write to',
  },
  closedTitle: { ja: '回答の受付は終わりました', en: 'Answers are closed' },
  closedNext: { ja: 'ご相談があれば、こちらへご連絡ください。', en: 'If there’s anything we can do, write to' },
} as const satisfies Record<string, Bilingual>;

/** Yes or no, before the deadline; changeable until then. */
export const AnswerForm: FC<RsvpForm> = (form) => {
  const { language, address, told, place, said, full, problem, typed } = form;
  const has = place?.status === 'attending' || place?.status === 'waiting';
  const answer = typed ? typed.answer : has ? 'yes' : place?.status === 'lapsed' ? undefined : said?.answer;
  const unanswered = problem === 'choose';
  const until = dateInWords(told.plan.deadline, language);
  const choices = [
    { value: 'yes', label: texts.yes[language], detail: undefined },
    { value: 'no', label: texts.no[language], detail: place?.status === 'attending' ? texts.givesUp : undefined },
  ];
  return (
    <form method="post">
      <fieldset aria-describedby={unanswered ? 'answer-problem answer-until' : 'answer-until'}>
        <legend>{said || place ? texts.change[language] : texts.ask[language]}</legend>
        <p id="answer-until">
          {language === 'ja'
            ? `${until}まで受け付けます。それまでは変更もできます。`
            : `You can answer until ${until}, and change your answer until then.`}
        </p>
        <ForAddress language={language} address={address} />
        {full && !has ? <p class="note">{texts.full[language]}</p> : null}
        {unanswered ? (
          <p class="problem" id="answer-problem">
            {texts.choose[language]}
          </p>
        ) : null}
        {choices.map(({ value, label, detail }) => (
          <label class="choice">
            <input
              type="radio"
              name="answer"
              value={value}
              checked={answer === value}
              autofocus={unanswered && value === 'yes'}
              aria-describedby={unanswered ? 'answer-problem' : undefined}
            />
            <span>
              {detail ? (
                <>
                  <strong>{label}</strong> {detail[language]}
                </>
              ) : (
                label
              )}
            </span>
          </label>
        ))}
      </fieldset>
      {told.plan.guests > 0 ? <Guests {...form} most={told.plan.guests} /> : null}
      <AllWords {...form} />
      <OneButton>{said || place ? texts.save[language] : texts.answer[language]}</OneButton>
    </form>
  );
};

/** A place that is kept: two buttons of the same size. */
export const OfferForm: FC<RsvpForm & { place: Place }> = (form) => {
  const { language, address, place } = form;
  return (
    <form method="post">
      <h2>{texts.take[language]}</h2>
      <ForAddress language={language} address={address} />
      {place.party > 1 ? <Guests {...form} most={place.party - 1} /> : null}
      <AllWords {...form} />
      <div class="actions">
        <button type="submit" name="answer" value="yes">
          {texts.accept[language]}
        </button>
        <button type="submit" name="answer" value="no" class="other">
          {texts.decline[language]}
        </button>
      </div>
    </form>
  );
};

/** A place, also one in the waiting list or one that is kept for somebody, can be given up; nothing else. */
export const GiveUp: FC<PropsWithChildren<RsvpForm & { place: Place }>> = ({ language, address, place, children }) => {
  const waits = place.status === 'waiting';
  return (
    <section class="apart">
      <h2>{waits ? texts.unwait[language] : texts.cancelTitle[language]}</h2>
      <p>{waits ? texts.unwaitLead[language] : texts.cancelLead[language]}</p>
      <ForAddress language={language} address={address} />
      <form method="post">
        <div class="actions">
          <button type="submit" name="answer" value="no" class="single other">
            {waits
              ? texts.unwait[language]
              : place.status === 'offered'
                ? texts.decline[language]
                : texts.cancel[language]}
          </button>
        </div>
      </form>
      {children}
    </section>
  );
};

/** After the deadline. */
export const AfterDeadline: FC<RsvpForm> = (form) => {
  const { language, policy, told, place } = form;
  const until = dateInWords(told.plan.deadline, language);
  if (place?.status === 'attending' || place?.status === 'waiting') {
    return (
      <GiveUp {...form} place={place}>
        <WriteTo policy={policy} quiet>
          {texts.otherwise[language]}
        </WriteTo>
      </GiveUp>
    );
  }
  return (
    <section>
      <h2>{texts.closedTitle[language]}</h2>
      <p>{language === 'ja' ? `${until}で締め切りました。` : `The last day to answer was ${until}.`}</p>
      <WriteTo policy={policy}>{texts.closedNext[language]}</WriteTo>
    </section>
  );
};
