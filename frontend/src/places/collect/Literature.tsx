import { useState } from "react";
import { FileTrigger } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { fileAddress } from "../../api/client";
import {
  useAddReference,
  useDuplicates,
  useMergeReferences,
  useReferences,
  useRemoveReferences,
  type Work,
} from "../../api/references";
import { useStudyId } from "../../api/study";
import { useUndoing } from "../../app/undoing";
import { EmptyState, Loading } from "../../components/Bits";
import { Button, IconButton } from "../../components/Button";
import { Drawer } from "../../components/Drawer";
import { SearchField, Select } from "../../components/Field";
import { Menu } from "../../components/Menu";
import { SplitPane } from "../../components/SplitPane";
import { toast, toastProblem } from "../../components/toasts";
import { download } from "../../lib/download";
import { useRoom } from "../../lib/room";
import { LiteratureEntry } from "./LiteratureEntry";
import { LiteratureImport } from "./LiteratureImport";
import { firstName, issuedText, nameLines, text } from "./literature-fields";
import "./literature.css";

type Sort = "author" | "year" | "title" | "cited" | "added";
const SORTS: readonly Sort[] = ["author", "year", "title", "cited", "added"];
const SOME = 200;

const BY: Readonly<Record<Sort, (one: Work, other: Work) => number>> = {
  author: (one, other) => firstName(one.csl).localeCompare(firstName(other.csl)),
  year: (one, other) => issuedText(other.csl).localeCompare(issuedText(one.csl)),
  title: (one, other) => text(one.csl, "title").localeCompare(text(other.csl, "title")),
  cited: (one, other) => other.cited_by.length - one.cited_by.length,
  added: () => 0,
};

const said = ({ key, csl }: Work) =>
  [key, text(csl, "title"), nameLines(csl, "author"), issuedText(csl), text(csl, "container-title")]
    .join(" ")
    .toLocaleLowerCase();

/** The works a search finds, in an order. */
export function foundWorks(works: readonly Work[], search: string, sort: Sort): Work[] {
  const words = search.trim().toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  return works.filter((work) => words.every((word) => said(work).includes(word))).sort(BY[sort]);
}

function useDoings(onGone: () => void) {
  const { t } = useTranslation(["literature", "shell"]);
  const study = useStudyId();
  const remove = useRemoveReferences();
  const merge = useMergeReferences();
  const { undo } = useUndoing();
  const doing = { label: t("shell:undo.undo"), act: undo };
  const onError = (error: unknown) => toastProblem(error, t("failed"), t("shell:offline.hint"));
  return {
    file: (ending: string) =>
      void download(
        fileAddress(`/api/studies/${study}/references/file`, { ending }),
        `references${ending}`,
      ).catch(onError),
    remove: (work: Work) =>
      remove.mutate([work.guid], {
        onSuccess: () => {
          onGone();
          toast(t("removed", { key: work.key }), { doing });
        },
        onError,
      }),
    merge: ([keep, ...others]: readonly string[]) =>
      keep &&
      merge.mutate(
        { keep, others },
        { onSuccess: ({ key }) => toast(t("merged", { key }), { doing }), onError },
      ),
  };
}

