/** /robots.txt */
import { published } from '../components/page/site.ts';
import { toRobots } from '../exports/metadata/sitemap.ts';

export function GET(): Response {
  return new Response(toRobots(published));
}
