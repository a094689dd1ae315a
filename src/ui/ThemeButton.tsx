import { useEffect } from "react";
import { THEMES } from "../app/preferences.ts";
import { useChartlight, useView } from "./app-context.ts";
import controls from "./controls.module.css";
import { HalfIcon, MoonIcon, SunIcon } from "./icons.tsx";

const ICONS = { system: HalfIcon, light: SunIcon, dark: MoonIcon };
const NAMES = { system: "as the system", light: "light", dark: "dark" };

/** Goes round: as the system, light, dark. */
export function ThemeButton() {
  const { setTheme } = useChartlight();
  const theme = useView((state) => state.theme);
  useEffect(() => {
    document.documentElement.dataset["theme"] = theme;
  }, [theme]);
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "system";
  const Icon = ICONS[theme];
  const label = `Theme: ${NAMES[theme]}`;
  return (
    <button type="button" className={controls.icon} aria-label={label} title={label} onClick={() => setTheme(next)}>
      <Icon />
    </button>
  );
}
