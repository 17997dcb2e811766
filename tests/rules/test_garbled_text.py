"""Text read in a wrong encoding is told with what it was; no real name is ever taken for such."""

from __future__ import annotations

import random
import re

import pytest
from support import run_one

from pyvalidator.domain.leave_kinds import leave_kinds
from pyvalidator.form.meant_keys import meant_key
from pyvalidator.rule import sample
from pyvalidator.text.garbled import GARBLED_CHARS, garbled, original

WORDS = [
    "王小明", "陳怡君", "歐陽娜娜", "水上鄉公所", "民政課", "課員", "約僱人員", "感冒就醫", "陪同父親看診", "差勤系統 3.2", "第2辦公室（北區）",
    *(kind for kind in leave_kinds() if len(kind) > 1),
]  # fmt: skip
#: (what the bytes were, as what they were read)
MISREADINGS = [
    *(("utf-8", read) for read in ("latin-1", "cp1252", "mac_roman", "cp437", "cp850")),
    *(("utf-8", read) for read in ("cp1254", "cp1250", "cp852", "cp1251", "cp866")),
    *(("cp950", read) for read in ("latin-1", "cp1252", "mac_roman", "cp437", "cp850")),
]
#: Names as people have them, and texts as they are written.
REAL = """
José Muñoz|Zoë|Ñusta Ñáñez|María Núñez Peñaloza|ÁNGEL ÁVILA|ÓSCAR IÑÍGUEZ|João Conceição|Inês Gonçalves Brandão|Simões
François Lefèvre|Noël Çelik|Hélène Crèvecœur|Jürgen Groß|Björn Ångström|Søren Kierkegård|Þór Guðmundsdóttir|Łukasz Żółć
Dvořák|Škoda Ďuriš|Özgür Yıldız|İbrahim Çağrı|Ştefan Țiriac|Őri Fűzfa|Nguyễn Văn An|Trần Thị Hồng Nhung|Lê Hà|Phùng Quân
Đỗ Như Quỳnh|Võ Thị Sáu|Ngô Đình Lệ Hằng|LÊ THỊ HOÀI|Ahmad bin Abdullah|Siti Nurhaliza binti Tarudin|O'Brien|O’Neill D’Arcy
Anne‑Marie|Jean–Luc|Kolas Yotaka|Kolas‧Yotaka|巴奈·庫穗|伊斯坦大·貝雅夫·正福|夷將·拔路兒 Icyang·Parod|Lo^oh|Ibi’|Saidhai·Tahovecahe
谷辣斯·尤達卡Kolas Yotaka|瓦歷斯‧諾幹|山田さくら|さくら|たなか たろう|タナカ タロウ|김민준|ㄚ明|小ㄩ|𠮷野家|張𤋮|黄𡘙|犇骉|王鑫|王犇|游錫堃|陶喆
5°C|25±5°C|±0.5|§3|½日|m²|3 µm|«a»|¿Qué?|¡Olé!|©2021|A·B|…|“急”|「公假」|10％|Ⅲ級|①|№5|€100|α組|β型|Ω|№|√|≦5|→|★|□公務 □私務
鎮公所|鐵路警察局|鐘點教師|錦鋐|璟瑄|闕銘|陳姃姃|妤姍|忻怡|姬嬌|鈺鈞|瑩瑋|翊翎|秀姑巒|汐止區|八堵|十八堵
""".replace("\n", "|").strip("|").split("|")


def misread(text: str, was: str, read: str) -> str | None:
    try:
        return text.encode(was).decode(read)
    except UnicodeError:
        return None


@pytest.mark.parametrize(("was", "read"), MISREADINGS)
def test_what_it_was_is_worked_out(was: str, read: str) -> None:
    told = {text: original(wrong) for text in WORDS if (wrong := misread(text, was, read))}
    assert len(told) > 5 and {text: found for text, found in told.items() if found != text} == {}


def test_what_was_misread_more_than_once_is_worked_out() -> None:
    once = "王小明".encode().decode("latin-1")
    assert original(once.encode().decode("latin-1")) == "王小明"
    assert original("JosÃ© PÃ©rez") == "José Pérez"


def test_utf8_taken_for_double_bytes_is_worked_out() -> None:
    told = [original(wrong) == text for text in WORDS if (wrong := misread(text, "utf-8", "gb18030"))]
    assert told and all(told)
    assert original("鈭箸澆") is None and original("閬".encode("cp950").decode("cp950")) is None


