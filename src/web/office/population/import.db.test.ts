import { beforeAll, describe, expect, it } from 'vitest';
import { type Browser, type Office, openOffice, wholeTown } from '../../../../test/factories/office.ts';
import {
  invented,
  ipssListRows,
  openDataRows,
  registerRows,
  utf8,
  xlsx,
} from '../../../../test/factories/population-files.ts';
import { loadSeries } from '../../../db/read-population.ts';

let office: Office;
let kikaku: Browser;

const path = '/m/202151/office/population/import';

const send = async (body: FormData | Blob, headers: Record<string, string> = {}) => {
  const response = await office.app.request(`http://rashin.test${path}`, {
    method: 'POST',
    headers: {
      cookie: [...kikaku.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      'sec-fetch-site': 'same-origin',
      ...headers,
    },
    body,
  });
  return { status: response.status, html: await response.text(), to: response.headers.get('location') ?? '' };
};

const token = async (): Promise<string> =>
  /name="_csrf" value="([^"]*)"/u.exec((await kikaku.get('/population/import')).html)?.[1] ?? '';

const tryFile = async (name: string, bytes: Uint8Array, fields: Readonly<Record<string, string>> = {}) => {
  const body = new FormData();
  body.set('_csrf', await token());
  body.set('step', 'try');
  for (const [field, value] of Object.entries(fields)) body.set(field, value);
  body.set('file', new File([new Uint8Array(bytes)], name));
  return send(body);
};

/** The form the preview holds, sent with `fields` over what it suggests. */
const keep = async (html: string, fields: Readonly<Record<string, string>> = {}) => {
  const body = new FormData();
  const form = html.slice(html.indexOf('id="tried-title"'));
  const inputs = form.slice(0, form.indexOf('</form>')).match(/<input[^>]*>/gu) ?? [];
  for (const input of inputs)
    body.append(/name="([^"]*)"/u.exec(input)?.[1] ?? '', /value="([^"]*)"/u.exec(input)?.[1] ?? '');
  body.set('step', 'keep');
  for (const [field, value] of Object.entries(fields)) body.set(field, value);
  return send(body);
};

const stored = () => office.read((tx) => loadSeries(tx));

const districtFile = (date: string, seed = 400) =>
  utf8(
    openDataRows({ layout: 'A', open: 85, townCode: '202151' }, [
      { code: '', name: '', date, ...invented(85, seed) },
      { code: 'h', name: '広丘', date, ...invented(85, seed) },
    ]),
  );

const facts = { name: '住民基本台帳', kind: 'register', publisher: '塩尻市', source: '塩尻市オープンデータ' };

beforeAll(async () => {
  office = await openOffice();
  await office.addUser('kikaku', [wholeTown('planner')]);
  kikaku = office.browser();
  await kikaku.login('kikaku');
});

