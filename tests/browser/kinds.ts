/** One page of every kind the site has. */
export const KINDS: Record<string, string> = {
  'title page': '/',
  section: '/sections/1/',
  'section with a table and a quotation': '/sections/4/',
  'whole chapter': '/chapter/',
  'all sections': '/sections/',
  'all printed pages': '/pages/',
  'printed page': '/pages/45/',
  'all notes': '/notes/',
  'one note': '/notes/91/',
  'a note with a short form and another work': '/notes/28/',
  bibliography: '/sources/',
  'one source': '/sources/niksch-1981/',
  search: '/search/',
  emendations: '/emendations/',
  versions: '/versions/',
  timeline: '/timeline/',
  names: '/names/',
  'one name': '/names/rumsfeld/',
  about: '/about/',
  downloads: '/downloads/',
  'schemas of the data': '/downloads/schema/',
  'text services': '/dts/',
  'offline reading': '/offline/',
  'not found': '/404.html',
};

export const WIDTHS = { phone: 390, tablet: 820, desk: 1440 };
