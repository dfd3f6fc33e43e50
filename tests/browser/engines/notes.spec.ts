/** Notes where one reads, in every engine. */
import { expect, test } from './test.ts';

test('a noteref opens its note, whole, and Esc closes it', async ({ reader, open, until }) => {
  await reader.size(820, 1100);
  await open('/sections/1/');
  await reader.click('#fnref1');
  const card = await until(() => {
    const body = document.querySelector('.note-card:popover-open .body');
    return body && { height: body.clientHeight, all: body.scrollHeight, words: body.textContent };
  });
  expect(card?.words).toContain('環球時報');
  // Its words are in sight: a line is at least 18 px high.
  expect(card?.height).toBeGreaterThan(18);
  expect(card?.height).toBe(card?.all);
  await reader.press('Escape');
  await until(() => !document.querySelector('.note-card:popover-open'));
});

test('at a desk the notes stand beside the text, each at or under its mark, none over another', async ({
  reader,
  open,
  until,
}) => {
  await reader.size(1440, 900);
  await open('/sections/1/');
  const notes = await until(() => {
    const all = [...document.querySelectorAll('.sidenote')].map((note) => {
      const { top, bottom } = note.getBoundingClientRect();
      return { top, bottom };
    });
    return all.length > 5 && all;
  });
  notes.forEach((note, i) => {
    expect(note.top, `note ${i + 1}`).toBeGreaterThanOrEqual(i ? (notes[i - 1]?.bottom ?? 0) : 0);
  });
});

test('the way back from a note leads to its mark, also once its words were tapped', async ({
  reader,
  open,
  until,
}) => {
  await reader.size(390, 800);
  await open('/sections/1/');
  // One without a link to the web, which a tap might meet.
  const note = await reader.evaluate(
    () => document.querySelector('.notes > li:not(:has(.text a:not([role])))')?.id ?? '',
  );
  await reader.click(`#${note} .text p`);
  await until((id) => document.getElementById(id)?.dataset['shown'] === '', note);
  await reader.click(`#${note} [role="doc-backlink"]`);
  const top = await until((id) => {
    const mark = document.getElementById(id.replace('fn', 'fnref'));
    return location.hash === `#${mark?.id}` && mark?.getBoundingClientRect().top;
  }, note);
  expect(top).toBeGreaterThan(0);
  expect(top).toBeLessThan(800);
});
