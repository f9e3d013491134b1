import { errorAt, type Problem } from '../kernel/problem.ts';
import type { MunicipalitySettings } from '../kernel/settings.ts';

/** What a town says about itself and may change. Its name and prefecture come from the list of codes. */
export interface TownProfile {
  readonly nameKana: string;
  readonly nameEn: string;
  /** #rrggbb */
  readonly accentColour: string;
  readonly settings: MunicipalitySettings;
}

/** What the settings may refer to. */
export interface TownThings {
  readonly planSlugs: readonly string[];
  readonly indicatorKeys: readonly string[];
}

const longest = { name: 100, contact: 200, label: 60, meansWord: 20, licence: 200, address: 500 } as const;
export const mostDoors = 24;
const mostIndicators = 12;
const mostMeansWords = 100;

const textProblems = (
  path: Problem['path'],
  text: string,
  limit: number,
  required: boolean,
): readonly Problem[] => {
  const length = [...text].length;
  if (required && text.trim() === '') return [errorAt('text-missing', path)];
  return length > limit ? [errorAt('text-too-long', path, { length, limit })] : [];
};

const checksProblems = ({ maxLeadUnits, namingLint }: MunicipalitySettings['checks']): readonly Problem[] => [
  ...(maxLeadUnits !== null && !(Number.isInteger(maxLeadUnits) && maxLeadUnits >= 1 && maxLeadUnits <= 100)
    ? [errorAt('town.max-lead-units', ['maxLeadUnits'])]
    : []),
  ...(namingLint.meansWords.length > mostMeansWords
    ? [errorAt('town.too-many', ['meansWords'], { limit: mostMeansWords })]
    : []),
  ...namingLint.meansWords.flatMap((word) => textProblems(['meansWords'], word, longest.meansWord, true)),
];

const homeProblems = (home: MunicipalitySettings['home'], things: TownThings): readonly Problem[] => [
  ...(home.planSlug !== null && !things.planSlugs.includes(home.planSlug)
    ? [errorAt('town.plan-unknown', ['planSlug'], { slug: home.planSlug })]
    : []),
  ...(home.topIndicatorKeys.length > mostIndicators
    ? [errorAt('town.too-many', ['topIndicatorKeys'], { limit: mostIndicators })]
    : []),
  ...home.topIndicatorKeys
    .filter((key) => !things.indicatorKeys.includes(key))
    .map((key) => errorAt('indicator-unknown', ['topIndicatorKeys'], { key })),
  ...(home.doors.length > mostDoors ? [errorAt('town.too-many', ['doors'], { limit: mostDoors })] : []),
  ...home.doors.flatMap((door, index) => [
    ...textProblems([`doors.${index}.label`], door.label, longest.label, true),
    ...textProblems([`doors.${index}.labelEn`], door.labelEn, longest.label, false),
    ...('query' in door
      ? textProblems([`doors.${index}.target`], door.query, longest.label, true)
      : // Below the town's own pages: a door never leads to another site.
        /^\/(?![/\\])[^\s\\]{0,200}$/u.test(door.href) && !door.href.includes('..')
        ? []
        : [errorAt('town.door-address', [`doors.${index}.target`])]),
  ]),
];

const licenceProblems = ({ licence }: MunicipalitySettings['openData']): readonly Problem[] => [
  ...textProblems(['licenceName'], licence.name, longest.licence, true),
  ...textProblems(['licenceNameEn'], licence.nameEn, longest.licence, true),
  ...textProblems(['licenceUrl'], licence.url, longest.address, true),
  ...(licence.url.trim() !== '' && !/^https?:\/\/[^\s/?#"<>]+\.[^\s"<>]+$/u.test(licence.url)
    ? [errorAt('town.licence-address', ['licenceUrl'])]
    : []),
];

/** Problems of what a town wants to say about itself; their paths are names of fields. */
export const townProblems = (profile: TownProfile, things: TownThings): readonly Problem[] => {
  const { contact } = profile.settings;
  return [
    ...textProblems(['nameKana'], profile.nameKana, longest.name, true),
    ...textProblems(['nameEn'], profile.nameEn, longest.name, true),
    ...(/^#[0-9a-f]{6}$/i.test(profile.accentColour) ? [] : [errorAt('town.colour', ['accentColour'])]),
    ...checksProblems(profile.settings.checks),
    ...homeProblems(profile.settings.home, things),
    ...textProblems(['contactName'], contact.name, longest.contact, false),
    ...textProblems(['contactPhone'], contact.phone, longest.contact, false),
    ...textProblems(['contactMail'], contact.mail, longest.contact, false),
    ...(contact.mail !== '' && !/^[^\s@]+@[^\s@]+$/.test(contact.mail)
      ? [errorAt('town.mail', ['contactMail'])]
      : []),
    ...licenceProblems(profile.settings.openData),
  ];
};
