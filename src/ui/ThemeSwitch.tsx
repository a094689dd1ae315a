import { useEffect } from "react";
import { THEMES, type Theme } from "../app/preferences.ts";
import controls from "./controls.module.css";
import { HalfIcon, MoonIcon, SunIcon } from "./icons.tsx";

const ICONS = { system: HalfIcon, light: SunIcon, dark: MoonIcon };
const NAMES = { system: "as the system", light: "light", dark: "dark" };

export interface ThemeSwitchProps {
  readonly theme: Theme;
  readonly onTheme: (theme: Theme) => void;
}

/** Goes round: as the system, light, dark. */
export function ThemeSwitch({ theme, onTheme }: ThemeSwitchProps) {
  useEffect(() => {
    document.documentElement.dataset["theme"] = theme;
  }, [theme]);
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "system";
  const Icon = ICONS[theme];
  const label = `Theme: ${NAMES[theme]}`;
  return (
    <button type="button" className={controls.icon} aria-label={label} title={label} onClick={() => onTheme(next)}>
      <Icon />
    </button>
  );
}
