"""A translated pattern means to a client's engine what the original means to ECMA 262."""

from __future__ import annotations

import time

import pytest

from runcomfy_codegen.patterns import UnsupportedPatternError, translated
from runcomfy_models._runtime.models.checks.strings import matcher

MEANINGS = [
    # pattern, texts with a match, texts without one
    (r"b", ["b", "abc"], ["", "a"]),
    (r"^a$", ["a"], ["a\n", "\na", "A"]),
    (r"^a|b$", ["ax", "xb"], ["xa", "bx"]),
    (r"^\d+$", ["0", "19"], ["", "٣", "1٣", "1.0"]),
    (r"^\D$", ["a", "٣", "😀"], ["1", ""]),
    (r"^\w+$", ["a_Z9"], ["é", "ä", "a b", "ſ"]),
    (r"^\W$", ["é", " "], ["a", "_"]),
    (r"^\s$", [" ", "\n", "\u00a0", "\ufeff", "\u2029", "\u3000"], ["\x1c", "\x85", "\u200b", "a"]),
    (r"^\S$", ["a", "\x1c", "\x85"], [" ", "\ufeff"]),
    (r"^.$", ["a", "😀", "\x85", "\x0b"], ["\n", "\r", "\u2028", "\u2029", "ab", ""]),
    (r"^[^]$", ["\n", "a", "😀"], ["", "ab"]),
    (r"a[]", [], ["a", "", "a[]"]),
    (r"^[^a-c]$", ["d", "\n", "😀"], ["a", "b"]),
    (r"^[\d\-_.]+$", ["1-_."], ["a", ""]),
    (r"^[a-]$", ["a", "-"], ["b"]),
    (r"^[\b]$", ["\x08"], ["b", "\\"]),
    (r"^[[:alpha:]]$", [":]", "a]"], ["a", "b"]),
    (r"^[a&&b]$", ["a", "b", "&"], ["", "c"]),
    (r"^[a~~b]$", ["a", "~", "b"], ["d"]),
    (r"\/\-\@", ["/-@"], [r"\/"]),
    (r"^\x41\u0042\u{43}\cJ\0$", ["ABC\n\x00"], ["ABC"]),
    (r"^\ud83d\ude00{2}$", ["😀😀"], ["😀"]),
    (r"^[\u{1F600}-\u{1F64F}]$", ["😀"], ["a", "🚀"]),
    (r"^(?<year>\d{4})-(?:\d\d)$", ["2026-01"], ["26-1"]),
    (r"^a{2}$", ["aa"], ["a", "aaa"]),
    (r"^a{2,}?$", ["aa", "aaa"], ["a"]),
    (r"^(ab){1,2}$", ["ab", "abab"], ["", "ababab"]),
    (r"^x{,3}$", ["x{,3}"], ["xxx", "x"]),
    (r"^a{b}$", ["a{b}"], ["ab"]),
    (r"^]}$", ["]}"], ["]"]),
    (r"^#(?:x) y$", ["#x y"], ["#xy"]),
    (r"\bfoo\b", ["a foo b", "éfoo"], ["foobar", "afoo"]),
    (r"\Boo", ["foo"], ["oo"]),
    (r"^(?=.*\d)(?=.*[a-z]).{4,}$", ["abc1"], ["abcd", "1234", "a1"]),
    (r"^(?!bad$).*$", ["good", "bader"], ["bad"]),
    (r"^(?!x)a$", ["a"], ["a\n"]),
    (r"(?<=\$)\d+", ["$5"], ["5", "€5"]),
    (r"(?<!-)\b\d", ["5"], ["-5"]),
    (r"^\p{L}+$", ["éa字"], ["1", ""]),
    (r"^\P{Lu}$", ["a"], ["A"]),
    (r"^[\p{Script=Greek}\d]+$", ["α1"], ["a"]),
    (r"^(a|)$", ["", "a"], ["b"]),
    (r"^[a-z]+@(?!x)[a-z]+\.com$", ["a@b.com"], ["a@x.com", "a@b"]),
    (r"^(?:(?!ab).)*$", ["", "ba"], ["bab"]),
    (r"^(?!-)[a-z-]{1,63}(?<!-)$", ["a-b"], ["-a", "a-", ""]),
    (r"", ["", "x"], []),
]


@pytest.mark.parametrize(("pattern", "matching", "not_matching"), MEANINGS)
def test_a_pattern_matches_as_in_ecma_262(
    pattern: str, matching: list[str], not_matching: list[str]
) -> None:
    matches = matcher(translated(pattern).text)
    assert [text for text in [*matching, *not_matching] if matches(text)] == matching


@pytest.mark.parametrize(
    "pattern",
    [
        *(r"(a)\1", r"\k<n>", r"(?i)a", r"(?i:a)", r"(?P<n>a)", r"(?>a)", r"(?#x)", r"a++", r"*a"),
        *(r"a{2}{3}", r"{2}", r"(a", r"a)", r"[a", r"[b-a]", r"[a-\d]", "\\", r"\a", r"\Z", r"\x4"),
        *(r"\ud800", r"\u{110000}", r"\p{Nonsense}", r"\p{L}(?=a)", r"a{3,2}", r"(?=a)*", r"^*"),
        *(r"(?<=a+)b", r"(?!x)(a+)+$", r"(?=(a|aa)*b)", r"(?!x)(a?b?){30}c"),
        *(r"(?=.*a)b", r"^(?=.*a.*b)", r"^.*(?=.*a)b", r"^a*(?=a)\w{2,}\s", r"(?=a)(a|ab){9}c"),
        *(r"^(?=a)a?a?a?a?a?a?a?a?a?a?b", r"^(?:(?!.*b)a)*$", r"(?<=a)b*c"),
        *(r"{\p{L}", r"\u{41}\-", r"[\d-z]\p{L}", r"(?<n>a)(?<n>b)"),
        *(r"(\w{1000}){1000}", "(" * 100, "a" * 20_000),
        *(r"\01", r"\8", r"\c1", r"(?<!a*)", r"\u{}"),
    ],
)
def test_a_pattern_that_cannot_be_translated_is_refused(pattern: str) -> None:
    """No engine reads it in the same way, or it could take too long."""
    with pytest.raises(UnsupportedPatternError):
        translated(pattern)


@pytest.mark.parametrize(
    "pattern", [r"^(a+)+$", r"^(a|a)*$", r"^(a|aa)+$", r"(x+x+)+y", r"^(.*a){20}$"]
)
def test_every_pattern_takes_linear_time(pattern: str) -> None:
    """The Rust engine reads the text once, with any pattern."""
    matches = matcher(translated(pattern).text)
    started = time.process_time()
    matches("a" * 50_000 + "x" * 50_000 + "!")
    assert time.process_time() - started < 5
