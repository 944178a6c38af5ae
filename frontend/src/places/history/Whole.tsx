import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { type ChangeWhole, type Thing, useChange } from "../../api/history";
import { addressOfThing } from "../../app/address";
import { Icon } from "../../components/Icon";
import { Spinner } from "../../components/Spinner";
import { Entities } from "./Entities";

type Things = ReadonlyMap<string, Thing>;

/** Where a thing of the trail is to be seen, if it is still there. */
function ThingLink({ of: thing }: { of: Thing }) {
  return <Link href={addressOfThing(thing)}>{thing.label || "…"}</Link>;
}

/** Why a change cannot be taken back, and which later changes stand in the way. */
function WhyNot({ whole, things }: { whole: ChangeWhole; things: Things }) {
  const { t } = useTranslation("history");
  const told = t(`why.${whole.why_not as "blanked"}`, { defaultValue: whole.why_not_text ?? "" });
  return (
    <div className="why-not">
      <p>
        <Icon name="info" size={16} /> {told}
      </p>
      {whole.later.length > 0 && (
        <ol>
          {whole.later.map((later) => (
            <li key={later.seq}>
              <Link href={`/history?seq=${later.seq}`}>{t("number", { seq: later.seq })}</Link>
              {": "}
              {later.user_name} – {later.text}
              <Touched guids={later.entities.map(({ guid }) => guid)} things={things} />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function Touched({ guids, things }: { guids: readonly string[]; things: Things }) {
  const found = [...new Set(guids)].flatMap((guid) => things.get(guid) ?? []);
  if (found.length === 0) return null;
  return (
    <ul>
      {found.map((thing) => (
        <li key={thing.guid}>
          <ThingLink of={thing} />
        </li>
      ))}
    </ul>
  );
}

interface Props {
  seq: number;
  undoWanted: boolean;
  /** An undo was asked for and not done. */
  refused: boolean;
}

/** All of a change: what it touched, before and after, and why it stays where it must. */
export function Whole({ seq, undoWanted, refused }: Props) {
  const { t } = useTranslation("history");
  const { data, isPending } = useChange(seq, true);
  if (isPending) return <Spinner size={16} label={t("reading")} />;
  if (!data) return null;
  const things: Things = new Map(data.things.map((thing) => [thing.guid, thing]));
  return (
    <div className="entities">
      {undoWanted && !data.undoable && <WhyNot whole={data} things={things} />}
      {refused && data.undoable && <p className="why-not">{t("tryAgain")}</p>}
      <Entities whole={data} things={things} />
    </div>
  );
}
