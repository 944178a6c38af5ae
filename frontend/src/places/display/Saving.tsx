import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { type SavedDisplay, useSaving } from "../../api/displays";
import { Badge } from "../../components/Bits";
import { Button, IconButton } from "../../components/Button";
import { Dialog } from "../../components/Dialog";
import { Drawer } from "../../components/Drawer";
import { TextField } from "../../components/Field";
import { MemosAbout } from "../../components/MemosAbout";
import { Menu } from "../../components/Menu";
import { toast } from "../../components/toasts";
import type { Settings } from "./settings";

interface Props {
  kind: string;
  title: string;
  settings: Settings;
  saved: SavedDisplay | null;
  changed: boolean;
  readOnly: boolean;
  onSaved: (saved: SavedDisplay | null) => void;
}

interface NameProps {
  start: string;
  doing: string;
  isPending: boolean;
  onName: (name: string) => void;
  onClose: () => void;
}

function NameDialog({ start, doing, isPending, onName, onClose }: NameProps) {
  const { t } = useTranslation("display");
  const [name, setName] = useState(start);
  const ready = name.trim() !== "";
  return (
    <Dialog
      title={t("save.title")}
      isOpen
      onClose={onClose}
      width="26rem"
      footer={
        <>
          <Button onPress={onClose}>{t("save.cancel")}</Button>
          <Button
            look="primary"
            isDisabled={!ready}
            isPending={isPending}
            onPress={() => onName(name.trim())}
          >
            {doing}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) {
            onName(name.trim());
          }
        }}
      >
        <TextField
          label={t("save.name")}
          value={name}
          onChange={setName}
          autoFocus
          onFocus={(event) => event.target instanceof HTMLInputElement && event.target.select()}
        />
      </form>
    </Dialog>
  );
}

/** Keeps a display under a name: saved, saved anew, renamed, deleted. */
export function Saving({ kind, title, settings, saved, changed, readOnly, onSaved }: Props) {
  const { t } = useTranslation("display");
  const [, navigate] = useLocation();
  const { save, change, remove } = useSaving();
  const [naming, setNaming] = useState<"save" | "rename" | "duplicate" | null>(null);
  const [isNoting, setNoting] = useState(false);
  const failed = (error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    toast(t("save.failed", { reason }), { tone: "danger" });
  };
  const kept = (one: SavedDisplay) => {
    setNaming(null);
    onSaved(one);
    toast(t("save.saved", { name: one.name }), { tone: "good" });
  };
  const name = (given: string) => {
    if (naming === "rename" && saved) {
      change.mutate({ of: saved, name: given }, { onSuccess: kept, onError: failed });
    } else {
      save.mutate({ name: given, kind, settings }, { onSuccess: kept, onError: failed });
    }
  };
  const update = () => {
    if (saved) {
      change.mutate({ of: saved, settings }, { onSuccess: kept, onError: failed });
    }
  };
  const discard = (one: SavedDisplay) =>
    remove.mutate(one, {
      onSuccess: () => {
        toast(t("save.deleted", { name: one.name }));
        navigate("/display");
      },
      onError: failed,
    });
  const starts = {
    save: title,
    rename: saved?.name ?? title,
    duplicate: t("save.copyOf", { name: saved?.name ?? title }),
  };
  if (readOnly) {
    return null;
  }
  return (
    <>
      {saved && changed && <Badge tone="warn">{t("save.changed")}</Badge>}
      {saved && changed && (
        <Button look="primary" isPending={change.isPending} onPress={update}>
          {t("save.update")}
        </Button>
      )}
      {(!saved || changed) && (
        <Button look={saved ? "plain" : "primary"} onPress={() => setNaming("save")}>
          {saved ? t("save.saveAs") : t("save.save")}
        </Button>
      )}
      {saved && (
        <Menu
          label={t("save.more")}
          placement="bottom end"
          lines={[
            {
              id: "rename",
              icon: "edit",
              writes: true,
              label: t("save.rename"),
              onAction: () => setNaming("rename"),
            },
            {
              id: "duplicate",
              icon: "plus",
              writes: true,
              label: t("save.duplicate"),
              onAction: () => setNaming("duplicate"),
            },
            {
              id: "note",
              icon: "memo",
              label: t("save.notes"),
              onAction: () => setNoting(true),
            },
            {
              id: "delete",
              icon: "trash",
              writes: true,
              danger: true,
              label: t("save.delete"),
              onAction: () => discard(saved),
            },
          ]}
        >
          <IconButton icon="more" label={t("save.more")} />
        </Menu>
      )}
      {saved && isNoting && (
        <Drawer isOpen side="right" label={t("save.notes")} onClose={() => setNoting(false)}>
          <div className="display-notes">
            <MemosAbout about={{ kind: "display", guid: saved.guid }} title={saved.name} />
          </div>
        </Drawer>
      )}
      {naming && (
        <NameDialog
          start={starts[naming]}
          doing={naming === "rename" ? t("save.rename") : t("save.save")}
          isPending={save.isPending || change.isPending}
          onName={name}
          onClose={() => setNaming(null)}
        />
      )}
    </>
  );
}
