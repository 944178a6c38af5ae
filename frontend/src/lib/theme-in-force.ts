/** The theme the page shows now, chosen or the system's. */
import { useSyncExternalStore } from "react";

type InForce = "light" | "dark";

function now(): InForce {
  const said = document.documentElement.dataset.theme;
  if (said === "light" || said === "dark") {
    return said;
  }
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

function subscribe(changed: () => void): () => void {
  const watch = new MutationObserver(changed);
  watch.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  const system = matchMedia("(prefers-color-scheme: dark)");
  system.addEventListener("change", changed);
  return () => {
    watch.disconnect();
    system.removeEventListener("change", changed);
  };
}

/** Light or dark, followed as it changes: for what does not take its colours from the page. */
export const useThemeInForce = (): InForce => useSyncExternalStore(subscribe, now);
