/** A chart of the page as a file that looks the same anywhere: styles become attributes, what is only for the page goes. */

const STYLES = ["fill", "stroke", "stroke-width", "stroke-dasharray", "font-family", "font-size", "font-weight", "text-anchor"] as const;
const MARGIN = 12;
const PNG_SCALE = 2;

/** A self-contained SVG document, in the colours of the present theme. */
export function svgOf(chart: SVGSVGElement): string {
  const copy = chart.cloneNode(true) as SVGSVGElement;
  const [drawn, copied] = [[chart, ...chart.querySelectorAll("*")], [copy, ...copy.querySelectorAll("*")]];
  drawn.forEach((element, i) => {
    const target = copied[i];
    if (!target) return;
    const style = getComputedStyle(element);
    if (/^(rect|line|path|circle|text)$/.test(element.tagName)) for (const name of STYLES) target.setAttribute(name, style.getPropertyValue(name));
    for (const { name } of [...target.attributes]) if (/^(class|role|tabindex|style|aria-.+|data-.+)$/.test(name)) target.removeAttribute(name);
  });
  // Hover and focus are of the page.
  drawn.forEach((element, i) => {
    if (element.hasAttribute("data-page-only")) copied[i]?.remove();
  });
  const { width, height } = sizeOf(chart);
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  copy.setAttribute("viewBox", `${-MARGIN} ${-MARGIN} ${width} ${height}`);
  const paper = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [name, value] of Object.entries({ x: -MARGIN, y: -MARGIN, width, height, fill: backgroundOf(chart) })) {
    paper.setAttribute(name, String(value));
  }
  copy.prepend(paper);
  const title = document.createElementNS("http://www.w3.org/2000/svg", "title");
  title.textContent = chart.getAttribute("aria-label");
  copy.prepend(title);
  return new XMLSerializer().serializeToString(copy);
}

/** The same as a picture, two pixels a unit. Rejects where the browser can't draw it. */
export async function pngOf(chart: SVGSVGElement): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgOf(chart))}`;
  await image.decode();
  const { width, height } = sizeOf(chart);
  const canvas = document.createElement("canvas");
  canvas.width = width * PNG_SCALE;
  canvas.height = height * PNG_SCALE;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("the canvas gave no picture"))), "image/png"));
}

function sizeOf(chart: SVGSVGElement): { width: number; height: number } {
  return { width: Number(chart.getAttribute("width")) + 2 * MARGIN, height: Number(chart.getAttribute("height")) + 2 * MARGIN };
}

/** The first opaque colour behind it. */
function backgroundOf(element: Element): string {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const { backgroundColor } = getComputedStyle(at);
    if (backgroundColor !== "rgba(0, 0, 0, 0)" && backgroundColor !== "transparent") return backgroundColor;
  }
  return "white";
}
