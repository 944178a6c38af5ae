import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "./Bits";
import { Button } from "./Button";

interface Props {
  title: string;
  onRetry: () => void;
  /** Why, where that is known. */
  children?: ReactNode;
}

/** What could not be read: it can be asked for again. */
export function Unread({ title, onRetry, children }: Props) {
  const { t } = useTranslation("shell");
  return (
    <EmptyState
      icon="warning"
      title={title}
      doings={<Button onPress={onRetry}>{t("retry")}</Button>}
    >
      {children}
    </EmptyState>
  );
}
