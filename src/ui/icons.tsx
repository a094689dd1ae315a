/** Small drawings, 20 × 20, in the colour of the text. Decorative: their buttons have names. */

import type { ReactNode } from "react";

function Icon({ children }: { readonly children: ReactNode }) {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true">
      {children}
    </svg>
  );
}

export const CloseIcon = () => (
  <Icon>
    <path d="M5 5l10 10M15 5L5 15" />
  </Icon>
);

export const TickIcon = () => (
  <Icon>
    <path d="M4 10.5l4 4 8-9" />
  </Icon>
);

export const CrossIcon = () => (
  <Icon>
    <path d="M5.5 5.5l9 9M14.5 5.5l-9 9" />
  </Icon>
);

export const SunIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="3.5" />
    <path d="M10 2v2M10 16v2M2 10h2M16 10h2M4.4 4.4l1.4 1.4M14.2 14.2l1.4 1.4M15.6 4.4l-1.4 1.4M5.8 14.2l-1.4 1.4" />
  </Icon>
);

export const MoonIcon = () => (
  <Icon>
    <path d="M16.5 12.2A7 7 0 0 1 7.8 3.5a7 7 0 1 0 8.7 8.7z" />
  </Icon>
);

export const HalfIcon = () => (
  <Icon>
    <circle cx="10" cy="10" r="7" />
    <path d="M10 3a7 7 0 0 1 0 14z" fill="currentcolor" />
  </Icon>
);

export const LockIcon = () => (
  <Icon>
    <rect x="4.5" y="9" width="11" height="7.5" rx="1.6" />
    <path d="M7 9V6.5a3 3 0 0 1 6 0V9" />
  </Icon>
);

/** Three lines of a note, one mark of each type. */
export const Logo = () => (
  <svg viewBox="0 0 24 24" aria-hidden="true">
    <rect x="2" y="3" width="20" height="4.5" rx="1" fill="var(--medication-tint)" />
    <path d="M2 7.5h11" stroke="var(--medication)" strokeWidth="1.8" />
    <path d="M8 14.5h14" stroke="var(--disease)" strokeWidth="1.8" strokeDasharray="3 1.6" />
    <rect x="8" y="10" width="14" height="4.5" rx="1" fill="var(--disease-tint)" />
    <rect x="2" y="17" width="13" height="4.5" rx="1" fill="var(--symptom-tint)" />
    <path d="M2 21.5h13" stroke="var(--symptom)" strokeWidth="1.8" />
  </svg>
);
