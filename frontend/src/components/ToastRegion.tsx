import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, IconButton } from "./Button";
import { Icon } from "./Icon";
import { type Toast, useToasts } from "./toasts";
import "./toast.css";

const STAYS = 7000;

function Line({ toast }: { toast: Toast }) {
  const { t } = useTranslation("shell");
  const dismiss = useToasts((toasts) => toasts.dismiss);
  const [held, setHeld] = useState(false);
  const stays = toast.tone === "danger" ? STAYS * 2 : STAYS;
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismiss(toast.id), stays);
    return () => clearTimeout(timer);
  }, [held, stays, toast.id, dismiss]);
  const { doing } = toast;
  const icon = { plain: "info", good: "check", danger: "warning" } as const;
  return (
    <li
      className={`toast ${toast.tone}`}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon name={icon[toast.tone]} />
      <div>
        <p>{toast.text}</p>
        {toast.more && <p className="muted">{toast.more}</p>}
      </div>
      {doing && (
        <Button
          small
          onPress={() => {
            dismiss(toast.id);
            doing.act();
          }}
        >
          {doing.label}
        </Button>
      )}
      <IconButton icon="close" size={14} label={t("dismiss")} onPress={() => dismiss(toast.id)} />
    </li>
  );
}

/** Where toasts stand; screen readers are told of each. */
export function ToastRegion() {
  const { t } = useTranslation("shell");
  const toasts = useToasts((all) => all.toasts);
  return (
    // Named so for the library: an open dialog hides everything but itself and these.
    <section
      className="toasts"
      aria-label={t("notices")}
      aria-live="polite"
      data-react-aria-top-layer="true"
    >
      <ol>
        {toasts.map((toast) => (
          <Line key={toast.id} toast={toast} />
        ))}
      </ol>
    </section>
  );
}
