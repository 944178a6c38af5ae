import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { type DisplayKind, useSavedDisplays, useSaving } from "../../../api/displays";
import { Button } from "../../../components/Button";
import { TextField } from "../../../components/Field";
import { toast } from "../../../components/toasts";
import { useReadOnly } from "../../../stores/read-only";
import { address } from "../KindCard";
import type { Settings } from "../settings";
import "./network.css";

/** A drawing belongs to a display with a name: one to begin, or one of those there are. */
export function Begin({ kind, settings }: { kind: DisplayKind; settings: Settings }) {
  const { t } = useTranslation("networks");
  const [, navigate] = useLocation();
  const { data: all = [] } = useSavedDisplays();
  const { save } = useSaving();
  const isReadOnly = useReadOnly() !== null;
  const [name, setName] = useState("");
  const there = all.filter((one) => one.kind === kind.name);
  const begin = () => {
    if (name.trim() === "") return;
    const { network: _, ...kept } = settings;
    save.mutate(
      { name: name.trim(), kind: kind.name, settings: kept },
      {
        onSuccess: (one) => navigate(address(one.kind, one.settings, one.guid).slice(1)),
        onError: (error) => toast(t("notBegun"), { tone: "danger", more: error.message }),
      },
    );
  };
  return (
    <div className="net-begin">
      <p>{kind.about}</p>
      {!isReadOnly && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            begin();
          }}
        >
          <TextField label={t("nameIt")} value={name} onChange={setName} />
          <Button
            look="primary"
            type="submit"
            isDisabled={name.trim() === ""}
            isPending={save.isPending}
          >
            {t("begin")}
          </Button>
        </form>
      )}
      {there.length > 0 && (
        <section aria-labelledby="net-there">
          <h2 id="net-there">{t("there")}</h2>
          <ul className="display-saved">
            {there.map((one) => (
              <li key={one.guid}>
                <a href={address(one.kind, one.settings, one.guid)}>
                  <strong>
                    <bdi>{one.name}</bdi>
                  </strong>
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
