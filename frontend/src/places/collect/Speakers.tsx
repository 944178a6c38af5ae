import { Fragment, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCaseColumns } from "../../api/case-table";
import {
  type Speaker,
  type SpeakerTie,
  useCasesFromSpeakers,
  useSpeakers,
  useTieSpeakers,
} from "../../api/speakers";
import { useUndoing } from "../../app/undoing";
import { EmptyState, Loading } from "../../components/Bits";
import { Button, IconButton } from "../../components/Button";
import { Checkbox, SearchField } from "../../components/Field";
import { Icon } from "../../components/Icon";
import { toast, toastProblem } from "../../components/toasts";
import { Writing } from "../../components/Writing";
import { useReadOnly } from "../../stores/read-only";
import { ImportButton } from "./Picking";
import { type CaseName, SpeakerCase } from "./SpeakersCase";
import { SpeakersDrop } from "./SpeakersDrop";
import { SpeakersPlaces } from "./SpeakersPlaces";
import "./speakers.css";

/** What is dragged from this list: names of speakers. */
export const SPEAKERS_TYPE = "application/x-jejak-speakers";

function useTying() {
  const { t } = useTranslation(["cases", "shell"]);
  const tie = useTieSpeakers();
  const make = useCasesFromSpeakers();
  const { undo } = useUndoing();
  const doing = { label: t("shell:undo.undo"), act: undo };
  const onError = (error: unknown) => toastProblem(error, t("failed"), t("shell:offline.hint"));
  return {
    tie: (ties: SpeakerTie[], said: string) =>
      ties.length > 0 && tie.mutate(ties, { onSuccess: () => toast(said, { doing }), onError }),
    make: (names: string[], done: () => void) =>
      make.mutate(names, {
        onSuccess: ({ changed }) => {
          done();
          toast(t("speakers.made", { count: changed }), { doing });
        },
        onError,
      }),
  };
}

/** Every speaker of the material, and whose words these are. */
export function Speakers() {
  const { t } = useTranslation("cases");
  const { data: speakers } = useSpeakers();
  const { data: cases } = useCaseColumns();
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<string | null>(null);
  const { tie, make } = useTying();
  if (!speakers || !cases) return <Loading />;
  if (speakers.length === 0) {
    return (
      <EmptyState icon="quote" title={t("speakers.emptyTitle")} doings={<ImportButton />}>
        {t("speakers.emptyHint")}
      </EmptyState>
    );
  }
  const names: CaseName[] = cases.guid.map((guid, at) => ({ guid, name: cases.name[at] ?? "" }));
  const nameOf = (guid: string | null) => names.find((one) => one.guid === guid)?.name ?? "";
  const wanted = text.trim().toLocaleLowerCase();
  const shown = speakers.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
  const untied = speakers.filter((one) => one.untied > 0);
  const suggested = untied.filter((one) => one.suggested !== null && one.case === null);
  const choose = (name: string, isChosen: boolean) => {
    const now = new Set(chosen);
    if (isChosen) now.add(name);
    else now.delete(name);
    setChosen(now);
  };
  const tieAll = (some: readonly string[], to: string | null) =>
    tie(
      some.map((name) => ({ name, source: null, case: to })),
      some.length === 1
        ? to
          ? t("speakers.tied", { name: some[0], case: nameOf(to) })
          : t("speakers.untied", { name: some[0] })
        : t("speakers.tiedMany", { count: some.length }),
    );
  const makeable = chosen.size > 0 ? [...chosen] : [];
  return (
    <div className="speakers">
      <div className="filters">
        <SearchField label={t("speakers.filter")} value={text} onChange={setText} />
        <span className="muted" role="status">
          {t("speakers.count", { count: speakers.length })} ·{" "}
          {t("speakers.untiedCount", { count: untied.length })}
        </span>
        <span className="push" />
        {suggested.length > 0 && (
          <Button
            icon="link"
            writes
            onPress={() =>
              tie(
                suggested.map((one) => ({ name: one.name, source: null, case: one.suggested })),
                t("speakers.tiedMany", { count: suggested.length }),
              )
            }
          >
            {t("speakers.suggestAll", { count: suggested.length })}
          </Button>
        )}
        <Button
          look="primary"
          icon="person"
          isDisabled={makeable.length === 0}
          onPress={() => make(makeable, () => setChosen(new Set()))}
        >
          {t("speakers.make", { count: makeable.length })}
        </Button>
      </div>
      <p className="speakers-hint muted">{t("speakers.hint")}</p>
      <div className="speakers-body">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be scrolled by keys */}
        <section className="speakers-scroll" aria-label={t("speakers.title")} tabIndex={0}>
          <table className="speakers-table">
            <thead>
              <tr>
                <th scope="col">
                  <Checkbox
                    aria-label={t("speakers.chooseAll")}
                    isSelected={untied.length > 0 && untied.every(({ name }) => chosen.has(name))}
                    onChange={(all) =>
                      setChosen(new Set(all ? untied.map(({ name }) => name) : []))
                    }
                  />
                </th>
                <th scope="col">{t("speakers.name")}</th>
                <th scope="col" className="number">
                  {t("speakers.turns")}
                </th>
                <th scope="col" className="number">
                  {t("speakers.sources")}
                </th>
                <th scope="col">{t("speakers.case")}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((one) => (
                <Fragment key={one.name}>
                  <Line
                    one={one}
                    cases={names}
                    suggestion={nameOf(one.suggested)}
                    isChosen={chosen.has(one.name)}
                    dragged={chosen.has(one.name) ? [...chosen] : [one.name]}
                    isOpen={open === one.name}
                    onChoose={(is) => choose(one.name, is)}
                    onOpen={() => setOpen(open === one.name ? null : one.name)}
                    onTie={(to) => tieAll([one.name], to)}
                  />
                  {open === one.name && (
                    <SpeakersPlaces
                      one={one}
                      cases={names}
                      onTie={(source, to, said) =>
                        tie([{ name: one.name, source, case: to }], said)
                      }
                    />
                  )}
                </Fragment>
              ))}
            </tbody>
          </table>
        </section>
        {names.length > 0 && <SpeakersDrop cases={names} onDrop={tieAll} />}
      </div>
    </div>
  );
}

