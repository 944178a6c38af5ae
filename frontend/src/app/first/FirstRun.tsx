import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useBegin, useBeginnings } from "../../api/beginnings";
import { ApiProblem } from "../../api/problem";
import { Loading } from "../../components/Bits";
import { Button } from "../../components/Button";
import { Select, TextField } from "../../components/Field";
import { currentLanguage, LANGUAGES } from "../../lib/i18n";
import { type Language, useUi } from "../../stores/ui";
import { useComing } from "../projects/coming";
import { FirstComing, FirstProject } from "./FirstProject";
import { fileFor, joined } from "./file-name";
import { useOffered } from "./offered";
import "./first.css";

/** Why it was not done, where it was not. */
function Refused({ error }: { error: unknown }) {
  const { t } = useTranslation("first");
  if (!error) return null;
  const told = error instanceof ApiProblem ? `${error.message} ${error.hint}` : t("unreached");
  return (
    <p className="field-error" role="alert">
      {told}
    </p>
  );
}

function NewStudy({ folder, user }: { folder: string; user: string }) {
  const { t } = useTranslation("first");
  const { begin } = useBegin();
  const [title, setTitle] = useState("");
  const [questions, setQuestions] = useState("");
  const [language, setLanguage] = useState<Language>(currentLanguage());
  const [name, setName] = useState(user);
  const [file, setFile] = useState<string | null>(null);
  const path = file ?? fileFor(folder, title);
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (!title.trim()) return;
    const asked = questions.split("\n").filter((line) => line.trim());
    begin.mutate({ path, title, questions: asked, language, ...(name.trim() && { user: name }) });
  };
  return (
    <form onSubmit={submit}>
      <TextField label={t("new.title")} value={title} onChange={setTitle} isRequired autoFocus />
      <TextField
        label={t("new.questions")}
        note={t("new.questionsNote")}
        rows={3}
        value={questions}
        onChange={setQuestions}
      />
      <div className="first-two">
        <TextField label={t("new.user")} value={name} onChange={setName} />
        <Select<Language>
          label={t("new.language")}
          choices={LANGUAGES.map((id) => ({ id, label: t(`languages.${id}`) }))}
          value={language}
          onChange={setLanguage}
        />
      </div>
      <TextField label={t("new.file")} note={t("new.fileNote")} value={path} onChange={setFile} />
      <Refused error={begin.error} />
      <Button
        type="submit"
        look="primary"
        isPending={begin.isPending}
        isDisabled={title.trim() === ""}
      >
        {t("new.begin")}
      </Button>
    </form>
  );
}

function Demo({ folder }: { folder: string }) {
  const { t } = useTranslation("first");
  const { demo } = useBegin();
  const { data } = useBeginnings();
  const queries = useQueryClient();
  const building = data?.building;
  const isBuilding = building && !building.failed && !building.guid;
  const guid = building?.guid;
  useEffect(() => {
    if (guid) void queries.invalidateQueries({ queryKey: ["studies"] });
  }, [guid, queries]);
  const labelled = useId();
  return (
    <>
      <h2 id={labelled}>{t("demo.title")}</h2>
      <p className="muted">{t("demo.about")}</p>
      {isBuilding ? (
        <div className="first-progress" role="status">
          <progress max={building.total} value={building.done} aria-labelledby={labelled} />
          <span>{building.text}</span>
        </div>
      ) : (
        <Button
          isPending={demo.isPending}
          onPress={() =>
            demo.mutate({ path: fileFor(folder, "jejak-demo"), language: currentLanguage() })
          }
        >
          {t("demo.build")}
        </Button>
      )}
      {building?.failed && (
        <p className="field-error" role="alert">
          {building.failed}
        </p>
      )}
      <Refused error={demo.error} />
    </>
  );
}

const nameOf = (file: string) => file.split(/[\\/]/).at(-1);

function OpenOne({ recent, folder }: { recent: readonly string[]; folder: string }) {
  const { t } = useTranslation("first");
  const { open } = useBegin();
  const { name } = useOffered();
  const [path, setPath] = useState("");
  const offer = useRef<HTMLParagraphElement>(null);
  const isKnown = recent.some((file) => nameOf(file) === name);
  useEffect(() => {
    if (name === null) return;
    setPath(isKnown ? "" : joined(folder, name));
    offer.current?.focus();
    offer.current?.scrollIntoView({ block: "center" });
  }, [name, isKnown, folder]);
  return (
    <>
      <h2>{t("open.title")}</h2>
      {name !== null && (
        <p ref={offer} role="status" tabIndex={-1}>
          {t(isKnown ? "open.offeredKnown" : "open.offered", { name })}
        </p>
      )}
      {recent.length > 0 ? (
        <ul className="first-recent">
          {recent.map((file) => (
            <li key={file}>
              <button
                type="button"
                data-offered={nameOf(file) === name || undefined}
                onClick={() => open.mutate({ path: file })}
              >
                <strong>{nameOf(file)}</strong>
                <small className="muted">{file}</small>
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <p className="muted">{t("open.none")}</p>
      )}
      <form
        className="first-open"
        onSubmit={(event) => {
          event.preventDefault();
          if (path.trim()) open.mutate({ path });
        }}
      >
        <TextField label={t("open.file")} value={path} onChange={setPath} />
        <Button type="submit" isPending={open.isPending} isDisabled={path.trim() === ""}>
          {t("open.open")}
        </Button>
      </form>
      <Refused error={open.error} />
    </>
  );
}

/** One screen to begin at: a new study, the demo, or one that is there. */
export default function FirstRun() {
  const { t } = useTranslation("first");
  const { data } = useBeginnings();
  const { setLanguage, setTour } = useUi();
  const isComing = useComing(({ name }) => name !== null);
  // Whoever begins here is shown around; one press leaves it.
  useEffect(() => () => setTour(0), [setTour]);
  useEffect(() => {
    document.title = `${t("welcome")} · Jejak`;
  }, [t]);
  if (!data) return <Loading />;
  return (
    <main className="first">
      <header>
        <span className="rail-mark" aria-hidden="true">
          J
        </span>
        <div>
          <h1>{t("welcome")}</h1>
          <p className="muted">{t("lead")}</p>
        </div>
        <Select<Language>
          label={t("language")}
          hidden
          choices={LANGUAGES.map((id) => ({ id, label: t(`languages.${id}`) }))}
          value={currentLanguage()}
          onChange={setLanguage}
        />
      </header>
      {isComing && <FirstComing />}
      <div className="first-ways" hidden={isComing}>
        <section aria-labelledby="first-new">
          <h2 id="first-new">{t("new.heading")}</h2>
          <NewStudy folder={data.folder} user={data.user} />
        </section>
        <div>
          <section>
            <FirstProject />
          </section>
          <section>
            <Demo folder={data.folder} />
          </section>
          <section>
            <OpenOne recent={data.recent} folder={data.folder} />
          </section>
        </div>
      </div>
      <p className="muted">{t("kept")}</p>
    </main>
  );
}