describe('読み取って、確かめて、取り込む', () => {
  it('読み取った内容を見せる。まだ何も書かない', async () => {
    const before = await office.written();
    const page = await tryFile('人口20250101.csv', districtFile('2025/1/1'));
    expect(page.status).toBe(200);
    expect(page.html).toContain('地域・年齢別人口（推奨データセット）');
    expect(page.html).toContain('令和7年1月1日');
    expect(page.html).toContain('新しく入る表 <b>2</b>');
    expect(page.html).toContain('<td>5-9歳・男</td>');
    expect(await office.written()).toEqual(before);
    expect(await stored()).toEqual([]);
  });

  it('新しい系列は公開前にできる。足りない出典は欄の横で言い、読み取りは残る', async () => {
    const page = await tryFile('人口.csv', districtFile('2025/1/1'));
    const before = await office.written();
    const refused = await keep(page.html, { ...facts, source: '' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('id="f-source-problem"');
    expect(refused.html).toContain('新しく入る表 <b>2</b>');
    expect(await office.written()).toEqual(before);

    const done = await keep(refused.html, facts);
    expect([done.status, done.to]).toEqual([
      303,
      expect.stringMatching(/\/population\/series\/.+\?done=imported$/u),
    ]);
    const [series] = await stored();
    expect(series?.series).toMatchObject({ name: '住民基本台帳', state: 'draft' });
    expect(series?.tables.map(({ areaKey, date }) => [areaKey, date])).toEqual([
      ['', '2025-01-01'],
      ['h', '2025-01-01'],
    ]);
    expect(series?.tables[0]?.counts).toMatchObject(invented(85, 400));
  });

  it('ある系列に加える: 新しい日、変わる数、同じ数を分け、ファイルにない日は残る', async () => {
    const [series] = await stored();
    const into = series?.series.seriesKey ?? '';
    const same = await tryFile('人口.csv', districtFile('2025/1/1'), { into });
    expect(same.html).toContain('同じ数なので、取り込むものはありません');
    const changed = await tryFile('人口.csv', districtFile('2025/1/1', 401), { into });
    expect(changed.html).toContain('変わる表 <b>2</b>');
    const { male } = invented(85, 400);
    const figure = (value: number | undefined): string => Number(value).toLocaleString('ja-JP');
    expect(changed.html).toContain(`・男 ${figure(male[0])}→${figure((male[0] ?? 0) + 1)}`);
    const next = await tryFile('人口.csv', districtFile('2026/1/1'), { into });
    expect((await keep(next.html)).status).toBe(303);
    const [after] = await stored();
    expect(after?.tables.map(({ areaKey, date }) => `${date}${areaKey}`).toSorted()).toEqual([
      '2025-01-01',
      '2025-01-01h',
      '2026-01-01',
      '2026-01-01h',
    ]);

    // What was seen is no longer what is there: the second writer is told, and nothing changes.
    const before = await office.written();
    const late = await keep(changed.html);
    expect(late.status).toBe(409);
    expect(await office.written()).toEqual(before);
  });

  it('同じファイルをもう一度、新しい系列として: もうあると言い、二つ目はできない', async () => {
    const page = await tryFile('人口.csv', districtFile('2026/1/1'));
    expect(page.html).toContain('系列「住民基本台帳」に、すべて同じ数で入っています');
    expect(page.html).not.toContain('value="keep"');
    expect(page.html).toContain('新しく入る表 <b>0</b>');
    const before = await office.written();
    const second = await keep(page.html, facts);
    expect(second.status).toBe(422);
    expect(second.html).toContain('すべて同じ数で入っています');
    expect(await office.written()).toEqual(before);
    expect(await stored()).toHaveLength(1);
  });

  it('住民基本台帳と社人研の Excel', async () => {
    const register = await xlsx([
      { name: '総計', rows: registerRows(100, [{ code: '202151', name: '塩尻市', seed: 300 }]) },
    ]);
    const undated = await tryFile('juki.xlsx', register);
    expect([undated.status, undated.html.includes('「基準日」の欄に日付を書いて')]).toEqual([422, true]);
    const dated = await tryFile('juki.xlsx', register, { date: '令和7年1月1日' });
    expect(dated.html).toContain('住民基本台帳年齢階級別人口（総務省）');
    const ipss = await xlsx([
      { name: 'Sheet1', rows: ipssListRows(95, [2020, 2025], [{ code: 20215, name: '塩尻市', seed: 300 }]) },
    ]);
    const page = await tryFile('suikei_kekka.xlsx', ipss);
    expect(page.html).toContain('社人研 令和5年推計');
    expect((await keep(page.html, { ...facts, name: '社人研 令和5年推計', kind: 'projection' })).status).toBe(
      303,
    );
    const made = (await stored()).find(({ series }) => series.kind === 'projection');
    expect(made?.tables).toHaveLength(2);
  });
});

describe('断ったあとは、何も変わっていない', () => {
  it.each<readonly [string, () => Parameters<typeof tryFile>, string]>([
    ['ファイルがない', () => ['', new Uint8Array(), {}], 'ファイルが選ばれていません'],
    [
      '別の団体',
      () => [
        'a.csv',
        utf8(
          openDataRows({ layout: 'A', open: 85, townCode: '332143' }, [
            { code: '', name: '', date: '2025/1/1', ...invented(85) },
          ]),
        ),
        {},
      ],
      '塩尻市の数がありません',
    ],
    [
      '負の数',
      () => [
        'a.csv',
        utf8([
          ['年', '総人口'],
          [2020, -5],
        ]),
        {},
      ],
      'a.csv 2行目 › 総人口: 負の数',
    ],
    [
      '読めない基準日',
      () => ['a.csv', utf8([['総人口'], [5]]), { date: 'きょう' }],
      '「きょう」は日付として読めません',
    ],
    [
      'ない系列',
      () => [
        'a.csv',
        utf8([
          ['年', '総人口'],
          [2020, 5],
        ]),
        { into: 'nai' },
      ],
      '系列',
    ],
    [
      'まだ来ていない日の実績',
      () => ['a.csv', districtFile('2052/1/1'), { readKind: 'register' }],
      '日付（2052-01-01）がまだ来ていません',
    ],
    [
      '実績の端数',
      () => [
        'a.csv',
        utf8([
          ['年', '総人口'],
          [2019, 100.5],
        ]),
        { readKind: 'census' },
      ],
      '100.5',
    ],
    ['古い Excel', () => ['a.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), {}], '.xlsx にしてください'],
  ])('%s', async (_, given, sentence) => {
    const [before, series] = [await office.written(), await stored()];
    const page = await tryFile(...given());
    expect(page.status).toBe(422);
    expect(page.html).toContain(sentence);
    expect(page.html).toContain('何も変わっていません');
    expect(await office.written()).toEqual(before);
    expect(await stored()).toEqual(series);
  });

  it('種類が分からないうちは確かめてもらい、実績として取り込むときに断る: まだ来ていない日', async () => {
    const page = await tryFile('a.csv', districtFile('2052/1/1'));
    expect([page.status, page.html.includes('がまだ来ていません')]).toEqual([200, true]);
    const before = await office.written();
    const done = await keep(page.html, facts);
    expect([done.status, done.html.includes('がまだ来ていません')]).toEqual([422, true]);
    expect(await office.written()).toEqual(before);
  });

  it('実績に端数があれば、取り込むときに断る', async () => {
    const page = await tryFile(
      'a.csv',
      utf8([
        ['年', '総人口'],
        [2020, 100.5],
      ]),
    );
    expect(page.status).toBe(200);
    const before = await office.written();
    const done = await keep(page.html, facts);
    expect(done.status).toBe(422);
    expect(await office.written()).toEqual(before);
  });

  it('100MB は、本文を読む前に大きさで断る', async () => {
    const before = await office.written();
    let pulled = 0;
    const body = new ReadableStream({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(64 * 1024));
        if (pulled > 1600) controller.close();
      },
    });
    const response = await office.app.request(
      new Request(`http://rashin.test${path}`, {
        method: 'POST',
        headers: {
          cookie: [...kikaku.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          'sec-fetch-site': 'same-origin',
          'content-type': 'multipart/form-data; boundary=x',
          'content-length': String(100 * 1024 * 1024),
        },
        body,
        duplex: 'half',
      } as RequestInit),
    );
    expect(response.status).toBe(413);
    expect(await response.text()).toContain('一度に送れるのは 8 MB までです。何も変わっていません。');
    expect(pulled).toBeLessThan(5);
    expect(await office.written()).toEqual(before);
  });

  it('手を加えた読み取り結果は、取り込まない', async () => {
    const page = await tryFile(
      'a.csv',
      utf8([
        ['年', '総人口'],
        [2020, 5],
      ]),
    );
    const before = await office.written();
    for (const reading of [
      '',
      'eyJ9',
      Buffer.from(JSON.stringify({ tables: [{ date: 'x' }] })).toString('base64'),
    ]) {
      const done = await keep(page.html, { ...facts, reading });
      expect(done.status).toBe(422);
    }
    expect(await office.written()).toEqual(before);
  });
});

it('企画のほかは開けない', async () => {
  await office.addUser('tanto', [{ ...wholeTown('unit-staff'), unitKey: 'kodomo' }]);
  const tanto = office.browser();
  await tanto.login('tanto');
  expect((await tanto.get('/population/import')).status).toBe(403);
});
