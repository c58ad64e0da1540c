"""Whatever the document allows, and what it does not, is thrown at every operation.

Not one fault of ours, and every answer as the document says. Schemathesis draws the
requests; half of them are about a return that is there.
"""

from __future__ import annotations

import json
import logging
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections, transaction
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from kith.web.access.roles import Role
from kith.web.api import policies
from kith.web.api.views.guide import document
from tests.lib.arguments.api import figures_due, kept_for
from tests.lib.arguments.returns import speaking


if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.lib.world import World


CHECKED = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    response_headers_conformance,
    negative_data_rejection,
]
MODES = (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)
OPERATIONS = [
    f"{method.upper()} {path}"
    for path, methods in document()["paths"].items()
    for method in methods
]


@pytest.fixture
def token(
    world: World, published: object, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> Iterator[str]:
    """A steward's, that reads and sends as fast as it likes."""
    monkeypatch.setattr("django.conf.settings.KITH_HOME", tmp_path)
    monkeypatch.setattr(policies, "MOST_A_MINUTE", 10**9)
    speaking(world, Role.AGENCY_DATA_STEWARD, world.here)
    quiet = logging.getLogger("django.request")
    level = quiet.level
    quiet.setLevel(logging.CRITICAL)
    # As Django's own test client does: the connection of the test stays open.
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield kept_for(world.person(Role.AGENCY_DATA_STEWARD), world.here)
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)
    quiet.setLevel(level)


@lru_cache(maxsize=1)
def without_security() -> Any:
    """The document, with the token left out of it: each request here brings its own."""
    told = json.loads(json.dumps(document()))
    del told["components"]["securitySchemes"]
    for methods in told["paths"].values():
        for one in methods.values():
            del one["security"]
    schema = schemathesis.openapi.from_dict(told)
    schema.app = get_wsgi_application()
    return schema


def fuzz(operation: str, token: str, key: str, times: int) -> None:
    method, _, path = operation.partition(" ")
    found = without_security()[path][method]
    is_asked_something = any(
        document()["paths"][path][method.lower()].get(name)
        for name in ("parameters", "requestBody")
    )
    for mode in MODES if is_asked_something else MODES[:1]:
        drawn = found.as_strategy(generation_mode=mode)

        @settings(
            max_examples=times,
            derandomize=True,
            database=None,
            phases=[Phase.explicit, Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=drawn, is_there=st.booleans())
        def asked(case: Any, is_there: bool) -> None:
            checks = CHECKED
            if is_there and "key" in (case.path_parameters or {}):
                # It may have been the key alone that was wrong.
                checks = [one for one in CHECKED if one is not negative_data_rejection]
                case.path_parameters["key"] = key
            with transaction.atomic():
                case.call_and_validate(
                    headers={"Authorization": f"Bearer {token}"}, checks=checks
                )
                transaction.set_rollback(True)

        asked()


@pytest.mark.parametrize("operation", OPERATIONS)
def test_no_fault_and_every_answer_as_the_document_says(
    world: World, token: str, operation: str
) -> None:
    fuzz(operation, token, str(figures_due(world, world.here).pk), 10)


@pytest.mark.night
@pytest.mark.parametrize("operation", OPERATIONS)
def test_the_same_for_a_night(world: World, token: str, operation: str) -> None:
    fuzz(operation, token, str(figures_due(world, world.here).pk), 400)
