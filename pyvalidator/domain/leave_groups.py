"""Groups of leave kinds that rules treat alike, by canonical name."""

#: Days off count too (延長病假: 公務人員請假規則), or duty is done on days off as well (公差, 公出), or the amount is
#: counted as it happened (曠職).
COUNTS_DAYS_OFF = frozenset({"延長病假", "公差", "公出", "曠職"})

#: Kinds that exist only because of COVID-19.
EPIDEMIC = frozenset({"防疫照顧假", "防疫隔離假", "疫苗接種假"})

#: Kinds whose cause has nothing to do with an epidemic.
NEVER_EPIDEMIC = frozenset({
    "婚假", "產前假", "產檢假", "娩假", "流產假", "陪產假", "陪產檢及陪產假", "生理假", "骨髓捐贈假", "器官捐贈假",
    "歲時祭儀假", "停班登記", "選務補休", "曠職",
})  # fmt: skip

#: Work suspended by a natural disaster (天然災害停止上班及上課作業辦法): not a leave, and right on such a day.
SUSPENDED = "停班登記"
