/** Source lines of tables, parted as by hand. */
import { expect, test } from 'vitest';
import { partsOfSourceLine } from '../../../../src/model/drafts/source-line.ts';

test.each([
  [
    '資料來源：新華社 2002 年 9 月 4 日報導、大參考總第 1773 期(2002.12.15)、Korea Herald(2000.08.02)、中國時報(2000.08.01 及 08.03)',
    [
      '新華社 2002 年 9 月 4 日報導',
      '大參考總第 1773 期(2002.12.15)',
      'Korea Herald(2000.08.02)',
      '中國時報(2000.08.01 及 08.03)',
    ],
  ],
  [
    '資料來源：整理自 http://www.epochtimes.com/b5/3/9/11/n374371.htm 及嚴家祺，「『抗美援朝』救台灣」，http://www.asiademo.org/gb/2000/06/20000627b.htm。',
    [
      '整理自 http://www.epochtimes.com/b5/3/9/11/n374371.htm',
      '嚴家祺，「『抗美援朝』救台灣」，http://www.asiademo.org/gb/2000/06/20000627b.htm。',
    ],
  ],
  // Two authors of one work are no two works.
  [
    '資料來源：李大華、王二，〈燈〉，《河刊》，第 3 期(1999.05)。',
    ['李大華、王二，〈燈〉，《河刊》，第 3 期(1999.05)。'],
  ],
  ['資料來源：《水、火與燈》，頁 3；同上註。', ['《水、火與燈》，頁 3', '同上註。']],
  ['Source: Reed, “The New Bridge,” p. 4.', ['Reed, “The New Bridge,” p. 4.']],
  ['資料來源：作者自製。', []],
] as [string, string[]][])('%s', (line, texts) => {
  const cited = partsOfSourceLine(line).filter(({ cites }) => cites);
  expect(cited.map(({ text }) => text)).toEqual(texts);
});
