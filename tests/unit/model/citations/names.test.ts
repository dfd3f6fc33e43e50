/** The author printed before a short form, and the authors of works. */
import { describe, expect, test } from 'vitest';
import { isBy } from '../../../../src/model/citations/names.ts';
import type { Name } from '../../../../src/model/sources/name.ts';
import type { SourceData } from '../../../../src/model/sources/source.ts';
import { source } from '../sources/source.ts';

const by = (...author: Name[]): SourceData => source({ author });
const TAYLOR = by({ family: 'Taylor', given: 'William J.', suffix: 'Jr.' });
const WU = by({ family: 'Wu', given: 'Xinbo', 'static-ordering': true });
const NAM = by({ family: 'Nam', given: 'Joo-Hong' });
const TWO = by({ family: 'Stone', given: 'Carl' }, { family: 'Hill', given: 'Dora' });
const BERG = by({ family: 'van der Berg', given: 'Eva' });
const BOARD = by({ literal: 'Ministry of Ferries and Bridges' });
const PEN = by({ literal: '季辛吉' });
const OTHERS = source({
  author: [{ family: 'Taylor', given: 'William J.' }],
  missing: ['author-others'],
});
const VARIED = source({
  author: [{ family: 'Leach', given: 'James A.' }],
  printed: [{ note: 1, field: 'author', value: '利奇' }],
});
const EDITED = source({ editor: [{ family: '何', given: '思因' }] });

describe('is the author', () => {
  test.each([
    ['Taylor', TAYLOR],
    ['TAYLOR', TAYLOR],
    ['William J. Taylor', TAYLOR],
    ['W. J. Taylor', TAYLOR],
    ['W.J. Taylor', TAYLOR],
    ['William Taylor', TAYLOR],
    ['William J. Taylor, Jr', TAYLOR],
    ['William J. Taylor Jr.', TAYLOR],
    ['Taylor, William J.', TAYLOR],
    ['Taylor, William J., Jr.', TAYLOR],
    ['Taylor, W.', TAYLOR],
    ['Taylor, Jr.', TAYLOR],
    ['William J. Taylor, Jr. etc', TAYLOR],
    ['Taylor et al.', TAYLOR],
    ['William J. Taylor and Eva Gray', OTHERS],
    ['Wu Xinbo', WU],
    ['Xinbo Wu', WU],
    ['Wu', WU],
    ['Joo-Hong Nam', NAM],
    ['Joo Hong Nam', NAM],
    ['J. H. Nam', NAM],
    ['J.-H. Nam', NAM],
    ['Joohong Nam', NAM],
    ['Carl Stone and Dora Hill', TWO],
    ['Stone, Carl, and Dora Hill', TWO],
    ['Stone & Hill', TWO],
    ['Carl Stone; Dora Hill', TWO],
    ['Eva van der Berg', BERG],
    ['van der Berg', BERG],
    ['Ministry of Ferries and Bridges', BOARD],
    ['季辛吉', PEN],
    ['季辛吉著', PEN],
    ['季辛吉著，朱邦賢譯', PEN],
    ['利奇', VARIED],
    ['Leach', VARIED],
    ['何思因', EDITED],
    ['何思因主編', EDITED],
    ['何思因等編', EDITED],
  ])('%s', (printed, work) => {
    expect(isBy(printed, work)).toBe(true);
  });
});

describe('is not the author', () => {
  test.each([
    ['', TAYLOR],
    ['Jr', TAYLOR],
    ['etc', TAYLOR],
    ['et al.', TAYLOR],
    ['William', TAYLOR],
    ['Taylor William', TAYLOR],
    ['Taylor Reed', TAYLOR],
    ['William K. Taylor', TAYLOR],
    ['J. Taylor', TAYLOR],
    ['Walter Taylor', TAYLOR],
    ['William J. Taylor, Sr.', TAYLOR],
    ['Reed and Taylor', TAYLOR],
    ['William J. Taylor and Eva Gray', TAYLOR],
    ['Larry A. Niksch, Jr.', by({ family: 'Niksch', given: 'Larry A.' })],
    ['Wu Xinbao', WU],
    ['Xinbo', WU],
    ['Dora Hill', TWO],
    ['Hill and Stone', TWO],
    ['Berg', BERG],
    ['Ministry of Ferries', BOARD],
    ['季辛', PEN],
    ['等', PEN],
    ['利', VARIED],
    ['編', EDITED],
    ['何', EDITED],
    ['何思因子', EDITED],
    ['Reed', source({})],
  ])('%s', (printed, work) => {
    expect(isBy(printed, work)).toBe(false);
  });
});
