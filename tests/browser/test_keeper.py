"""What is typed and not yet saved survives whatever happens to the page or the server."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime

from playwright.sync_api import Page, expect

from lib.domain.debriefs import Debrief
from lib.store.repository import Store
from tests.browser.conftest import calm, field
from tests.browser.people import just_ended
from tests.browser.serving import Server

EMPTIED = "() => !Object.keys(localStorage).some(name => name.startsWith('follow-through:'))"
DEAF = """
const listen = document.addEventListener.bind(document)
document.addEventListener = (name, ...rest) => name === "input" || listen(name, ...rest)
"""
"""Keeps the keeper from hearing what is typed, as before its script has come."""
LONG = (
    "They lose a day every month because the two ledgers are never reconciled before the board "
    "pack. " * 3
)


def topic(id: str, person: str = "mara") -> str:
    return f"debrief.topic.{id}.{person}-{id}"


def kept(page: Page) -> list[str]:
    """What the browser's own storage holds of ours."""
    names = "Object.keys(localStorage).filter(name => name.startsWith('follow-through:'))"
    texts: list[str] = page.evaluate(f"{names}.map(name => JSON.parse(localStorage[name]).text)")
    return texts


def type_and_kill(page: Page, server: Server, key: str, words: str) -> None:
    """Types, and the server dies before the pause in which the text would have been sent."""
    field(page, key).press_sequentially(words)
    server.kill()
    assert words in kept(page)


def test_what_was_typed_before_the_keeper_was_there_is_held_as_soon_as_it_is(
    server: Server, store: Store, open_page: Callable[..., Page]
) -> None:
    id = just_ended(store, id="early")
    page = open_page(f"{server.url}/debrief?interview={id}")
    page.add_init_script(DEAF)
    page.reload()
    calm(page)
    page.wait_for_function("() => window.__followThroughKeeper?.scope")
    field(page, topic(id)).press_sequentially("unheard letters")
    assert kept(page) == []

    # Something else that was changed elsewhere has the page tell the keeper anew, as on arriving.
    with store.transaction(now=datetime.now(UTC), did="") as tx:
        tx.put(Debrief(id=id, next_time="ask sooner"))
    page.evaluate(
        """tick => {
            window.__followThroughKeeper.scope = null;
            document.querySelector(tick).click();
        }""",
        f".st-key-debrief-confirmed-{id}-mara-{id} input",
    )

    page.wait_for_function(
        "() => Object.values(localStorage).some(held => held.includes('unheard letters'))"
    )
    assert kept(page) == ["unheard letters"]


def test_half_typed_text_survives_a_reload(
    server: Server, store: Store, open_page: Callable[..., Page]
) -> None:
    id = just_ended(store, id="reload")
    page = open_page(f"{server.url}/debrief?interview={id}")
    field(page, topic(id)).press_sequentially("adjusters distrust the sc")

    page.reload()
    calm(page)

    expect(field(page, topic(id))).to_have_value("adjusters distrust the sc")


def test_half_typed_text_survives_a_killed_server_and_a_closed_tab_and_is_said_to_be_back(
    server: Server, store: Store, open_page: Callable[..., Page]
) -> None:
    id = just_ended(store, id="killed")
    page = open_page(f"{server.url}/debrief?interview={id}")
    type_and_kill(page, server, topic(id), "nobody owns the queue after six")
    tab = page.context.new_page()
    page.close()

    server.start()
    tab.goto(f"{server.url}/debrief?interview={id}")
    calm(tab)

    tab.get_by_text("Brought back what you were typing here").wait_for()
    expect(field(tab, topic(id))).to_have_value("nobody owns the queue after six")
    tab.wait_for_function(EMPTIED)
    assert (
        store.read().get(Debrief, id).about(f"mara-{id}").said.topic
        == "nobody owns the queue after six"
    )


def test_a_page_left_open_keeps_its_text_until_the_server_is_back_and_saves_it(
    server: Server, store: Store, open_page: Callable[..., Page]
) -> None:
    id = just_ended(store, id="away")
    page = open_page(f"{server.url}/debrief?interview={id}")
    type_and_kill(page, server, topic(id), "the rota changes every week")

    server.start()
    page.wait_for_function(EMPTIED)

    expect(field(page, topic(id))).to_have_value("the rota changes every week")
    assert (
        store.read().get(Debrief, id).about(f"mara-{id}").said.topic
        == "the rota changes every week"
    )


def test_the_browser_keeps_nothing_once_the_text_is_saved(
    server: Server, store: Store, open_page: Callable[..., Page]
) -> None:
    id = just_ended(store, id="emptied")
    page = open_page(f"{server.url}/debrief?interview={id}")
    box = field(page, topic(id))

    box.press_sequentially("month end takes nine days")
    assert kept(page) == ["month end takes nine days"]
    page.wait_for_function(EMPTIED)

    saved = store.read().get(Debrief, id)
    assert saved.about(f"mara-{id}").said.topic == "month end takes nine days"


