import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Mediator } from "../api/networks";
import { Loading } from "./Bits";
import { Button } from "./Button";
import "./between.css";

interface Props {
  /** What it comes to, in a sentence. */
  lead: string;
  none: string;
  found: readonly Mediator[] | undefined;
  isPending: boolean;
  onPut: (code: string) => void;
  /** What else may be put there. */
  children?: ReactNode;
}

/** What may stand between two things, each put there with one press. */
export function Between({ lead, none, found, isPending, onPut, children }: Props) {
  const { t } = useTranslation("networks");
  return (
    <>
      <h3>{t("between.title")}</h3>
      <p className="muted">{lead}</p>
      {!found && <Loading />}
      {found?.length === 0 && <p className="muted">{none}</p>}
      <ul>
        {found?.slice(0, MOST).map((one) => (
          <li key={one.guid}>
            <Button small look="quiet" writes isPending={isPending} onPress={() => onPut(one.guid)}>
              <bdi>{one.path}</bdi>
            </Button>
            <small className="muted">
              {t("between.met", { first: one.with_first, second: one.with_second })} ·{" "}
              {t("between.cases", { hold: one.hold, count: one.cases })}
            </small>
          </li>
        ))}
      </ul>
      {children}
    </>
  );
}

interface OpeningProps {
  /** Between what, where a page has several of them. */
  of?: string;
  children: (onClose: () => void) => ReactNode;
}

/** The button that asks for it, and what it opens. */
export function Opening({ of = "", children }: OpeningProps) {
  const { t } = useTranslation("networks");
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="net-between" aria-label={`${t("between.title")} ${of}`.trim()}>
      {isOpen ? (
        children(() => setOpen(false))
      ) : (
        <Button small icon="plus" writes onPress={() => setOpen(true)}>
          {t("between.title")}
        </Button>
      )}
    </section>
  );
}

/** As many as one looks through. */
const MOST = 8;
