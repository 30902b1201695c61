import type { FC } from 'hono/jsx';
import type { Bilingual, Language } from '../../domain/language.ts';
import { pauses } from '../../domain/preferences.ts';
import { dateInWords, durationInWords } from '../../domain/wording.ts';

const texts = {
  title: { ja: 'しばらくお休みする', en: 'Taking a break' },
  lead: {
    ja: '選んだ期間、お便りもご案内もお送りしません。期間が過ぎたら、また自動でお送りします。',
    en: 'We won’t write to you for as long as you choose. After that, our mail starts again by itself.',
  },
  length: { ja: 'お休みの期間', en: 'For how long?' },
  pause: { ja: 'お休みする', en: 'Pause our mail' },
  resume: { ja: '今すぐ再開する', en: 'Start again now' },
} as const satisfies Record<string, Bilingual>;

/** That mail is paused, and from when on it starts again by itself. */
export function pauseInWords(until: string, language: Language): string {
  const date = dateInWords(until, language);
  return language === 'ja'
    ? `お便りもご案内もお休みしています。${date}から、また自動でお送りします。`
    : `Our mail is paused. It starts again by itself from ${date}.`;
}

/** Pauses all mail for some months, or ends the pause. Posts `action=pause` with `months`, or `action=resume`. */
export const Pause: FC<{ language: Language; pausedUntil: string | undefined }> = ({ language, pausedUntil }) => (
  <section>
    <h2>{texts.title[language]}</h2>
    <p>{pausedUntil ? pauseInWords(pausedUntil, language) : texts.lead[language]}</p>
    <form method="post">
      <input type="hidden" name="action" value={pausedUntil ? 'resume' : 'pause'} />
      {pausedUntil ? null : (
        <fieldset class="minor">
          <legend>{texts.length[language]}</legend>
          <div class="beside">
            {pauses.map((months, index) => (
              <label class="choice">
                <input type="radio" name="months" value={months} checked={index === 0} />
                <span>{durationInWords(`P${months}M`, language)}</span>
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <div class="actions">
        <button type="submit" class="single other">
          {pausedUntil ? texts.resume[language] : texts.pause[language]}
        </button>
      </div>
    </form>
  </section>
);
