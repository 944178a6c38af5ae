import { Component, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "./Bits";
import { Button } from "./Button";

function Failed({ error, onAgain }: { error: Error; onAgain: () => void }) {
  const { t } = useTranslation("shell");
  return (
    <EmptyState
      icon="warning"
      title={t("failed.title")}
      doings={
        <>
          <Button onPress={onAgain}>{t("again")}</Button>
          <Button onPress={() => location.reload()}>{t("failed.reload")}</Button>
        </>
      }
    >
      {t("failed.kept")} <span className="muted">{error.message}</span>
    </EmptyState>
  );
}

interface State {
  error: Error | null;
}

/** Keeps a failure of one part from taking the page with it. */
export class Boundary extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null };

  static getDerivedStateFromError(error: Error): State {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return <Failed error={error} onAgain={() => this.setState({ error: null })} />;
  }
}
