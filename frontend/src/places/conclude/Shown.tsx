import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type CitedDisplay,
  useCitedDisplays,
  useCiting,
  useDisplayAt,
} from "../../api/cited-displays";
import { type Matrix, useSavedDisplays } from "../../api/displays";
import type { Finding } from "../../api/findings";
import { Loading } from "../../components/Bits";
import { Button, IconButton } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { Select } from "../../components/Field";
import { Icon } from "../../components/Icon";
import { momentOf } from "../../lib/dates";
import { difference } from "../../shapes/difference";
import { MatrixGrid } from "../../shapes/MatrixGrid";
import { address } from "../display/KindCard";
import { useRefusal } from "./saving";
import "./shown.css";

/** The saved displays a finding rests on: as each was when it was cited, and as it is now. */
export function Shown({ finding, readOnly }: { finding: Finding; readOnly: boolean }) {
  const { t } = useTranslation(["matrix", "cited"]);
  const { data: cited = [] } = useCitedDisplays(finding.guid);
  const { data: saved = [] } = useSavedDisplays();
  const { cite, uncite } = useCiting(finding.guid);
  const refused = useRefusal();
  const onError = (error: Error) => refused(error);
  const [opened, setOpened] = useState<string | null>(null);
  const compared = cited.find(({ guid }) => guid === opened);
  const free = saved.filter((one) => !cited.some(({ guid }) => guid === one.guid));
  return (
    <section className="finding-ties" aria-labelledby="shown">
      <h2 id="shown">{t("shown.title")}</h2>
      {cited.length === 0 && (
        <p className="muted">{saved.length === 0 ? t("shown.empty") : t("shown.none")}</p>
      )}
      <ul>
        {cited.map((one) => (
          <li key={one.guid} className="tie-line">
            <div>
              <a
                href={address(
                  one.kind,
                  saved.find(({ guid }) => guid === one.guid)?.settings ?? {},
                  one.guid,
                )}
              >
                {one.name}
              </a>
              <p className="muted">{t("shown.cited", { ...one, cited: momentOf(one.cited) })}</p>
              {one.kept === 0 && <p className="muted">{t("cited:unkept")}</p>}
              {one.differing > 0 && (
                <p>
                  <Icon name="unequal" size={16} />{" "}
                  {t("cited:changed", { count: one.differing, kept: one.kept })}
                </p>
              )}
              <Button small look="quiet" onPress={() => setOpened(one.guid)}>
                {t("shown.compare", { name: one.name })}
              </Button>
            </div>
            {!readOnly && (
              <IconButton
                icon="close"
                size={14}
                label={t("shown.remove", { name: one.name })}
                onPress={() => uncite.mutate(one.guid, { onError })}
              />
            )}
          </li>
        ))}
      </ul>
      {!readOnly && free.length > 0 && (
        <Select
          label={t("shown.add")}
          hidden
          placeholder={t("shown.add")}
          choices={free.map((one) => ({ id: one.guid, label: one.name }))}
          value={null}
          onChange={(display) => cite.mutate(display, { onError })}
        />
      )}
      {compared && (
        <Compared
          cited={compared}
          onClose={() => setOpened(null)}
          onCite={readOnly ? null : () => cite.mutate(compared.guid, { onError })}
        />
      )}
    </section>
  );
}

interface ComparedProps {
  cited: CitedDisplay;
  onClose: () => void;
  /** Cites it anew, as it is now. */
  onCite: (() => void) | null;
}

/** A display as it was cited beside the same as it is now. */
function Compared({ cited, onClose, onCite }: ComparedProps) {
  const { t } = useTranslation("matrix");
  const then = useDisplayAt(cited.guid, cited.seq);
  const now = useDisplayAt(cited.guid, null);
  const [before, after] = [then.data, now.data];
  const found = before && after ? difference(before, after) : null;
  const isSame = found?.lines === 0 && found.cells === 0;
  return (
    <Dialog
      isOpen
      title={cited.name}
      width="min(96vw, 90rem)"
      onClose={onClose}
      footer={onCite && found && !isSame && <Button onPress={onCite}>{t("shown.anew")}</Button>}
    >
      <p role="status">{found && (isSame ? t("shown.same") : t("shown.differs", found))}</p>
      <div className="shown-both">
        <Side title={t("shown.then", { seq: cited.seq })} matrix={before} error={then.error} />
        <Side title={t("shown.now")} matrix={after} error={now.error} />
      </div>
    </Dialog>
  );
}

interface SideProps {
  title: string;
  matrix: Matrix | undefined;
  error: Error | null;
}

function Side({ title, matrix, error }: SideProps) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {error && <p role="alert">{error.message}</p>}
      {!(matrix || error) && <Loading />}
      {matrix && <MatrixGrid shape={matrix} label={`${title}: ${matrix.caption.title}`} />}
    </section>
  );
}
