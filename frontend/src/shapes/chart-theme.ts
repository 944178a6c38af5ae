/** The colours and letters of the page, as a chart takes them. */
export interface Look {
  text: string;
  muted: string;
  line: string;
  surface: string;
  accent: string;
  font: string;
}

const NAMES = {
  text: "--text",
  muted: "--muted",
  line: "--line",
  surface: "--surface",
  accent: "--accent",
} as const;

/** Reads the page's colours; a colour may be any CSS, so the browser resolves it on an element. */
export function lookOf(element: HTMLElement): Look {
  const probe = document.createElement("span");
  element.append(probe);
  const resolved = (name: string) => {
    probe.style.color = `var(${name}, currentColor)`;
    return getComputedStyle(probe).color;
  };
  const look = {
    text: resolved(NAMES.text),
    muted: resolved(NAMES.muted),
    line: resolved(NAMES.line),
    surface: resolved(NAMES.surface),
    accent: resolved(NAMES.accent),
    font: getComputedStyle(element).fontFamily,
  };
  probe.remove();
  return look;
}

/** Whether a chart is written in Vega, which says so in its `$schema`, or in Vega-Lite. */
export function grammarOf(spec: Readonly<Record<string, unknown>>): "vega" | "vega-lite" {
  return /\/vega\/v\d/.test(String(spec.$schema ?? "")) ? "vega" : "vega-lite";
}

/** What drawings name where a colour is the page's: letters, thin lines, the ground. */
function stylesOf(look: Look) {
  return {
    ink: { fill: look.text },
    quiet: { fill: look.muted },
    faint: { stroke: look.line },
    paper: { fill: look.surface },
    halo: { fill: look.surface, stroke: look.surface },
    edge: { stroke: look.muted, strokeWidth: 0.6 },
  };
}

/** What makes a chart look like the page around it. */
export function configOf(look: Look, grammar: "vega" | "vega-lite" = "vega-lite") {
  const common = shared(look);
  return grammar === "vega"
    ? {
        ...common,
        padding: 5,
        group: { stroke: null },
        text: { fill: look.text, font: look.font, fontSize: 11 },
        rule: { stroke: look.muted },
      }
    : {
        ...common,
        font: look.font,
        view: { stroke: null },
        text: { color: look.text, font: look.font },
        mark: { color: look.accent },
        rule: { color: look.muted },
      };
}

function shared(look: Look) {
  const words = { labelFont: look.font, titleFont: look.font };
  const colours = { labelColor: look.text, titleColor: look.muted };
  return {
    background: "transparent",
    style: stylesOf(look),
    axis: {
      ...words,
      ...colours,
      domainColor: look.line,
      tickColor: look.line,
      gridColor: look.line,
      gridOpacity: 0.6,
      labelFontSize: 11,
      titleFontSize: 11,
      titleFontWeight: 500,
      labelLimit: 260,
    },
    header: { ...words, ...colours, labelFontSize: 12, titleFontSize: 12 },
    legend: { ...words, ...colours, labelFontSize: 12, titleFontSize: 12, titleFontWeight: 500 },
    title: {
      font: look.font,
      color: look.text,
      subtitleFont: look.font,
      subtitleColor: look.muted,
      fontSize: 14,
      fontWeight: 600,
      anchor: "start",
    },
  };
}

/** Drawn as points and lines of their own while few, as one picture when many. */
export function rendererFor(spec: Readonly<Record<string, unknown>>): "svg" | "canvas" {
  const tables = [spec.data].flat() as ({ values?: unknown } | undefined)[];
  const named = Object.values((spec.datasets ?? {}) as Record<string, unknown>);
  const rows = [...tables.map((table) => table?.values), ...named];
  const sizes = rows.map((values) => (Array.isArray(values) ? values.length : 0));
  return Math.max(0, ...sizes) > 3000 ? "canvas" : "svg";
}