interface LineProps {
  one: Speaker;
  cases: readonly CaseName[];
  suggestion: string;
  isChosen: boolean;
  dragged: readonly string[];
  isOpen: boolean;
  onChoose: (isChosen: boolean) => void;
  onOpen: () => void;
  onTie: (to: string | null) => void;
}

function Line(props: LineProps) {
  const { one, cases, suggestion, isOpen, onTie } = props;
  const isReadOnly = useReadOnly() !== null;
  const { t } = useTranslation("cases");
  return (
    <tr
      className={one.untied > 0 ? "untied" : ""}
      draggable={!isReadOnly}
      onDragStart={(event) => {
        event.dataTransfer.setData(SPEAKERS_TYPE, JSON.stringify(props.dragged));
        event.dataTransfer.setData("text/plain", props.dragged.join("\n"));
        event.dataTransfer.effectAllowed = "copyMove";
      }}
    >
      <td>
        <Checkbox
          aria-label={t("speakers.choose", { name: one.name })}
          isSelected={props.isChosen}
          onChange={props.onChoose}
        />
      </td>
      <th scope="row">
        <IconButton
          icon={isOpen ? "down" : "right"}
          size={14}
          label={t("speakers.open", { name: one.name })}
          aria-expanded={isOpen}
          onPress={props.onOpen}
        />
        <span dir="auto">{one.name}</span>
        {one.untied > 0 && <Icon name="warning" size={14} />}
      </th>
      <td className="number">{one.turns}</td>
      <td className="number">{one.places.length}</td>
      <td>
        <div className="speaker-case">
          <Writing>
            <SpeakerCase
              label={t("speakers.caseOf", { name: one.name })}
              none={t("speakers.nobody")}
              cases={cases}
              value={one.case}
              onTie={onTie}
            />
          </Writing>
          {one.case === null && one.suggested && (
            <Button small icon="link" writes onPress={() => onTie(one.suggested)}>
              {t("speakers.suggested", { case: suggestion })}
            </Button>
          )}
        </div>
      </td>
    </tr>
  );
}
