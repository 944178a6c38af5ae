from __future__ import annotations

from support.servers import Browser


def test_a_coder_is_renamed_from_what_was_seen_and_everywhere(web: Browser) -> None:
    me = web.get(web.to("/users")).json()[0]
    tagged = {"If-Match": f'"{me["revision"]}"'}
    asked = {"name": "Rina Sari", "initials": "RS", "colour": "#aa0033"}
    changed = web.patch(web.to(f"/users/{me['guid']}"), json=asked, headers=tagged)
    assert changed.json()["name"] == "Rina Sari"
    assert web.get(web.at).json()["me"]["initials"] == "RS"
    assert web.get(web.to("/history?limit=1")).json()["changes"][0]["user_name"] == "Rina Sari"
    late = web.patch(web.to(f"/users/{me['guid']}"), json=asked, headers=tagged)
    assert late.status_code == 412
    assert web.patch(web.to(f"/users/{me['guid']}"), json={"colour": "red"}).status_code == 422
