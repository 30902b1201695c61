import type { FC } from 'hono/jsx';
import { type Purpose, purposes } from '../domain/consent.ts';
import { purposeWording } from '../domain/consent-wording.ts';
import type { Bilingual, Language } from '../domain/language.ts';

/** The purposes, each on its own, as checkboxes named `purpose`. */
export const PurposeChoices: FC<{
  language: Language;
  legend: string;
  note: string;
  chosen: readonly Purpose[];
  problem?: string | undefined;
}> = ({ language, legend, note, chosen, problem }) => (
  <fieldset aria-describedby={problem ? 'purpose-problem' : undefined}>
    <legend>
      {legend} <small>{note}</small>
    </legend>
    {problem ? (
      <p class="problem" id="purpose-problem">
        {problem}
      </p>
    ) : null}
    {purposes.map((purpose, index) => (
      <label class="choice">
        <input
          type="checkbox"
          name="purpose"
          value={purpose}
          checked={chosen.includes(purpose)}
          autofocus={problem !== undefined && index === 0}
          aria-describedby={problem ? 'purpose-problem' : undefined}
        />
        <span>
          <strong>{purposeWording[purpose].title[language]}</strong> {purposeWording[purpose].detail[language]}
        </span>
      </label>
    ))}
  </fieldset>
);

/** The purposes somebody chose, by name. */
export const ChosenPurposes: FC<{ language: Language; chosen: readonly Purpose[] }> = ({ language, chosen }) => (
  <ul>
    {purposes
      .filter((purpose) => chosen.includes(purpose))
      .map((purpose) => (
        <li>{purposeWording[purpose].title[language]}</li>
      ))}
  </ul>
);

const forWhom: Bilingual = { ja: 'このページの宛先', en: 'This page is for' };

/** For whom a page is: so much of the address that its owner knows it. */
export const ForAddress: FC<{ language: Language; address: string }> = ({ language, address }) => (
  <p class="quiet">
    {forWhom[language]}: <span class="address">{address}</span>
  </p>
);
