/** The knot whose mark a pointer event hit; undefined beside every mark. */
export function knotAt(target: EventTarget): number | undefined {
  const marked = target instanceof Element ? target.closest<HTMLElement>("[data-knot]") : null;
  return marked?.dataset["knot"] === undefined ? undefined : Number(marked.dataset["knot"]);
}
