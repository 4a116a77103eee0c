"""How long and how loose the code may be."""

import ast
import io
import math
import re
import statistics
import tokenize
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeGuard

import pytest

from tests.rules.source import (
    ROOT,
    Function,
    Source,
    dotted,
    functions,
    is_docstring,
    length,
    product,
    sources,
    write,
)

FUNCTION_MEDIAN, FUNCTION_P95, FUNCTION_MOST = 8, 35, 50
FILE_MEDIAN, FILE_MOST = 120, 300
COMMAND_MOST = 15
IGNORES_PER_THOUSAND = 3

# The few entrances that may catch everything, because they hand it to report():
# "file:function" -> why nothing narrower will do.
ENTRANCES: dict[str, str] = {
    "cogs/entrance.py:callback": "a click: discord.py would only log what it raises",
    "cogs/modals.py:callback": "a form that was sent: only a listener would hear of it",
    "cogs/background.py:reported": "a background task: what leaves it would end it for good",
    "cogs/entrance.py:reported": "autocomplete: discord.py would only log what it raises",
    "bot/client.py:_safely": "background tasks: what leaves one would end it for good",
    "bot/delivery/courier.py:_deliver": "a message: what leaves it would keep the row for ever",
    "bot/delivery/ledger.py:open_due": "a release: it is stopped, and keeps no other back",
    "bot/delivery/ledger.py:turn": "a round: what cannot be recorded together is recorded alone",
    "bot/delivery/ledger.py:_record_alone": "an outcome: it is given up, and keeps no other back",
    "bot/cli.py:main": "a command: the person reads one sentence, not a traceback",
}

CATCH_ALL = {"Exception", "BaseException", "builtins.Exception", "builtins.BaseException"}
# How discord.py's commands are declared: a decorator whose last name is one of these.
COMMAND_DECORATORS = {"command", "context_menu"}
IGNORE = re.compile(r"#\s*(type:\s*ignore|pyright:\s*(?!strict|basic))")
EXPLAINED = re.compile(r"#\s*(type|pyright):\s*ignore\[[\w\-, ]+\]\s*[#:–-]?\s*\w{2,}")


def share(values: Iterable[int], part: float) -> int:
    """The value that `part` of all values do not exceed (nearest rank); 0 for no values."""
    ranked = sorted(values)
    return ranked[math.ceil(part * len(ranked)) - 1] if ranked else 0


def long_functions(root: Path) -> list[str]:
    found = [(length(f), f"{s.path}:{f.lineno}: {f.name}") for s in product(root)
             for f in functions(s)]  # fmt: skip
    sizes = [size for size, _ in found]
    wrong = [f"{name} has {size} lines" for size, name in found if size > FUNCTION_MOST]
    if sizes and statistics.median(sizes) > FUNCTION_MEDIAN:
        wrong.append(f"half of the functions are over {statistics.median(sizes)} lines")
    if share(sizes, 0.95) > FUNCTION_P95:
        wrong.append(f"5 % of the functions are over {share(sizes, 0.95)} lines")
    return wrong


def long_files(root: Path) -> list[str]:
    files = [source for source in product(root) if source.says_something]
    wrong = [f"{f.path} has {f.lines} lines" for f in files if f.lines > FILE_MOST]
    if files and statistics.median(f.lines for f in files) > FILE_MEDIAN:
        wrong.append(f"half of the files are over {FILE_MEDIAN} lines")
    return wrong


def long_commands(root: Path) -> list[str]:
    return [
        f"{source.path}:{function.lineno}: {function.name} has a body of {size} lines"
        for source in sources(root, "cogs")
        for function in functions(source)
        if any(dotted(d).rpartition(".")[2] in COMMAND_DECORATORS for d in function.decorator_list)
        if (size := body_lines(function.body)) > COMMAND_MOST
    ]


