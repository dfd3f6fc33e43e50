/** The content folder that commands and builds work on: CONTENT in the environment, `content` without it. */
export const CONTENT = process.env['CONTENT'] || 'content';
