import { memo, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Reader } from "../../annotators/text/api";
import { useMemoOf } from "../../api/memos";
import { Loading } from "../../components/Bits";
import { Dialog } from "../../components/Dialog";
import { MemoView } from "../../components/MemoView";
import { isLost } from "./text-doings";

/** The memo whose mark in the margin was pressed, to be read and written over. */
export const MarginMemo = memo(function MarginMemo({ reader }: { reader: Reader | null }) {
  const { t } = useTranslation("memos");
  const [open, setOpen] = useState<string | null>(null);
  const { data: memo, error } = useMemoOf(open);
  useEffect(() => reader?.onMemoClick((id) => !isLost(id) && setOpen(id)), [reader]);
  const close = () => {
    setOpen(null);
    reader?.focus();
  };
  if (open === null) return null;
  return (
    <Dialog title={t("margin")} isOpen onClose={close} width="44rem">
      {error && <p>{t("gone")}</p>}
      {!memo && !error && <Loading />}
      {memo && <MemoView key={memo.guid} memo={memo} compact onRemoved={close} />}
    </Dialog>
  );
});
