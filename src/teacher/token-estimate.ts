/** Tokens of a text before anyone has counted them. An estimate, and called so wherever it is shown. */

/** English clinical prose runs at 3.5 to 4.5 characters a token with today's vocabularies; the low end is safe. */
const CHARACTERS_PER_TOKEN = 3.5;

export const estimateTokens = (text: string): number => Math.ceil(text.length / CHARACTERS_PER_TOKEN);

/**
 * Tokens of the reply to a note. Measured on the dev notes of data/: 2.3 to 3.1 characters of reply for one of a dense
 * synthetic note (0.5 for transcribed clinical notes). The dense end, so that a budget holds.
 */
const REPLY_PER_NOTE = 3;
export const estimateReplyTokens = (note: string): number => 20 + Math.ceil((note.length * REPLY_PER_NOTE) / CHARACTERS_PER_TOKEN);
