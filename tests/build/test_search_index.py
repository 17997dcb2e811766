"""The text that the search gets."""

from __future__ import annotations

import json

from pages.search_index import read_sections, render_index

PAGE = """<h1 id="top">標題<a class="headerlink" href="#top">#</a></h1><p>開頭</p>
<h2 id="a">第一節<a class="headerlink" href="#a">#</a></h2><p>內容<b>粗體</b></p><ul><li>一</li><li>二</li></ul>
<div class="language-json highlight"><pre><code>{"leave_type": "病假"}</code></pre></div>
<h3 id="b">小節</h3><style>p{}</style><p>結尾</p>"""


def test_page_is_cut_at_its_headings() -> None:
    sections = [(part.heading, part.anchor, part.text) for part in read_sections(PAGE, "頁名")]
    assert sections == [("頁名", "", "開頭"), ("第一節", "a", "內容粗體 一 二"), ("小節", "b", "結尾")]


def test_index_is_a_script_that_cannot_end_its_element() -> None:
    script = render_index([{"text": "</script><b>"}])
    assert "<" not in script
    assert json.loads(script.removeprefix("self.__pvSearchIndex=").rstrip(";\n")) == [{"text": "</script><b>"}]
