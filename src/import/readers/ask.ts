/** Questions, and the answers of a person to them. */
import type { Question, ReaderOptions } from './types.ts';

/** The reading that an answer in the settings chose; undefined where there is none, or none of that number. */
export function answerTo(
  id: string,
  readings: number,
  answers: ReaderOptions['answers'],
): number | undefined {
  const answer = answers[id];
  return answer !== undefined && answer < readings ? answer : undefined;
}

/**
 * Asks a question: what a person answered is taken, else what is usual.
 * @param usual index of the reading that is taken without an answer
 */
export function ask(
  question: Omit<Question, 'taken' | 'answered'>,
  usual: number,
  answers: ReaderOptions['answers'],
): Question {
  const answer = answerTo(question.id, question.readings.length, answers);
  return { ...question, taken: answer ?? usual, answered: answer !== undefined };
}
