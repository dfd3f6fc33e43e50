/** The stylesheet of annotations: on the page, in their card and in their list. */
import url from '../../styles/annotations.css?url';
import { stylesheet } from '../dom/stylesheet.ts';

/** @returns when it applies */
export const annotationStyles = (): Promise<void> => stylesheet(url);
