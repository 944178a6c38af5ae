import { useState } from "react";
import { useTranslation } from "react-i18next";
import { download } from "../lib/download";
import { Button } from "./Button";
import { Menu, type MenuLine } from "./Menu";
import { toast, toastProblem } from "./toasts";

interface Props<F extends string> {
  label: string;
  /** The kinds of file; a line above those that begin a group (`apart`). */
  files: readonly (Pick<MenuLine, "label" | "apart"> & { id: F })[];
  /** Where a file is fetched, and what it is called if the server does not say. */
  file: (kind: F) => { address: string; name: string };
  /** What is said once it is there, and where it could not be made. */
  done: (name: string) => string;
  failed: string;
  look?: "primary";
  isOff?: boolean;
}

/** Something as a file of a kind that is chosen, as it may leave the study. */
export function FileMenu<F extends string>(props: Props<F>) {
  const { label, files, file, done, failed, look = "plain", isOff = false } = props;
  const { t } = useTranslation("shell");
  const [isMaking, setMaking] = useState(false);
  const get = async (kind: F) => {
    setMaking(true);
    const { address, name } = file(kind);
    try {
      toast(done(await download(address, name)), { tone: "good" });
    } catch (error) {
      toastProblem(error, failed, t("offline.hint"));
    }
    setMaking(false);
  };
  const lines = files.map((one) => ({ ...one, onAction: () => void get(one.id) }));
  return (
    <Menu label={label} lines={lines} placement="bottom end">
      <Button look={look} icon="export" isDisabled={isOff} isPending={isMaking}>
        {label}
      </Button>
    </Menu>
  );
}
