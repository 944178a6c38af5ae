import { useTranslation } from "react-i18next";
import { type User, useChangeUser } from "../../api/study-changes";
import type { Study } from "../../api/types";
import { Editable } from "../../components/Editable";
import { Checkbox } from "../../components/Field";
import { toastProblem } from "../../components/toasts";

interface Props {
  user: User;
  isMe: boolean;
  readOnly: boolean;
}

/** Somebody's name, initials and colour, each written over in its place. */
function Person({ user, isMe, readOnly }: Props) {
  const { t } = useTranslation(["settings", "shell"]);
  const change = useChangeUser();
  const save = (patch: { name?: string; initials?: string; colour?: string; machine?: boolean }) =>
    change.mutate(
      { of: user, ...patch },
      { onError: (error) => toastProblem(error, t("coder.failed"), t("shell:offline.hint")) },
    );
  return (
    <li>
      <span className="person-mark" style={{ borderColor: user.colour }} aria-hidden="true">
        {user.initials}
      </span>
      <Editable
        label={isMe ? t("coder.nameMe") : user.machine ? t("coder.nameMachine") : t("coder.name")}
        value={user.name}
        readOnly={readOnly}
        required
        onSave={(name) => save({ name })}
      />
      <Editable
        label={t("coder.initials")}
        value={user.initials}
        readOnly={readOnly}
        onSave={(initials) => save({ initials })}
      />
      <label className="person-colour">
        <span className="field-label">{t("coder.colour")}</span>
        <input
          key={user.colour}
          type="color"
          defaultValue={user.colour}
          disabled={readOnly}
          aria-label={t("coder.colourOf", { name: user.name })}
          onBlur={(event) => {
            if (event.target.value !== user.colour) save({ colour: event.target.value });
          }}
        />
      </label>
      {!isMe && (
        <Checkbox
          isSelected={user.machine}
          isDisabled={readOnly}
          onChange={(machine) => save({ machine })}
        >
          {t("coder.machine")}
        </Checkbox>
      )}
    </li>
  );
}

/** Everybody who works on the study, oneself first. */
export function People({ study }: { study: Study }) {
  const { t } = useTranslation(["settings", "shell"]);
  const others = study.users.filter((user) => user.guid !== study.me.guid);
  return (
    <section aria-labelledby="settings-coder">
      <h2 id="settings-coder">{t("coder.title")}</h2>
      <p className="muted">{t("coder.about")}</p>
      <ul className="people">
        {[study.me, ...others].map((user) => (
          <Person
            key={user.guid}
            user={user}
            isMe={user.guid === study.me.guid}
            readOnly={Boolean(study.read_only)}
          />
        ))}
      </ul>
    </section>
  );
}
