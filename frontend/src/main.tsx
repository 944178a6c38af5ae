import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./app/tokens.css";
import "./app/base.css";
import { openSession } from "./api/client";
import { App } from "./app/App";
import { fetchPlace } from "./app/places";
import { supplyAriaTexts } from "./lib/aria-texts";
import { startTexts } from "./lib/i18n";

const root = document.getElementById("root");
if (root) {
  supplyAriaTexts();
  // All that a first load waits for is on its way at once; who needs it says what went wrong with it.
  fetchPlace(location.hash.slice(1));
  openSession().catch(() => undefined);
  await startTexts();
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
