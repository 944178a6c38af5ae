import { useState } from "react";
import { FileTrigger } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { type Remark, remarksFile, useRemarkDoings, useRemarks } from "../../api/remarks";
import { useStudy, useStudyId } from "../../api/study";
import { addressOfThing } from "../../app/address";
import { useUndoing } from "../../app/undoing";
import { EmptyState, Loading } from "../../components/Bits";
import { Button } from "../../components/Button";
import { Checkbox } from "../../components/Field";
import { RemarkCard } from "../../components/RemarksOf";
import { toast, toastProblem } from "../../components/toasts";
import { Unread } from "../../components/Unread";
import { download } from "../../lib/download";

/** Takes in what an auditor sent back; in a copy, the way to send it. */
export function RemarkDoings() {
  const { t } = useTranslation(["remarks", "shell"]);
  const study = useStudyId();
  const { data } = useStudy();
  const { takeIn } = useRemarkDoings();
  const { undo } = useUndoing();
  const failed = (error: unknown) => toastProblem(error, t("notTaken"), t("shell:offline.hint"));
  if (data?.copy_of) {
    const send = () =>
      download(remarksFile(study), "remarks.json").then(
        (file) => toast(t("sent", { file }), { tone: "good" }),
        failed,
      );
    return (
      <Button look="primary" icon="export" onPress={() => void send()}>
        {t("send")}
      </Button>
    );
  }
  const take = (files: FileList | null) => {
    const [file] = files ?? [];
    if (!file) return;
    takeIn.mutate(file, {
      onSuccess: ({ added, changed, known, homeless }) =>
        toast(
          `${t("taken", { added, changed, known })} ${homeless ? t("homeless", { count: homeless }) : ""}`,
          { doing: { label: t("shell:undo.undo"), act: undo } },
        ),
      onError: failed,
    });
  };
  return (
    <FileTrigger acceptedFileTypes={[".json"]} onSelect={take}>
      <Button icon="import" writes isPending={takeIn.isPending}>
        {t("takeIn")}
      </Button>
    </FileTrigger>
  );
}

function About({ remark }: { remark: Remark }) {
  const { t } = useTranslation("remarks");
  const { about } = remark;
  if (!about) return <p className="muted">{t("gone", { passage: remark.passage })}</p>;
  return (
    <p className="remark-about">
      <a href={`#${addressOfThing(about)}`} dir="auto">
        {about.label || t(`kinds.${remark.target_kind as "study"}`)}
      </a>
      {about.where && <span className="muted"> · {about.where}</span>}
      {remark.passage && remark.passage !== about.label && (
        <q className="remark-passage" dir="auto">
          {remark.passage}
        </q>
      )}
    </p>
  );
}

/** All remarks, each beside what it is about. */
export function Remarks() {
  const { t } = useTranslation("remarks");
  const { data, isError, refetch } = useRemarks();
  const [open, setOpen] = useState(false);
  if (isError) {
    return <Unread title={t("unread")} onRetry={() => refetch()} />;
  }
  if (!data) return <Loading />;
  if (data.length === 0) {
    return (
      <EmptyState icon="memo" title={t("none.title")}>
        {t("none.body")}
      </EmptyState>
    );
  }
  const shown = data.filter(({ settled }) => !(open && settled));
  return (
    <div className="remark-list">
      <Checkbox isSelected={open} onChange={setOpen}>
        {t("onlyOpen", { count: data.filter(({ settled }) => !settled).length })}
      </Checkbox>
      {shown.map((remark) => (
        <section key={remark.guid}>
          <About remark={remark} />
          <RemarkCard remark={remark} />
        </section>
      ))}
    </div>
  );
}
