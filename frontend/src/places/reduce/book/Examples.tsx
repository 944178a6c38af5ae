import { useTranslation } from "react-i18next";
import { Link, useRoute } from "wouter";
import { useAddExample, useExamples, useRemoveExample } from "../../../api/codebook";
import { lasting } from "../../../api/lasting";
import type { Code } from "../../../api/types";
import { Button, IconButton } from "../../../components/Button";
import { dropped, isOurs } from "../../../lib/drag";
import { useDesk } from "../desk";
import { placeAddress } from "../place-address";
import { useDone } from "./use-done";

/** Passages that exemplify a code: the picked one is added, or one that is dropped here. */
export function Examples({ code }: { code: Code }) {
  const { t } = useTranslation("codebook");
  const { data: examples = [] } = useExamples(code.guid);
  const [, params] = useRoute("/reduce/:source");
  const picked = useDesk((desk) => desk.picked);
  const add = useAddExample();
  const remove = useRemoveExample();
  const { done, onError } = useDone();
  const take = (passage: { source: string; start: number; end: number }) =>
    lasting(
      add,
      { code: code.guid, passage },
      { onSuccess: () => done(t("examples.added", { name: code.name })), onError },
    );
  return (
    <section
      className="entry-part"
      aria-label={t("examples.title")}
      onDragOver={(event) => isOurs(event) && event.preventDefault()}
      onDrop={(event) => {
        const segment = dropped(event)?.segment;
        if (segment) take(segment);
      }}
    >
      <h3>{t("examples.title")}</h3>
      {examples.length === 0 && <p className="muted">{t("examples.none")}</p>}
      <ul className="examples">
        {examples.map((one) => (
          <li key={one.segment}>
            <Link href={placeAddress(one)} dir="auto">
              “{one.text}”
            </Link>
            <small className="muted">{one.source_name}</small>
            <IconButton
              icon="close"
              size={14}
              label={t("examples.remove")}
              onPress={() =>
                one.segment &&
                lasting(
                  remove,
                  { code: code.guid, segment: one.segment },
                  { onSuccess: () => done(t("examples.removed", { name: code.name })), onError },
                )
              }
            />
          </li>
        ))}
      </ul>
      <Button
        small
        icon="plus"
        writes
        isDisabled={!picked || !params?.source}
        onPress={() => picked && params?.source && take({ ...picked, source: params.source })}
      >
        {t("examples.add")}
      </Button>
    </section>
  );
}
