/** Whether keys at this place are text or a choice of their own; at a checkbox or radio button letters are still shortcuts. */
export function isTyping(target: EventTarget | null): boolean {
  const taking = "input:not([type='checkbox'], [type='radio'], [type='file']), textarea, select, [contenteditable]";
  return target instanceof Element && target.closest(taking) !== null;
}
