import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "./app/tokens.css";
import "./app/base.css";
import { App } from "./app/App";
import { supplyAriaTexts } from "./lib/aria-texts";
import { startTexts } from "./lib/i18n";

const root = document.getElementById("root");
if (root) {
  supplyAriaTexts();
  await startTexts();
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
