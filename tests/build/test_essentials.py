"""The manual inside the single file: all the words, none of what only a site can do."""

from __future__ import annotations

from pathlib import Path

import pytest

from editions import essentials


def page(tmp_path: Path, body: str) -> Path:
    path = tmp_path / "index.html"
    path.write_text(f"<html><body><nav>選單</nav><main>{body}</main><footer>頁尾</footer></body></html>", "utf-8")
    return path


def test_text_is_kept_and_links_and_pictures_are_not(tmp_path: Path) -> None:
    article = (
        '<article class="x"><h1 id="a">看懂報告<a class="headerlink" href="#a">#</a></h1>'
        '<p>先看<a href="../fix/">怎麼修</a>，A &lt; B<br><img src="x.png"></p><svg><path d=""></path></svg>'
        '<label>勾選<input type="checkbox"></label><div class="admonition"><p>注意</p></div></article>'
    )
    made = essentials._render(page(tmp_path, article), "manual/read-report")
    assert made == (
        '<details class="pv-details" data-page="manual/read-report"><summary>看懂報告</summary>'
        "<p>先看怎麼修，A &lt; B<br></p><p>注意</p></details>\n"
    )


def test_page_without_an_article_fails_the_build(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no article"):
        essentials._render(page(tmp_path, "<p>x</p>"), "manual/check")
