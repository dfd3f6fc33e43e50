/** 下載明體: the typeface has exactly the characters of the text that there is, and the same bytes each time. */
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convert } from 'fontverter';
import { Blob, Face } from 'harfbuzzjs';
import { afterAll, expect, test } from 'vitest';
import { charactersOf, mingCharacters } from '../../../src/integrations/ming/characters.ts';
import { makeMing } from '../../../src/integrations/ming.ts';
import { converterOf } from '../../../src/model/simplified/convert.ts';

const folder = mkdtempSync(join(tmpdir(), 'ming-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sfnt = (made: string, script: string): Promise<Buffer> =>
  convert(readFileSync(join(made, `ming-${script}.woff2`)), 'sfnt');
const charactersIn = (font: Uint8Array): string =>
  String.fromCodePoint(...new Face(new Blob(font)).collectUnicodes());

test('Latin letters, digits and marks of theirs are left to Latin typefaces', () => {
  expect(mingCharacters('駐韓 US 駐軍，2005é：“α”　—Ж')).toBe('—“”軍韓駐，：');
});

/** Taiwan's typeface has no 爲, and neither has Hangul. */
const TEXT = { hant: '駐韓美軍爲，「直」—박', hans: '驻韩美军，“直”—', text: '駐韓美軍爲，박' };

test('a font has the characters asked for and no others, vertical forms and its licence; what it lacks is named', async () => {
  const { folder: made, lacks } = await makeMing(TEXT, folder);
  expect(lacks).toBe('박');
  const [hant, hans] = [await sfnt(made, 'hant'), await sfnt(made, 'hans')];
  expect(charactersIn(hant)).toBe(mingCharacters(TEXT.hant.replace(/[爲박]/gu, '')));
  expect(charactersIn(await sfnt(made, 'hant-more'))).toBe('爲');
  expect(charactersIn(hans)).toBe(mingCharacters(TEXT.hans));
  expect(hant.includes('vert')).toBe(true);
  const words = (text: string) => Buffer.from(text, 'utf16le').swap16();
  expect(hant.includes(words('SIL Open Font License'))).toBe(true);
  expect(readFileSync(join(made, 'OFL.txt'), 'utf8')).toMatch(
    /Adobe[\s\S]*SIL OPEN FONT LICENSE Version 1\.1/u,
  );
  const sizeOf = (name: string) => statSync(join(made, `ming-${name}.woff2`)).size;
  expect(JSON.parse(readFileSync(join(made, 'sizes.json'), 'utf8'))).toEqual({
    hant: sizeOf('hant') + sizeOf('hant-more'),
    hans: sizeOf('hans') + sizeOf('hans-more'),
  });
});

test('the same characters give the same bytes; what is there is not made again, and other characters are apart', async () => {
  const { folder: made } = await makeMing(TEXT, folder);
  const font = join(made, 'ming-hant.woff2');
  const bytes = readFileSync(font);
  const { folder: again } = await makeMing(TEXT, join(folder, 'again'));
  expect(readFileSync(join(again, 'ming-hant.woff2')).equals(bytes)).toBe(true);
  writeFileSync(font, 'kept');
  expect(await makeMing(TEXT, folder)).toEqual({ folder: made, lacks: '박' });
  expect(readFileSync(font, 'utf8')).toBe('kept');
  const other = await makeMing({ ...TEXT, hant: '別章' }, folder);
  expect(other.folder).not.toBe(made);
  expect(charactersIn(await sfnt(other.folder, 'hant'))).toBe('別章');
});

test('another text gives other characters: its own in both scripts, and those of the interface', () => {
  const content = join(folder, 'content');
  cpSync('content', content, { recursive: true });
  const of = (lang: string) => charactersOf(content, lang, converterOf([]));
  const before = of('zh-Hant-TW');
  expect(before.text).not.toMatch(/[囍龘]/u);
  writeFileSync(join(content, 'sections/1.md'), '囍龘風。');
  const after = of('zh-Hant-TW');
  for (const [name, characters] of [
    ['text', '囍龘風'],
    ['hant', '囍龘風設'],
    ['hans', '囍龘风设'],
  ] as const)
    expect(
      [...characters].filter((c) => !after[name].includes(c)),
      name,
    ).toEqual([]);
  expect(after.hans).not.toContain('風');
  // A text in Simplified characters has them as printed.
  expect(of('zh-Hans').hans).toContain('風');
});
