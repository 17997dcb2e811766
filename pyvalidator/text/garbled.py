"""Text that was once read in a wrong encoding and saved so (亂碼): what it was, where that can be worked out.

Each way of misreading is undone and the outcome judged. A real name must never be taken for garbled, whatever accents
it has: undone, its letters give no sequence of UTF-8, and no row of common ideographs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from pyvalidator.text.common_han import common_and_all

Encode = Callable[[str], bytes | None]

_MOST_ROUNDS = 3
#: What U+FFFD becomes when its UTF-8 bytes are read as Big5 or as GBK.
_REPLACEMENTS = ("嚙", "锟斤拷")
#: Letters of names in Latin script; beside them and ideographs, punctuation is what a text may have been.
_LATIN = "A-Za-z\u00c0-\u017f\u1ea0-\u1ef9"
_PUNCTUATION = "\u00a0-\u00bf\u2010-\u2027\u3000-\u303f\uff01-\uff5e"
#: What no word is written with; the dot stands between the parts of a name.
_SIGN = re.compile(f"[^\\x00-\\x7f{_LATIN}\u00b7]")
#: Signs of GBK that Big5's usual ideographs become when they are read as it, and that no text has between ideographs.
_ODD_SIGNS = "\u0391-\u03c9\u0410-\u0451\u2500-\u254b\u3105-\u3129\ue000-\uf8ff"
_ODD_IN_GBK = re.compile(f"[{_ODD_SIGNS}]")
_IDEOGRAPH = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\ue000-\uf8fe]")
#: What the first two bytes of an ideograph, a full-width sign or 「 in UTF-8 are in Big5 or GBK. Written out, because
#: most files need no encoding to be loaded for it.
_FIRST_OF_UTF8 = frozenset(
    "儭儮儱嚗嚘嚙嚚嚜嚝妗妞妤妫妯妲妾姊姒姗姘姝姣姹娅娆娈娉娌娑娓娣娲娴娼婀婊婕婢婧婵宀宄宓宕宥宸寤寮寰恪恽悃悌悒"
    "悖悚悛悝悭悱悴悻惆惘惚惝惬惴愀愎愕愠愣愦愫慊慦慵憌憍憒憓憔憛憟憡憧憪憬憭憯憳憸憿戭搴摨摮摰撅撉撊撋撌撏撖撗撘"
    "撜撟撠撣撱撽擃擉擏擐擖擗擙擛擳攳敶敹敺敼敿斢暺暻暽暾曀曈曊曋曌曏朣杈杌杓杞杩棣棰椁椋椐椤椴椹楂楗楝楠楣楦楫楱"
    "楸楹榀榄榇榈榉榘榛榧榫榭榻槌槎樴橦洄洇洌洎洙洚洧洫洮洳洵洹浃浈浍浏浒浔浜浞浠浣浯浼涑涓涔涞涠淇渚澧澶澹濂濉濞"
    "濠濡濮濯瀚瀛瀣瀵瀹灏灞獢琚琛瑁瑕瑗瑙瑜瑭瑷瑹瑼瑽瑾璀璁璅璆璇璈璉璊璋璎璐璜璞璧璨璩璺瓒甇甈甯畾瘙瘚瘛瘜瘝瘞瘣"
    "瘥瘨皛皜皝皞瞈瞉瞍瞏纭纰纾绀绁绂绉绋绌绐绔绗绛绠绡绨绫绮绯绱绲绶绺绻绾缁缂缃缇缈缍翵耤聜聝膃膆膇膉膋膌膍舕蒗"
    "蒚蒝蒟蒡蒤蒧蒪蒫蒬蒮蒱蒴蒹蒺蓁蓂蓍蓎蓐蝎蝏蝐蝑蝒蝔蝖蝘蝚蝛蝜蝝蝞蝟蝡蝢蝣蝤蝥蝧蝪蝬蝭蝮蝯蝳蝵蝷蝺蝻蟡褰蹇鈭鉹"
    "鉽鉾鉿銂銆銇銈銉銊銋銌銍銎銏銐銑銒銓銔銕銖銗銘銙銚銛銜銝銞銟銠銡銢銣銤銥銦銧銩銫銴銵鋆鋡鋩鋪鋫鋬鋭鋮鋯鋰鋱鋲"
    "鋳鋴鋵鋶鋷鋸鋹鋺鋻鋼鋽鋾鋿錀錁錂錃錄錅錆錇錈錉鍊鍋鍌鍍鍎鍏鍐鍑鍒鍓鍔鍕鍖鍗鍘鍙鍚鍛鍜鍝鍞鍟鍠鍡鍢鍣鍤鍥鍦鍧鍨"
    "鍩鍫鎬鎭鎮鎯鎰鎱鎲鎳鎴鎵鎶鎷鎸鎹鎺鎻鎼鎽鎾鎿鏀鏁鏂鏃鏄鏅鏆鏇鏈鏉鏋鏌鏍鐎鐏鐐鐑鐒鐓鐔鐕鐖鐗鐘鐙鐚鐛鐜鐝鐞鐟鐠"
    "鐡鐢鐣鐤鐥鐦鐧鐨鐩鐪鐫鐬鐭鐮鑰鑱鑲鑳鑴鑵鑶鑷鑸鑹鑺鑻鑼鑽鑾鑿钀钁钂钃钄钑钖钘铇铏铓铔铚铦铩铫铮铯铳铴铵铷铹铻"
    "铼铽铿锂锃锆锇锉锊锍锎锏锒锓锔锕锖锘锛锜锝锞锟锠镼閫閬閭閮閯閰閱閲閳閴閵閶閷閸閹閺閻閼閽閾閿闀闁闂闃闄闅闆闇"
    "闈闉闊闋隞隡隢隤雓雿霂霅霈靘靚靽鞈鞊鞎韏韐韪韫韬頛頝頞頠頦頧頨頩颲飥飦飩飪飫飬飭飮飯飰飱飲飳飴飵飶飷飸飹飺飻"
    "飼飽飾飿餀餁餂餃餄餅餆餇餈骞鴭鴷鴽鴾鵀鵂鵃鵅麉麊麍麰黈黚黻黿鼢鼣鼤齔龠"
)
#: Any character outside ASCII that garbled text begins with or has in it.
GARBLED_CHARS = (
    f"[\u0080-\u017f\u0192\u02c6-\u02dd\u2013-\u203a\u2044\u207f\u20a7\u20ac\u2122\u2126\u2202-\u2265\u2310-\u2321"
    f"\u2500-\u25cb\ufb01\ufb02{_ODD_SIGNS}嚙锟{''.join(sorted(_FIRST_OF_UTF8))}]"
)


def original(text: str) -> str | None:
    """What garbled text was; None where it is not garbled, or where that cannot be told."""
    return _undone(text, _MOST_ROUNDS)


def garbled(text: str) -> bool:
    """Whether text was read in a wrong encoding."""
    if text.isascii():
        return False
    lost = any(sign in text for sign in _REPLACEMENTS)
    return lost or _undone(text, _MOST_ROUNDS) is not None or _was_utf8_in_part(text)


def _undone(text: str, rounds: int) -> str | None:
    """What the text was before it was misread, at most so many times over."""
    if text.isascii() or not rounds:
        return None
    found = _IDEOGRAPH.search(text)
    return _undone_from_double_bytes(text) if found else _undone_from_bytes(text, rounds)


def _undone_from_bytes(text: str, rounds: int) -> str | None:
    """What text was that was misread as an encoding of one byte for each character."""
    likeliest: tuple[float, str] | None = None
    for encode in (*_single_byte(), *_rare()):
        was = _decoded(encode(text), "utf-8")
        if was is None or was == text:
            continue
        if (before := _undone(was, rounds - 1)) is not None:
            return before
        if _is_words(was, text):
            common, every = common_and_all(was)
            share = common / max(1, every)
            likeliest = (share, was) if likeliest is None or share > likeliest[0] else likeliest
    if likeliest is not None:
        return likeliest[1]
    readings = [data for encode in _single_byte() if (data := encode(text)) is not None]
    best = max(_double_byte_readings(text, readings), default=None)
    return best[1] if best else None


def _undone_from_double_bytes(text: str) -> str | None:
    """What text was that was misread as Big5 or GBK."""
    if _begins_like_utf8(text):
        for encode in _double_byte():
            was = _decoded(encode(text), "utf-8")
            if was is not None and _is_likelier(was, text):
                return was
    if _ODD_IN_GBK.search(text):
        was = _decoded(_by_codec("gb18030")(text), "cp950")
        if was is not None and _is_likelier(was, text):
            return was
    return None


def _double_byte_readings(text: str, readings: list[bytes]) -> Iterator[tuple[float, str]]:
    """What text may have been that was Big5 or GBK, and how much of it is common ideographs."""
    for data in readings:
        # Where both are as likely, the one that is usual in Taiwan.
        for really, ahead in (("cp950", 0.2), ("gb18030", 0)):
            was = _decoded(data, really)
            if was is not None and _is_row_of_pairs(text, was):
                common, every = common_and_all(was)
                yield common / every + ahead, was


def _was_utf8_in_part(text: str) -> bool:
    """Whether most of the text was UTF-8 of ideographs, of which some bytes are lost."""
    rest = text.replace("\ufffd", "").replace("?", "")
    double = _IDEOGRAPH.search(text) is not None
    if rest.isascii() or (double and not _begins_like_utf8(text)):
        return False
    for encode in _double_byte() if double else _single_byte():
        data = encode(rest)
        if data is None:
            continue
        was = data.decode("utf-8", "replace")
        common, lost = common_and_all(was)[0], was.count("\ufffd")
        if double:
            enough = common > 1 and lost == 1 and was.endswith("\ufffd")
        else:
            enough = common >= lost > 0 if "\ufffd" in text else common > max(1, lost)
        if enough:
            return True
    return False


def _begins_like_utf8(text: str) -> bool:
    """Whether the first character outside ASCII can be the first two bytes of an ideograph in UTF-8."""
    return next((character for character in text if character > "\x7f"), "") in _FIRST_OF_UTF8


# -- whether that can be ---------------------------------------------------------------------------------------------


def _is_words(was: str, text: str) -> bool:
    """Whether what was read as UTF-8 is something to read: its sequences come about by no accident."""
    common, every = common_and_all(was)
    if len(re.findall(f"[^\\x00-\\x7f{_LATIN}{_PUNCTUATION}]", was)) != every:
        return False
    return every > 2 or common * 2 >= every > 0 or (not every and _SIGN.search(text) is not None)


def _is_likelier(was: str, text: str) -> bool:
    """Whether ideographs are much more common ones than those that they were taken from."""
    common, every = common_and_all(was)
    now, now_every = common_and_all(text)
    return every > 1 and common * 4 >= every * 3 and now * every * 2 <= common * max(1, now_every)


def _is_row_of_pairs(text: str, was: str) -> bool:
    """Whether pairs of characters are ideographs for good.

    A letter with an accent and the letter behind it can be a pair as well. Signs among them, such as ¤ or ¶, are what
    no name has; nor has one four letters with accents in a row.
    """
    common, every = common_and_all(was)
    if not common or common * 2 < every or len(re.findall("[A-Za-z]", was)) > every:
        return False
    if _SIGN.search(text):
        return common > 1
    return common == every > 1 and re.search("[^\x00-\x7f]{4}", text) is not None


# -- the bytes again -------------------------------------------------------------------------------------------------


def _decoded(data: bytes | None, encoding: str) -> str | None:
    if data is None or data.isascii():
        return None
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _table(encoding: str) -> Encode:
    # Windows reads the bytes that its table leaves out as the control characters of Latin-1.
    table = {chr(byte): byte for byte in range(0x100 if encoding.startswith("cp125") else 0x80)}
    table.update({bytes((byte,)).decode(encoding, "ignore"): byte for byte in range(0x80, 0x100)})

    def encode(text: str) -> bytes | None:
        try:
            return bytes(map(table.__getitem__, text))
        except KeyError:
            return None

    return encode


@cache
def _by_codec(encoding: str) -> Encode:
    def encode(text: str) -> bytes | None:
        try:
            return text.encode(encoding)
        except UnicodeEncodeError:
            return None

    return encode


#: Latin-1 and CP1252 in one, Mac OS, and the code pages of the command prompt.
_SINGLE_BYTE = ("cp1252", "mac_roman", "cp437", "cp850")
#: Of other countries: looked at for UTF-8 alone, whose sequences come about by no accident.
_RARE = ("cp1254", "cp1250", "cp852", "cp1251", "cp866")


@cache
def _single_byte() -> tuple[Encode, ...]:
    return tuple(map(_table, _SINGLE_BYTE))


@cache
def _rare() -> tuple[Encode, ...]:
    return tuple(map(_table, _RARE))


def _double_byte() -> tuple[Encode, ...]:
    return _by_codec("cp950"), _by_codec("gb18030")
