/** /robots.txt */
import { place } from '../components/place.ts';
import { toRobots } from '../exports/metadata/sitemap.ts';

export function GET(): Response {
  return new Response(toRobots(place));
}
