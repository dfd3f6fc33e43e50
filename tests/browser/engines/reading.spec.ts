/** The text as it is set, in every engine. */
import { expect, test } from './test.ts';

// WebKitGTK 2.50 measures `text-autospace` rightly and paints it over the characters beside it,
// so no box tells of it: only a picture does.
test('the distance to Latin letters is set only where it is painted right', async ({
  reader,
  open,
}) => {
  await open('/sections/1/');
  const autospace = await reader.evaluate(() =>
    getComputedStyle(document.querySelector('.text') as Element).getPropertyValue('text-autospace'),
  );
  expect(autospace).toBe(reader.engine === 'webkit' ? 'no-autospace' : 'normal');
});
