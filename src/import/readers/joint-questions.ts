/** What is asked where a line end could hide a hyphen or part an address, and what the answer makes of it. */
import { ask } from './ask.ts';
import type { Joint } from './text/joints.ts';
import type { Question, ReaderOptions } from './types.ts';

/** How two lines join, and the question where that is not certain. */
interface Settled {
  joint: Joint;
  question?: Question;
}

/**
 * Asks how a line joins the next, and takes the answer given.
 * @param at the number of the line, or of the page of a PDF, from 1
 * @param before the words at the end of the line, for the eye
 */
export function settled(
  joint: Joint,
  { at, place, before }: { at: number; place: Question['place']; before: string },
  answers: ReaderOptions['answers'],
): Settled {
  if (joint.how === 'plain' || !joint.doubt) return { joint };
  const { after } = joint;
  const bare = joint.before.replace(/[-\u00AD\u2010\u0002]$/u, '');
  const isAddress = joint.how === 'address';
  const question = ask(
    {
      id: `hyphen:${at}:${bare}-${after}`.slice(0, 120),
      about: 'hyphen',
      asks: isAddress
        ? 'Does the address go on in the next line?'
        : 'A line ends at this hyphen: is it part of the word?',
      place,
      context: `${before.slice(-24)}⏎${after}`,
      readings: isAddress
        ? [joint.before + after, `${joint.before} ${after}`]
        : [`${bare}-${after}`, bare + after],
    },
    joint.how === 'drop' ? 1 : 0,
    answers,
  );
  const { taken } = question;
  if (isAddress) return { question, joint: taken === 0 ? joint : { how: 'plain' } };
  return { question, joint: { ...joint, how: taken === 0 ? 'keep' : 'drop' } };
}
