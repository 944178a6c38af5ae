import { Command } from "cmdk";
import { type ComponentProps, type KeyboardEvent, useLayoutEffect, useRef } from "react";
import "./overlay.css";

interface Props extends Omit<ComponentProps<typeof Command>, "label"> {
  label: string;
  onClose: () => void;
}

const CAN_HAVE_FOCUS = "input, button:not([disabled]), a[href], [tabindex='0']";

/** Tab stays inside. */
function goRound(event: KeyboardEvent<HTMLElement>): void {
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(CAN_HAVE_FOCUS)];
  const at = all.indexOf(document.activeElement as HTMLElement);
  const next = all[(at + (event.shiftKey ? -1 : 1) + all.length) % all.length];
  event.preventDefault();
  next?.focus();
}

/**
 * A field with a list, over everything else. It hides nothing of the page from whoever cannot see it
 * but by saying that it is modal: a long text would have to be styled anew for that, twice, before
 * the first letter could be typed.
 */
export function CommandDialog({ label, onClose, className, onKeyDown, children, ...more }: Props) {
  const dialog = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    const own = dialog.current;
    own?.querySelector("input")?.focus();
    return () => {
      const now = document.activeElement;
      const isFree = now === null || now === document.body || own?.contains(now);
      if (isFree && before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    onKeyDown?.(event);
    if (event.defaultPrevented || event.nativeEvent.isComposing) return;
    if (event.key === "Tab") goRound(event);
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  return (
    <>
      <div className="scrim palette-scrim" aria-hidden onPointerDown={onClose} />
      <div
        ref={dialog}
        role="dialog"
        aria-modal="true"
        aria-label={label}
        className={className}
        onKeyDown={press}
      >
        <Command label={label} {...more}>
          {children}
        </Command>
      </div>
    </>
  );
}
