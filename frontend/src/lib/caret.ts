/** Where the caret of a text area stands on the page. */

const COPIED = [
  "boxSizing",
  "width",
  "paddingTop",
  "paddingRight",
  "paddingBottom",
  "paddingLeft",
  "borderTopWidth",
  "borderRightWidth",
  "borderBottomWidth",
  "borderLeftWidth",
  "fontFamily",
  "fontSize",
  "fontWeight",
  "fontStyle",
  "letterSpacing",
  "lineHeight",
  "textIndent",
  "tabSize",
  "direction",
] as const;

/** The place of a position, in pixels from the text area's own corner. */
export function caretPlace(area: HTMLTextAreaElement, at: number): { left: number; top: number } {
  const mirror = document.createElement("div");
  const look = getComputedStyle(area);
  for (const name of COPIED) mirror.style[name] = look[name];
  Object.assign(mirror.style, {
    position: "absolute",
    visibility: "hidden",
    whiteSpace: "pre-wrap",
    overflowWrap: "break-word",
    borderStyle: "solid",
  });
  mirror.textContent = area.value.slice(0, at);
  const mark = document.createElement("span");
  mark.textContent = area.value.slice(at) || ".";
  mirror.append(mark);
  document.body.append(mirror);
  const place = {
    left: mark.offsetLeft - area.scrollLeft,
    top: mark.offsetTop - area.scrollTop + Number.parseFloat(look.lineHeight || "20"),
  };
  mirror.remove();
  return place;
}
