/** The report's own sheet, for a part of a page instead of a page. */
export function asPart(sheet: string): string {
  return sheet
    .replaceAll(/(^|[\s,}]):root\b/g, "$1:host")
    .replaceAll(/(^|[\s,}])html(?=[\s,{])/g, "$1:host")
    .replaceAll(/(^|[\s,}])body(?=[\s,{])/g, "$1.body");
}

/** The report as a part of this page, for paper: a frame is cut where it ends. */
export function Printed({ page }: { page: Document }) {
  const fill = (host: HTMLDivElement | null) => {
    if (!host) return;
    const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    const styles = [...page.querySelectorAll("style")].map((style) => style.textContent);
    sheet.replaceSync(asPart(styles.join("\n")));
    root.adoptedStyleSheets = [sheet];
    const body = document.createElement("div");
    body.className = "body";
    body.append(...[...page.body.childNodes].map((node) => document.importNode(node, true)));
    for (const out of body.querySelectorAll("script, .way, .write")) out.remove();
    root.replaceChildren(body);
  };
  return <div ref={fill} className="report-printed" />;
}
