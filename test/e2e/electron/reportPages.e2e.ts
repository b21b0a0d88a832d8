import { expect, type Page, test } from '@playwright/test';
import sharp from 'sharp';
import { picturesIn } from '../../../renderer/screens/report/document/photosTold.ts';
import { reportOf } from '../../../renderer/screens/report/document/reportOf.ts';
import { createWording } from '../../../renderer/wording/createWording.ts';
import { languageKeys } from '../../../renderer/wording/languages.ts';
import { recordsHashOf } from '../../../shared/cases/decisions/recordsHash.ts';
import type { Desktop } from '../../../shared/desktop/desktopApi.ts';
import { Paper } from '../../../shared/facts/codes.ts';
import { anAsk, aReportedCase, ourWords } from '../../renderer/screens/report/aReportedCase.ts';
import { demoToday } from '../demoReturns.ts';
import { agreeWithNames, filledOf, printedPdf } from '../driver/paper.ts';
import { signIn } from '../driver/signIn.ts';
import { joinedStationOnLine } from '../stationOnLine.ts';

const opened = joinedStationOnLine('report-pages');
test.beforeAll(() => agreeWithNames(opened().app));
test.setTimeout(400_000);

const view = aReportedCase({
  photos: 40,
  clientName: 'Vereinigte Donaudampfschifffahrts- und Hafenumschlagsgesellschaft mbH & Co. KG',
  articleName:
    'Kreiselpumpe CP 32-160, 2,2 kW, EN-GJL-250, Flansche PN 16, Gleitringdichtung SiC/SiC',
});
const pictures = picturesIn(view);
/** Numbers one looks for, which have a hyphen of their own. */
const unbroken = ['SO-1001', 'AB-123', 'SN-70411–SN-70422', 'PUMP-40'];
/** A row of photos or a clause that does not fit any more may leave a third of a page, nothing else more. */
const leastFilled = 0.65;
const millimetres = { A4: [210, 297], Letter: [215.9, 279.4] } as const;

test('forty photos and the longest names are printed in every language on both papers, with what the records say', {
  tag: '@release',
}, async () => {
  const { page } = opened();
  await signIn(page, demoToday().worker('NQ4118'));
  await handOverPictures(page, await Promise.all(pictures.map((_, at) => aPicture(at))));
  for (const language of languageKeys)
    for (const paper of Paper.options)
      for (const version of ['client', 'internal'] as const) {
        const { t, formatMoney, formatNumber, ...wording } = createWording({
          language,
          zone: 'America/New_York',
        });
        const ask = anAsk(view, {
          version,
          paper,
          pictureOf: (sha256) => pictures.indexOf(sha256),
        });
        const document = reportOf(view, { t, formatMoney, formatNumber, ...wording }, ask);
        const fileName = `${language} ${paper} ${version}`;
        await print(page, { document, paper, fileName });
        const { text, sheets } = printedPdf(`${fileName}.pdf`);
        if (sheets === null) continue;
        const half = filledOf(`${fileName}.pdf`).flatMap((share, at) =>
          share < leastFilled ? [`page ${at + 1}: ${Math.round(share * 100)} %`] : [],
        );
        expect.soft(half, `${fileName}: pages that end early`).toEqual([]);
        const [wide, high] = millimetres[paper];
        expect(sheets.width, fileName).toBeCloseTo(wide, 0);
        expect(sheets.height, fileName).toBeCloseTo(high, 0);
        const foot = t('report.page', { number: '{n}', all: String(sheets.count) });
        const inAll = [
          'RMA-26-0004711',
          'Donaudampfschifffahrts',
          'SL-8841',
          formatNumber(12.75),
          formatMoney({ minor: 100_000, currency: 'USD' }),
          t('defect.function.leak'),
          t('indicator.impactMark'),
          t('clause.II-QUALITY'),
          recordsHashOf(view.file),
          ...view.file.photos.map(({ sha256 }) => sha256),
          ...Array.from({ length: sheets.count }, (_, at) => foot.replace('{n}', String(at + 1))),
        ];
        const ours = [...ourWords.people.slice(0, 2), ...ourWords.notes, ourWords.station];
        expect(lackingIn(text, inAll), fileName).toEqual([]);
        const words = [
          t('report.reason'),
          t('claim.defective'),
          t('report.severity'),
          t('severity.major'),
          t('report.cause'),
          t('cause.manufacturing'),
        ];
        const broken = [...unbroken, ...words].filter((one) => !text?.includes(one));
        expect(broken, fileName).toEqual([]);
        expect(lackingIn(text, ours), fileName).toEqual(version === 'client' ? ours : []);
      }
});

/** A bearing as a bench sees it, of the size a report prints: the noise keeps it from shrinking to nothing. */
async function aPicture(at: number): Promise<string> {
  const scene = `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="540">
    <rect width="960" height="540" fill="hsl(${at * 9} 14% 58%)"/>
    <circle cx="480" cy="270" r="210" fill="#8d9298" stroke="#555b61" stroke-width="26"/>
    <circle cx="480" cy="270" r="96" fill="#3f454b"/>
    <path d="M${520 + at * 3} 90 l24 70 l-18 52 l30 60" fill="none" stroke="#1c1e20" stroke-width="7"/>
    <text x="40" y="80" font-size="52" fill="#fff">${at + 1}</text></svg>`;
  const picture = await sharp(Buffer.from(scene)).jpeg({ quality: 80 }).toBuffer();
  return picture.toString('base64');
}

async function handOverPictures(page: Page, all: readonly string[]): Promise<void> {
  await page.evaluate((encoded) => {
    const read = (text: string) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
    Reflect.set(window, 'picturesToPrint', encoded.map(read));
  }, all);
}

type Printed = Omit<Parameters<Desktop['printDocument']>[0], 'pictures'>;

async function print(page: Page, asked: Printed): Promise<void> {
  const kept = await page.evaluate(async (input) => {
    const desktop = Reflect.get(window, 'quayside') as Pick<
      Desktop,
      'printDocument' | 'keepPrinted'
    >;
    const printed = await desktop.printDocument({
      ...input,
      pictures: Reflect.get(window, 'picturesToPrint') as Uint8Array<ArrayBuffer>[],
    });
    return printed.ok
      ? desktop.keepPrinted({ sha256: printed.value.sha256, elsewhere: false })
      : printed;
  }, asked);
  expect(kept).toEqual({ ok: true, value: { fileName: `${asked.fileName}.pdf` } });
}

/** Lines break where there is no space in Chinese, and long words anywhere: so nothing between letters counts. */
function lackingIn(text: string | null, all: readonly string[]): readonly string[] {
  if (text === null) return [];
  const bare = (said: string) => said.replace(/[\s\u00ad\u200b]/g, '');
  const read = bare(text);
  return all.filter((said) => !read.includes(bare(said)));
}
