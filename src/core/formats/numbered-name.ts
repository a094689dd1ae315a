/** File names inside an archive. A note's own name may hold a patient's, so they are numbers. */

/** `note-0001` for 1; names of up to 9,999 notes sort in their order. */
export const numbered = (number: number): string => `note-${String(number).padStart(4, "0")}`;
