/** Three invented notes to try. They are part of the page's script, so that choosing one makes no request. */

import clinicNote from "./samples/clinic-note.txt?raw";
import dischargeSummary from "./samples/discharge-summary.txt?raw";
import emergencyNote from "./samples/emergency-note.txt?raw";

export interface Sample {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly text: string;
}

export const SAMPLES: readonly Sample[] = [
  { id: "discharge-summary", title: "Discharge summary", about: "Heart failure, with history, allergies and instructions", text: dischargeSummary },
  { id: "clinic-note", title: "Clinic note", about: "Rheumatology follow-up, written in sentences", text: clinicNote },
  { id: "emergency-note", title: "Emergency note", about: "Abdominal pain, terse and full of shorthand", text: emergencyNote },
];
