import { z } from 'zod';
import { date, key, municipalityCode, position, text, title } from './kernel-schema.ts';

const door = z.union([
  z.strictObject({ label: title, labelEn: title, href: text }),
  z.strictObject({ label: title, labelEn: title, query: text }),
]);

/** Only what differs from the defaults need be said. */
const settings = z.strictObject({
  checks: z
    .strictObject({
      maxLeadUnits: z.int().min(1).max(100).nullable().exactOptional(),
      namingLint: z
        .strictObject({ enabled: z.boolean().exactOptional(), meansWords: z.array(title).exactOptional() })
        .exactOptional(),
    })
    .exactOptional(),
  home: z
    .strictObject({
      topIndicatorKeys: z.array(key).max(12).exactOptional(),
      planSlug: key.nullable().exactOptional(),
      doors: z.array(door).max(24).exactOptional(),
    })
    .exactOptional(),
  contact: z
    .strictObject({ name: text.exactOptional(), phone: text.exactOptional(), mail: text.exactOptional() })
    .exactOptional(),
  openData: z
    .strictObject({
      licence: z
        .strictObject({
          name: title.exactOptional(),
          nameEn: title.exactOptional(),
          url: z.url({ protocol: /^https?$/ }).exactOptional(),
        })
        .exactOptional(),
    })
    .exactOptional(),
});

export const municipality = z.strictObject({
  code: municipalityCode,
  name: title,
  nameKana: title,
  nameEn: title,
  prefecture: title,
  accentColour: z.string().regex(/^#[0-9a-f]{6}$/),
  settings: settings.default({}),
});

export const unit = z.strictObject({
  unitKey: key,
  name: title,
  kind: title.describe('部, 課, 係 …'),
  parentKey: key.nullable().default(null),
  validFrom: date,
  validTo: date.nullable().default(null),
  position,
});

export const succession = z.strictObject({
  predecessorKey: key,
  successorKey: key,
  on: date,
  kind: z.enum(['rename', 'merge', 'split', 'transfer']),
  reason: text,
});

export const area = z.strictObject({
  areaKey: key,
  name: title,
  layer: z.enum(['region', 'municipality', 'district', 'school-district']),
  parentKey: key.nullable().default(null),
  position,
});
