import "i18next";
import type cases from "../locales/en/cases.json";
import type codebook from "../locales/en/codebook.json";
import type collect from "../locales/en/collect.json";
import type commands from "../locales/en/commands.json";
import type conclude from "../locales/en/conclude.json";
import type desk from "../locales/en/desk.json";
import type display from "../locales/en/display.json";
import type evidence from "../locales/en/evidence.json";
import type first from "../locales/en/first.json";
import type history from "../locales/en/history.json";
import type literature from "../locales/en/literature.json";
import type memos from "../locales/en/memos.json";
import type reader from "../locales/en/reader.json";
import type reduce from "../locales/en/reduce.json";
import type report from "../locales/en/report.json";
import type settings from "../locales/en/settings.json";
import type shell from "../locales/en/shell.json";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "shell";
    resources: {
      codebook: typeof codebook;
      cases: typeof cases;
      collect: typeof collect;
      commands: typeof commands;
      conclude: typeof conclude;
      desk: typeof desk;
      display: typeof display;
      evidence: typeof evidence;
      first: typeof first;
      history: typeof history;
      literature: typeof literature;
      memos: typeof memos;
      reader: typeof reader;
      reduce: typeof reduce;
      report: typeof report;
      settings: typeof settings;
      shell: typeof shell;
    };
  }
}
