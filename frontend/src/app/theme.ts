/** The theme that is in force, on `<html data-theme>`: the chosen one, or the system's. */

import { useEffect } from "react";
import { type Theme, useUi } from "../stores/ui";

const DARK = "(prefers-color-scheme: dark)";

function inForce(theme: Theme, dark: boolean): "light" | "dark" {
  if (theme !== "system") return theme;
  return dark ? "dark" : "light";
}

/** Keeps the page in the chosen theme, and follows the system while that is the choice. */
export function useTheme(): void {
  const theme = useUi((ui) => ui.theme);
  useEffect(() => {
    const system = matchMedia(DARK);
    const apply = () => {
      document.documentElement.dataset.theme = inForce(theme, system.matches);
    };
    apply();
    system.addEventListener("change", apply);
    return () => system.removeEventListener("change", apply);
  }, [theme]);
}
