import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { useStudy, useStudyId } from "../../api/study";
import { IconButton } from "../../components/Button";
import { Menu } from "../../components/Menu";
import { SEES_ALL, toggled, useUi } from "../../stores/ui";
import { say } from "./desk";

/** Hides others' codings, or shows them again; kept for the study. */
export function useBlind(): readonly [isBlind: boolean, toggle: () => void] {
  const { t } = useTranslation("desk");
  const study = useStudyId();
  const isChosen = useUi((ui) => ui.seeing[study]?.blind ?? false);
  const setSeeing = useUi((ui) => ui.setSeeing);
  const [round] = useBlindRounds();
  const toggle = () => {
    if (round) {
      say(t("blind.round", { round }));
      return;
    }
    setSeeing(study, { blind: !isChosen });
    say(t(isChosen ? "blind.off" : "blind.on"));
  };
  return [isChosen || Boolean(round), toggle];
}

/** The open rounds in which one codes: blindness that one cannot leave. */
function useBlindRounds(): readonly string[] {
  return useStudy().data?.blind_rounds ?? [];
}

/** Whose codings are drawn and counted. */
export function CoderFilter() {
  const { t } = useTranslation("desk");
  const id = useStudyId();
  const { data: study } = useStudy();
  const { hidden } = useUi((ui) => ui.seeing[id]) ?? SEES_ALL;
  const setSeeing = useUi((ui) => ui.setSeeing);
  const [isBlind, toggleBlind] = useBlind();
  const isHeld = useBlindRounds().length > 0;
  const users = study?.users ?? [];
  if (users.length < 2 && !isBlind) return null;
  return (
    <Menu
      label={t("coders.label")}
      placement="bottom end"
      lines={[
        ...users.map(({ guid, name }) => {
          const isSeen = isBlind ? guid === study?.me.guid : !hidden.includes(guid);
          return {
            id: guid,
            label: guid === study?.me.guid ? t("coders.me", { name }) : name,
            icon: isSeen ? ("check" as const) : ("minus" as const),
            hint: isSeen ? "" : t("coders.hidden"),
            disabled: isBlind,
            onAction: () => setSeeing(id, { hidden: toggled(hidden, guid) }),
          };
        }),
        {
          id: "blind",
          label: t("blind.title"),
          icon: isBlind ? ("check" as const) : ("shield" as const),
          apart: true,
          disabled: isHeld,
          onAction: toggleBlind,
        },
      ]}
    >
      <IconButton icon="person" label={t("coders.label")} pressed={isBlind || hidden.length > 0} />
    </Menu>
  );
}

/** Says that others' codings are hidden, and lets them be seen again. */
export function BlindBadge() {
  const { t } = useTranslation("desk");
  const id = useStudyId();
  const { data: study } = useStudy();
  const { hidden } = useUi((ui) => ui.seeing[id]) ?? SEES_ALL;
  const setSeeing = useUi((ui) => ui.setSeeing);
  const [isBlind, toggle] = useBlind();
  const [round] = useBlindRounds();
  const names = (study?.users ?? [])
    .filter(({ guid }) => hidden.includes(guid))
    .map(({ name }) => name);
  if (!isBlind && names.length === 0) return null;
  if (round) {
    return (
      <Link className="desk-badge blind" href="/quality/rounds" title={t("blind.round", { round })}>
        <bdi className="clip">{t("blind.inRound", { round })}</bdi>
      </Link>
    );
  }
  return (
    <button
      type="button"
      className={`desk-badge${isBlind ? " blind" : ""}`}
      title={isBlind ? t("blind.hint") : t("coders.without", { names: names.join(", ") })}
      onClick={isBlind ? toggle : () => setSeeing(id, { hidden: [] })}
    >
      <span className="clip">
        {isBlind ? t("blind.badge") : t("coders.some", { count: names.length })}
      </span>
      <span className="sr-only">{isBlind ? t("blind.leave") : t("coders.all")}</span>
    </button>
  );
}
