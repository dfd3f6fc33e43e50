/** A report of a slip: lines that the editor's command reads again, in addresses that programs take. */
import { expect, test } from 'vitest';
import { readReport } from '../../../../src/cli/emend/report.ts';
import { type Report, reportAddress, textOf } from '../../../../src/search/report/report.ts';

const REPORT: Report = {
  address: 'https://lamp.example/z/sections/1/#s1-p1',
  place: '頁7',
  printed: '回米',
  context: '船會回米，天已黑',
  correction: '回來',
  reason: '形近而誤；\n下文作「來」。',
};

test('npm run emend reads what the site puts together', () => {
  expect(readReport(textOf(REPORT))).toEqual({
    at: 's1-p1',
    printed: '回米',
    context: '船會回米，天已黑',
    correction: '回來',
    reason: '形近而誤； 下文作「來」。',
  });
  expect(readReport(textOf({ ...REPORT, correction: '', reason: '' }))).not.toHaveProperty(
    'reason',
  );
});

test('a mail has a subject and a body, whose lines end as mails do', () => {
  const url = new URL(reportAddress(REPORT, { mail: 'ann@lamp.example' }));
  expect(url.pathname).toBe('ann@lamp.example');
  expect(url.searchParams.get('subject')).toBe('筆誤：頁7「回米」');
  expect(url.searchParams.get('body')?.split('\r\n')[0]).toBe(`位置：${REPORT.address}`);
});

test('a tracker is given title and body where its address has room for them', () => {
  const to = { name: 'T', url: 'https://t.example/new?title={title}&body={body}' };
  const { searchParams } = new URL(reportAddress(REPORT, to));
  expect(searchParams.get('title')).toBe('筆誤：頁7「回米」');
  expect(searchParams.get('body')).toBe(textOf(REPORT));
});

test('what is too long for an address loses its context first, and never half a character', () => {
  const to = { mail: 'ann@lamp.example' };
  const long = reportAddress({ ...REPORT, context: '燈'.repeat(150) }, to);
  expect(decodeURIComponent(long)).not.toContain('上下文');
  expect(decodeURIComponent(long)).toContain('形近而誤');
  const longer = reportAddress({ ...REPORT, reason: '𠀀'.repeat(900) }, to);
  expect(longer.length).toBeLessThanOrEqual(1800);
  expect(decodeURIComponent(longer).endsWith('𠀀…')).toBe(true);
});
