/** The stylesheet of what opens on any page: menus, dialogs, the list under the search box. */
import url from '../../styles/interface.css?url';
import { stylesheet } from '../dom/stylesheet.ts';

/** @returns when it applies */
export const interfaceStyles = (): Promise<void> => stylesheet(url);
