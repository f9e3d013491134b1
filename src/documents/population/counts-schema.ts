import { z } from 'zod';

export const year = z.int().min(1800).max(2300).describe('西暦の年。国勢調査の年なら10月1日');

const mostGroups = 150;
const numbers = z.array(z.number()).min(1).max(mostGroups);

/** By sex; men may be left out of a projection of women alone. */
export const eachSex = <T extends z.ZodType>(one: T) => z.strictObject({ male: one, female: one });

export const counts = numbers.describe('年齢階級別の人数。若い順、最後が上の開いた階級');

export const rates = numbers.describe('i番目は階級iからi+1へ。最後は上の二つの階級から開いた階級へ');
export const ratesBySex = eachSex(rates);

export const ageGroups = z
  .array(z.string().max(40))
  .max(mostGroups)
  .describe('年齢階級の名前: "0-4"、"5～9歳"、"90+"、"90歳以上"。0歳から切れ目なく、最後は開いた階級');

export const source = z
  .strictObject({
    document: z.string().max(500),
    publisher: z.string().max(500).exactOptional(),
    date: z.string().max(100).exactOptional(),
  })
  .describe('出典');