def body_lines(body: list[ast.stmt]) -> int:
    """Lines of a body without its docstring."""
    body = body[1:] if is_docstring(body[0]) else body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def catch_alls(root: Path) -> list[tuple[str, int]]:
    """Where everything is caught: "file:function", and the line."""
    return [
        (f"{source.path}:{name}", line)
        for source in product(root)
        for name, line in catching(source.tree, "module")
    ]


def catching(node: ast.AST, function: str) -> Iterator[tuple[str, int]]:
    for child in ast.iter_child_nodes(node):
        inner = child.name if isinstance(child, Function) else function
        if catches_all(child):
            yield inner, child.lineno
        yield from catching(child, inner)


def catches_all(node: ast.AST) -> TypeGuard[ast.ExceptHandler | ast.Call]:
    if isinstance(node, ast.ExceptHandler):
        return names_all(node.type)
    if isinstance(node, ast.Call) and dotted(node).rpartition(".")[2] == "suppress":
        return any(map(names_all, node.args))
    return False


def names_all(kind: ast.expr | None) -> bool:
    """Whether an `except` of this lets nothing through; None stands for a bare one."""
    if isinstance(kind, ast.Tuple):
        return any(map(names_all, kind.elts))
    return kind is None or dotted(kind) in CATCH_ALL