/** Works that seem to be one, offered to be merged. */
function Duplicates({
  works,
  onMerge,
}: {
  works: readonly Work[];
  onMerge: (guids: string[]) => void;
}) {
  const { t } = useTranslation("literature");
  const { data: groups } = useDuplicates();
  if (!groups || groups.length === 0) return null;
  const keyOf = (guid: string) => works.find((work) => work.guid === guid)?.key ?? "";
  return (
    <section className="literature-same" aria-label={t("same.title", { count: groups.length })}>
      <strong>{t("same.title", { count: groups.length })}</strong>
      <ul>
        {groups.slice(0, 5).map((group) => (
          <li key={group[0]}>
            {group.map(keyOf).join(" = ")}{" "}
            <Button small icon="merge" writes onPress={() => onMerge(group)}>
              {t("same.merge", { key: keyOf(group[0] ?? "") })}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The literature of the study: read in, looked through, cited, and given back. */
export function Literature() {
  const { t } = useTranslation(["literature", "shell"]);
  const room = useRoom();
  const { data: works } = useReferences();
  const [search, setSearch] = useState("");
  const [sort, setSort] = useState<Sort>("author");
  const [active, setActive] = useState<string | null>(null);
  const [files, setFiles] = useState<readonly File[] | null>(null);
  const [most, setMost] = useState(SOME);
  const add = useAddReference();
  const { file, remove, merge } = useDoings(() => setActive(null));
  if (!works) return <Loading />;
  const choose = (list: FileList | null) => list && list.length > 0 && setFiles([...list]);
  const bring = (
    <FileTrigger allowsMultiple acceptedFileTypes={[".ris", ".bib", ".json"]} onSelect={choose}>
      <Button icon="import" writes>
        {t("import.open")}
      </Button>
    </FileTrigger>
  );
  const sheet = files && <LiteratureImport files={files} onClose={() => setFiles(null)} />;
  const write = (
    <Button
      icon="plus"
      writes
      onPress={() =>
        add.mutate(
          { type: "article-journal", title: t("untitled") },
          {
            onSuccess: ({ guid }) => setActive(guid),
            onError: (error) => toastProblem(error, t("failed"), t("shell:offline.hint")),
          },
        )
      }
    >
      {t("add")}
    </Button>
  );
  if (works.length === 0) {
    return (
      <>
        <EmptyState
          icon="report"
          title={t("empty.title")}
          doings={
            <>
              {bring}
              {write}
            </>
          }
        >
          {t("empty.hint")}
        </EmptyState>
        {sheet}
      </>
    );
  }
  const found = foundWorks(works, search, sort);
  const work = works.find(({ guid }) => guid === active);
  const entry = work ? (
    <LiteratureEntry
      key={work.guid}
      work={work}
      onClose={() => setActive(null)}
      onRemove={() => remove(work)}
    />
  ) : null;
  return (
    <SplitPane
      name="collect.literature"
      label={t("resize")}
      side="right"
      size={360}
      panel={room === "narrow" ? null : entry}
    >
      <div className="filters">
        <SearchField label={t("search")} value={search} onChange={setSearch} />
        <Select
          label={t("sort.label")}
          hidden
          choices={SORTS.map((id) => ({ id, label: t(`sort.${id}`) }))}
          value={sort}
          onChange={setSort}
        />
        <span className="muted" role="status">
          {t("count", { count: found.length })}
        </span>
        <span className="push" />
        {write}
        {bring}
        <Menu
          label={t("export")}
          placement="bottom end"
          lines={[".ris", ".bib", ".json"].map((ending) => ({
            id: ending,
            icon: "export",
            label: t(`as.${ending.slice(1) as "ris"}`),
            onAction: () => file(ending),
          }))}
        >
          <IconButton icon="export" label={t("export")} />
        </Menu>
      </div>
      <Duplicates works={works} onMerge={merge} />
      {found.length === 0 && (
        <EmptyState icon="search" title={t("none")}>
          {t("noneHint")}
        </EmptyState>
      )}
      <ul className="literature-list" aria-label={t("title")}>
        {found.slice(0, most).map((one) => (
          <li key={one.guid}>
            <button
              type="button"
              aria-pressed={one.guid === active}
              onClick={() => setActive(one.guid)}
            >
              <strong>{one.short}</strong>
              <span dir="auto">{text(one.csl, "title")}</span>
              <small className="muted">
                {[one.key, text(one.csl, "container-title")].filter(Boolean).join(" · ")}
                {one.cited_by.length > 0 && ` · ${t("citedBy", { count: one.cited_by.length })}`}
              </small>
            </button>
          </li>
        ))}
        {found.length > most && (
          <li>
            <Button small onPress={() => setMost(most + SOME)}>
              {t("more", { count: found.length - most })}
            </Button>
          </li>
        )}
      </ul>
      {sheet}
      {room === "narrow" && (
        <Drawer
          isOpen={entry !== null}
          side="right"
          label={t("entry")}
          onClose={() => setActive(null)}
        >
          {entry}
        </Drawer>
      )}
    </SplitPane>
  );
}
