/** The stylesheet of what is said about keeping pages. */
import url from '../../styles/offline.css?url';
import { stylesheet } from '../dom/stylesheet.ts';

/** @returns when it applies */
export const offlineStyles = (): Promise<void> => stylesheet(url);