@pytest.mark.parametrize("text", ["çŽ‹å°\ufffdæ˜Ž", "鐜嬪皬鏄\ufffd", "鐜嬪皬鏄?", "嚙踝蕭", "锟斤拷", "ç—…å\ufffd‡"])
def test_what_lost_bytes_is_garbled_all_the_same(text: str) -> None:
    assert garbled(text) and original(text) is None


@pytest.mark.parametrize("text", REAL)
def test_no_real_text_is_taken_for_garbled(text: str) -> None:
    assert original(text) is None and not garbled(text)


def test_no_name_of_letters_with_accents_is_taken_for_garbled() -> None:
    rng = random.Random(3)
    accents = "àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿßœšžăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữự"
    letters = "abcdefghijklmnopqrstuvwxyz" * 2 + accents
    wrong = []
    for _ in range(60_000):
        words = ["".join(rng.choices(letters, k=rng.randrange(2, 9))) for _ in range(rng.randrange(1, 4))]
        name = rng.choice((" ", "-", "·")).join(map(rng.choice((str.title, str.upper)), words))
        # Nobody has four letters with accents in a row.
        if not re.search("[^\x00-\x7f]{4}", name) and garbled(name):
            wrong.append(name)
    assert wrong == []


def test_no_name_of_ideographs_is_taken_for_garbled() -> None:
    rng = random.Random(4)
    names = ("".join(chr(rng.randrange(0x4E00, 0x9FA5)) for _ in range(rng.randrange(2, 5))) for _ in range(200_000))
    wrong = [name for name in names if "嚙" not in name and garbled(name)]
    assert wrong == []


def test_whatever_is_garbled_has_one_of_the_characters_that_are_looked_for() -> None:
    wrong = [text for text in REAL if garbled(text)]
    for text in WORDS:
        for was in ("utf-8", "cp950", "gb18030"):
            for read in ("latin-1", "cp1252", "mac_roman", "cp437", "cp850", "cp950", "gb18030"):
                found = misread(text, was, read)
                if found and garbled(found) and not re.search(GARBLED_CHARS, found):
                    wrong.append(found)
    assert wrong == []


def test_what_is_looked_for_is_what_the_encodings_say() -> None:
    pairs = [bytes((lead, trail)) for lead in (*range(0xE3, 0xEA), 0xEF) for trail in range(0x80, 0xC0)]
    firsts = {character for pair in pairs for name in ("cp950", "gb18030") for character in pair.decode(name, "ignore")}
    high = {character for name in ("latin-1", "cp1252", "mac_roman", "cp437", "cp850")
            for character in bytes(range(0x80, 0x100)).decode(name, "ignore")}  # fmt: skip
    assert [character for character in firsts | high if not re.match(GARBLED_CHARS, character)] == []


def test_each_garbled_value_is_one_warning_with_what_it_was() -> None:
    report = run_one(sample(person_name="¤ý¤p©ú", job_title="½Ò­û", unit="¥Á¬F½Ò", reason="·P«_´NÂå"))
    assert {(entry.rule, entry.severity) for entry in report.findings} == {("COD530", "warning")}
    assert [entry.expected_value for entry in report.findings] == ["王小明", "課員", "民政課", "感冒就醫"]
    assert all(str(entry.expected_value) in entry.message for entry in report.findings)


@pytest.mark.parametrize(("was", "read"), MISREADINGS)
def test_a_garbled_leave_kind_is_no_unknown_one(was: str, read: str) -> None:
    wrong = misread("病假", was, read) or ""
    (entry,) = run_one(sample(leave_type=wrong)).findings if wrong else run_one(sample(leave_type="¯f°²")).findings
    assert (entry.rule, entry.expected_value) == ("STR245", "病假")


def test_a_garbled_key_is_named_by_what_it_was() -> None:
    assert meant_key("°²§O", {"假別", "姓名"}, ()) == ("假別", "名稱是編碼錯誤造成的亂碼，原來是欄位「假別」")


@pytest.mark.parametrize(("kind", "was"), [("加班補休", "utf-8"), ("身心調適假", "cp950"), ("家庭照顧假", "utf-8")])
def test_a_garbled_leave_kind_is_not_told_for_its_spaces(kind: str, was: str) -> None:
    """Among what the bytes were read as are U+00A0 and U+00AD, which to take away would mend nothing."""
    (entry,) = run_one(sample(leave_type=kind.encode(was).decode("latin-1"))).findings
    assert (entry.rule, entry.expected_value) == ("STR245", kind)