def test_text_is_saved_after_a_pause_while_typing_goes_on_and_the_caret_stays(
    server: Server, store: Store, open_page: Callable[..., Page]
) -> None:
    id = just_ended(store, id="pauses")
    page = open_page(f"{server.url}/debrief?interview={id}")
    box = field(page, topic(id))
    box.click()

    for start in range(0, len(LONG), 48):
        page.keyboard.type(LONG[start : start + 48], delay=3)
        page.wait_for_timeout(1700 if start % 96 == 0 else 300)

    assert box.input_value() == LONG
    assert page.evaluate("document.activeElement.selectionStart") == len(LONG)
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA"


def test_what_was_saved_elsewhere_meanwhile_is_not_written_over(
    server: Server, store: Store, open_page: Callable[..., Page]
) -> None:
    id = just_ended(store, id="clash")
    url = f"{server.url}/debrief?interview={id}"
    page = open_page(url)
    field(page, topic(id)).press_sequentially("typed here and lost")
    page.goto("about:blank")
    other = open_page(url)
    field(other, topic(id)).fill("saved in the other window")
    other.keyboard.press("Tab")
    other.get_by_text("Saved").first.wait_for()

    page.goto(url)
    calm(page)
    page.get_by_text("something else was saved since").wait_for()

    assert field(page, topic(id)).input_value() == "saved in the other window"
    page.get_by_role("button", name="Use what I typed").click()
    page.wait_for_function(
        "() => !document.body.innerText.includes('something else was saved since')"
    )
    expect(field(page, topic(id))).to_have_value("typed here and lost")


def test_typing_goes_on_undisturbed_beside_a_field_that_is_not_saved_yet(
    server: Server, store: Store, open_page: Callable[..., Page]
) -> None:
    page = open_page(f"{server.url}/interviews?add=interview")
    field(page, "interviews.new.company").press_sequentially("Lighthouse Books")
    page.keyboard.press("Tab")

    page.keyboard.type(LONG[:90], delay=70)

    expect(field(page, "interviews.new.role")).to_have_value(LONG[:90])
    expect(page.get_by_text("Brought back")).to_have_count(0)


def test_a_form_that_was_added_is_empty_when_it_is_opened_again(
    server: Server, store: Store, open_page: Callable[..., Page]
) -> None:
    page = open_page(f"{server.url}/interviews?add=interview")
    for key, words in (("company", "Lighthouse Books"), ("role", "Buyer")):
        field(page, f"interviews.new.{key}").fill(words)
        field(page, f"interviews.new.{key}").blur()
        calm(page)
    assert kept(page) == ["Lighthouse Books", "Buyer"]

    page.get_by_role("button", name="Add the interview").click()
    page.get_by_text("Added the interview at Lighthouse Books").wait_for()
    page.wait_for_function(EMPTIED)
    page.goto(f"{server.url}/interviews?add=interview")
    calm(page)

    expect(field(page, "interviews.new.company")).to_have_value("")
    expect(page.get_by_text("Brought back")).to_have_count(0)


def test_words_that_became_a_date_are_not_brought_back_to_mean_another_one(
    server: Server, store: Store, open_page: Callable[..., Page]
) -> None:
    id = just_ended(store, id="dated")
    page = open_page(f"{server.url}/debrief?interview={id}")
    box = field(page, f"debrief.decision.{id}")

    box.fill("in 3 days")
    box.blur()
    expect(box).not_to_have_value("in 3 days")
    date = box.input_value()
    page.wait_for_function(EMPTIED)
    page.reload()
    calm(page)

    expect(field(page, f"debrief.decision.{id}")).to_have_value(date)
    expect(page.get_by_text("Brought back")).to_have_count(0)


def test_a_person_found_by_typing_stays_chosen(
    server: Server, store: Store, open_page: Callable[..., Page]
) -> None:
    id = just_ended(store, id="chosen")
    page = open_page(f"{server.url}/debrief?interview={id}")

    field(page, f"debrief.promise.to.{id}.0").focus()
    page.keyboard.type("Wen")
    page.get_by_role("option", name="Wen Castellano").wait_for()
    page.keyboard.press("Enter")
    page.wait_for_timeout(7_000)

    expect(field(page, f"debrief.promise.to.{id}.0")).to_have_value("Wen Castellano")
    assert store.read().get(Debrief, id).promises[0].to_id == f"wen-{id}"


def test_two_interviews_with_the_same_fields_do_not_mix(
    server: Server, store: Store, open_page: Callable[..., Page]
) -> None:
    one, two = just_ended(store, id="one"), just_ended(store, id="two")
    page = open_page(f"{server.url}/debrief?interview={one}")
    field(page, topic(one)).press_sequentially("only for the first")

    page.goto(f"{server.url}/debrief?interview={two}")
    calm(page)

    assert field(page, topic(two)).input_value() == ""
    assert json.dumps(kept(page)) in ('["only for the first"]', "[]")