def comments(source: Source) -> Iterator[tuple[int, str]]:
    for token in tokenize.generate_tokens(io.StringIO(source.text).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string


def ignores(root: Path) -> list[tuple[str, str]]:
    """Where the type checker is silenced: "file:line", and the comment."""
    return [
        (f"{source.path}:{line}", comment)
        for source in product(root)
        for line, comment in comments(source)
        if IGNORE.search(comment)
    ]


def unexplained_ignores(root: Path) -> list[str]:
    return [f"{where}: {text}" for where, text in ignores(root) if not EXPLAINED.search(text)]


def too_many_ignores(root: Path) -> bool:
    lines = sum(source.lines for source in product(root))
    return len(ignores(root)) * 1000 > IGNORES_PER_THOUSAND * lines


def missing_test_lines(root: Path) -> int:
    """By how many lines the code is longer than its tests; 0 or less is good."""
    code = sum(source.lines for source in product(root))
    return code - sum(source.lines for source in sources(root, "tests"))


def unnamed(root: Path) -> list[str]:
    """Files and folders that name no noun."""
    nothing = {"util", "utils"}
    return [s.path for s in sources(root, "bot", "cogs", "tests")
            if nothing & set(s.path.removesuffix(".py").split("/"))]  # fmt: skip


def function_of(lines: int, name: str = "f", decorator: str = "") -> str:
    return f"{decorator}def {name}():\n" + "    x = 1\n" * (lines - 1)


def test_functions_are_short() -> None:
    assert long_functions(ROOT) == []


def test_files_are_short() -> None:
    assert long_files(ROOT) == []


def test_command_bodies_are_short() -> None:
    assert long_commands(ROOT) == []


def test_only_entrances_catch_everything() -> None:
    found = catch_alls(ROOT)
    assert [f"{place} in line {line}" for place, line in found if place not in ENTRANCES] == []
    assert set(ENTRANCES) <= {place for place, _ in found}, "an entrance that is no longer there"


def test_the_type_checker_is_rarely_silenced() -> None:
    assert unexplained_ignores(ROOT) == []
    assert not too_many_ignores(ROOT), ignores(ROOT)


def test_there_are_as_many_lines_of_tests_as_of_code() -> None:
    assert missing_test_lines(ROOT) <= 0


def test_every_file_names_its_noun() -> None:
    assert unnamed(ROOT) == []


def test_long_functions_are_seen(tmp_path: Path) -> None:
    write(tmp_path, "bot/a.py", function_of(51))
    assert long_functions(tmp_path) == [
        "bot/a.py:1: f has 51 lines",
        "half of the functions are over 51 lines",
        "5 % of the functions are over 51 lines",
    ]


def test_functions_at_their_limits_pass(tmp_path: Path) -> None:
    short = "".join(function_of(8, f"f{n}") for n in range(18))
    write(tmp_path, "bot/a.py", short + function_of(35, "long") + function_of(50, "longest"))
    assert long_functions(tmp_path) == []


def test_long_files_are_seen(tmp_path: Path) -> None:
    write(tmp_path, "bot/a.py", "x = 1\n" * 300)
    assert long_files(tmp_path) == ["half of the files are over 120 lines"]
    write(tmp_path, "bot/a.py", "x = 1\n" * 301)
    assert long_files(tmp_path)[0] == "bot/a.py has 301 lines"


def test_files_that_say_nothing_do_not_flatter_the_median(tmp_path: Path) -> None:
    write(tmp_path, "bot/a.py", "x = 1\n" * 121)
    write(tmp_path, "bot/__init__.py", '"""Nothing."""\n')
    write(tmp_path, "cogs/__init__.py", "")
    assert long_files(tmp_path) != []


@pytest.mark.parametrize(
    "decorator", ["@app_commands.command()\n", "@group.command(name='x')\n", "@context_menu\n"]
)
def test_long_command_bodies_are_seen(tmp_path: Path, decorator: str) -> None:
    write(tmp_path, "cogs/a.py", function_of(16, decorator=decorator))
    assert long_commands(tmp_path) == []
    write(tmp_path, "cogs/a.py", function_of(17, decorator=decorator))
    assert long_commands(tmp_path) == ["cogs/a.py:2: f has a body of 16 lines"]


@pytest.mark.parametrize(
    "text",
    [
        "try:\n    x = 1\nexcept:\n    pass",
        "try:\n    x = 1\nexcept Exception as e:\n    pass",
        "try:\n    x = 1\nexcept (OSError, BaseException):\n    pass",
        "with contextlib.suppress(Exception):\n    x = 1",
    ],
)
def test_catching_everything_is_seen(tmp_path: Path, text: str) -> None:
    body = "".join(f"    {line}\n" for line in text.splitlines())
    write(tmp_path, "bot/a.py", f"async def entrance():\n{body}")
    assert [place for place, _ in catch_alls(tmp_path)] == ["bot/a.py:entrance"]


def test_catching_something_is_fine(tmp_path: Path) -> None:
    write(tmp_path, "bot/a.py", "try:\n    x = 1\nexcept (OSError, ValueError):\n    pass\n")
    assert catch_alls(tmp_path) == []


@pytest.mark.parametrize("comment", ["# type: ignore", "# pyright: ignore[reportUnknown]"])
def test_an_ignore_without_its_reason_is_seen(tmp_path: Path, comment: str) -> None:
    write(tmp_path, "bot/a.py", f"x = 1  {comment}\n")
    assert unexplained_ignores(tmp_path) == [f"bot/a.py:1: {comment}"]
    write(tmp_path, "bot/a.py", "x = 1  # pyright: ignore[reportUnknown] the stub lacks it\n")
    assert unexplained_ignores(tmp_path) == []


def test_too_many_ignores_are_seen(tmp_path: Path) -> None:
    ignored = "x = 1  # pyright: ignore[reportUnknown] the stub lacks it\n"
    write(tmp_path, "bot/a.py", ignored * 3 + "x = 1\n" * 997)
    assert not too_many_ignores(tmp_path)
    write(tmp_path, "bot/a.py", ignored * 3 + "x = 1\n" * 996)
    assert too_many_ignores(tmp_path)


def test_missing_tests_are_seen(tmp_path: Path) -> None:
    write(tmp_path, "bot/a.py", "x = 1\n" * 3)
    write(tmp_path, "tests/test_a.py", "x = 1\n" * 2)
    assert missing_test_lines(tmp_path) == 1


@pytest.mark.parametrize("path", ["bot/utils.py", "cogs/util.py", "bot/utils/text.py"])
def test_a_file_without_a_noun_is_seen(tmp_path: Path, path: str) -> None:
    assert unnamed(write(tmp_path, path, "")) == [path]
