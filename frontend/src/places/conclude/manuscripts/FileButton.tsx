import { useRef } from "react";
import { Button } from "../../../components/Button";
import type { IconName } from "../../../components/icon-paths";

interface Props {
  label: string;
  icon: IconName;
  look?: "primary" | "plain";
  isPending?: boolean;
  writes?: boolean;
  onFile: (file: File) => void;
}

/** A button that asks for a Word file. */
export function FileButton({ label, icon, onFile, ...more }: Props) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={field}
        type="file"
        hidden
        aria-label={label}
        accept=".docx"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = "";
          if (file) onFile(file);
        }}
      />
      <Button icon={icon} {...more} onPress={() => field.current?.click()}>
        {label}
      </Button>
    </>
  );
}
