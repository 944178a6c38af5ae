import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { beginImport } from "../../app/DropArea";
import { isTyping } from "../../lib/typing";

const LONGEST_NAME = 60;

/** The name of a text: its first line, as far as a name goes. */
export function nameOfText(text: string, otherwise: string): string {
  const line = text.trim().split("\n", 1)[0]?.trim() ?? "";
  const letters = [...line.replace(/[/\\:*?"<>|.]/g, " ").replace(/\s+/g, " ")];
  return letters.slice(0, LONGEST_NAME).join("").trim() || otherwise;
}

/** Text or files that are pasted where nothing is written begin an import. */
export function usePastedText(isOn: boolean): void {
  const { t } = useTranslation("collect");
  useEffect(() => {
    if (!isOn) return;
    const paste = (event: ClipboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target)) return;
      const files = [...(event.clipboardData?.files ?? [])];
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (files.length === 0 && text.trim() === "") return;
      event.preventDefault();
      const name = `${nameOfText(text, t("import.pasted"))}.txt`;
      beginImport(files.length > 0 ? files : [new File([text], name, { type: "text/plain" })]);
    };
    addEventListener("paste", paste);
    return () => removeEventListener("paste", paste);
  }, [t, isOn]);
}
