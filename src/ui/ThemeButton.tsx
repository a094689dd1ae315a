import { useChartlight, useView } from "./app-context.ts";
import { ThemeSwitch } from "./ThemeSwitch.tsx";

/** The theme of the main page. */
export function ThemeButton() {
  const { setTheme } = useChartlight();
  const theme = useView((state) => state.theme);
  return <ThemeSwitch theme={theme} onTheme={setTheme} />;
}
