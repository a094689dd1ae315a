/** The report's styles: the colours and forms of the page's marks (src/ui/tokens.css, MentionMark.module.css). */

export const REPORT_STYLE = `:root {
  color-scheme: light dark;
  --paper: light-dark(#ffffff, #1b1d21); --ink: light-dark(#1b1c1f, #e7e5e0); --soft: light-dark(#575a62, #a9acb4); --line: light-dark(#e2e0da, #2e3137);
  --medication: light-dark(#0a66a8, #6db8f2); --medication-tint: light-dark(#d8e9f8, #15374f);
  --disease: light-dark(#b8400f, #f49a6c); --disease-tint: light-dark(#fcdfd0, #4d2717);
  --symptom: light-dark(#0a7563, #52ccb2); --symptom-tint: light-dark(#cfeee6, #0f3f37);
}
body { max-width: 50rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; background: var(--paper); color: var(--ink); font: 1rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
h1 { font-size: 1.4rem; } h2 { margin-top: 2.5rem; font-size: 1.125rem; } time { color: var(--soft); font-weight: 400; }
.legend { font-size: 0.875rem; line-height: 2.2; } .legend span { color: var(--soft); }
.note { padding: 1rem 0; line-height: 1.9; white-space: pre-wrap; overflow-wrap: anywhere; }
mark { padding: 0.05em 0.15em; border-bottom: 2px solid var(--hue); border-radius: 3px 3px 0 0; background: var(--tint); color: inherit; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
.medication { --hue: var(--medication); --tint: var(--medication-tint); } .disease { --hue: var(--disease); --tint: var(--disease-tint); } .symptom { --hue: var(--symptom); --tint: var(--symptom-tint); } .plain { --hue: var(--soft); --tint: transparent; }
mark.absent { border-bottom-style: dashed; background: none; } mark.absent::before { content: "no "; }
mark.possible { border-bottom-style: dotted; } mark.possible::before { content: "? "; }
mark.hypothetical { border-bottom-style: dotted; background: none; } mark.hypothetical::before { content: "if "; }
mark.past { border-bottom-style: double; border-bottom-width: 4px; background: none; } mark.past::before { content: "past "; }
mark.other-person { border: 1px solid var(--hue); background: none; } mark.other-person::before { content: "other "; }
mark.allergy { border: 2px solid var(--hue); } mark.allergy::before { content: "\\26A0\\FE0E "; }
mark::before { color: var(--hue); font-size: 0.75em; font-weight: 600; } .legend mark::before { content: none; }
mark:target { outline: 2px solid var(--ink); }
.wide { overflow-x: auto; } table { width: 100%; border-collapse: collapse; font-size: 0.875rem; } th, td { padding: 0.35rem 0.5rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; } td a { color: inherit; } .number { text-align: right; white-space: nowrap; }
footer { margin-top: 3rem; color: var(--soft); font-size: 0.8125rem; }
@media print { :root { color-scheme: light; } body { max-width: none; padding: 0; font-size: 10.5pt; } article + article { break-before: page; } tr { break-inside: avoid; } h2 { break-after: avoid; } }
`;
