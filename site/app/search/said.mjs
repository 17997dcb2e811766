// @ts-check
/** What clerks say and how these pages say it: `means` are the words that the pages use, `pages` those that answer it.
 * Of a phrase and a part of it the longer one is taken. Written as `normalize` leaves it (臺, 身分, half width).
 * tests/e2e/test_search.py holds that every page is there and that everyday questions find theirs. */

/**
 * @typedef {{means: readonly string[], pages: readonly string[]}} Meaning
 * @type {[said: string, means: string, pages: string][]}
 */
const LIST = [
  // 上傳與退件
  ["上傳失敗 上傳錯誤 上傳不了 無法上傳 不能上傳 傳不上去 傳不出去 送不出去 上傳不成功 上傳被擋 傳失敗 沒辦法上傳 沒有辦法上傳 上傳不過", "沒有收下 退回", "manual/returned manual/refused manual/upload"],
  ["退件 被退 退回來 被退回 退檔 打回 不收 沒收 拒收 沒有收 不接受 檢核不過 檢核失敗", "退回 沒有收下", "manual/returned manual/refused"],
  ["格式錯誤 格式不符 格式不對 格式有誤 格式不正確", "格式", "manual/returned manual/refused manual/upload"],
  ["上傳步驟 上傳的步驟 怎麼上傳 如何上傳 怎麼報送 如何報送 怎麼傳 怎麼報 上傳方式 上傳到哪裡", "上傳 報送", "manual/upload manual/month"],
  ["報送方式 怎麼選 走哪一種", "報送方式", "manual/which-route"],
  ["重新上傳 重新報送 重傳 重報 再傳一次 再報一次 蓋掉 覆蓋 抽換 傳錯檔案 報錯了 報錯 傳錯 上傳後發現", "更正 重傳", "manual/replace manual/faq"],
  ["有沒有收到 有沒有成功 上傳成功 是否成功 確認收到 報送成功 查詢報送 報送紀錄", "收下", "manual/arrived manual/record"],
  ["補報 漏報 忘記報 忘了報 沒報 補送 補傳 少報 漏了", "補報 逾期 更正", "manual/last-year manual/late"],
  ["去年 以前年度 前年 舊資料 以前的", "逾期 補報", "manual/last-year manual/late"],
  ["報錯月份 月份錯誤 月份不對 月份錯了 傳錯月份 年月錯誤", "報錯月份", "manual/replace rules/fil340"],
  ["逾期 過期 超過期限 遲交 來不及 遲報 晚報 過了期限 趕不上 超過時間 晚交", "逾期", "manual/late"],
  ["20日 20號 二十日 二十號 廿日 期限 截止 截止日 最後一天 最晚 什麼時候要交 什麼時候報 什麼時候要報 什麼時候上傳 幾號以前 幾號前 幾號 deadline", "20日 期限", "manual/month manual/faq"],
  ["放假日順延 假日順延 遇到假日 遇假日 碰到假日 順延 延期 延到", "遇到假日 順延", "manual/month manual/faq"],
  ["懲處 處罰 罰則 會怎樣 考核 扣分 績效", "遲報 考核", "manual/faq"],
  ["每個月要做什麼 每月工作 每月流程 流程 步驟 新手 第一次 從哪裡開始 剛接 交接 新接 檢查表", "一個月的工作 步驟", "manual/month manual/index"],
  ["依據 公文 法源 函文 來文 府人考字", "依據 府人考字", "about/index manual/month"],
  ["json檔檢核功能 平臺檢核 平臺的檢核 平臺檢核功能 官方檢核", "JSON檔檢核功能", "manual/upload manual/glossary"],
  ["操作手冊 原手冊 手冊", "操作手冊", "manual/not-here manual/index"],

  // 授權與登入
  ["授權 權限 沒有權限 開權限 委任", "授權", "manual/authorize"],
  ["機關憑證 憑證 憑證過期 憑證卡 讀卡機 自然人憑證", "機關憑證 憑證", "manual/authorize"],
  ["登入 登不進去 登不了 無法登入 帳號 密碼 ecpa 人事服務網", "人事服務網 ecpa 登入", "manual/authorize manual/contacts"],
  ["換人 承辦人異動 換承辦 職務代理 代理人", "承辦人 授權", "manual/authorize"],
  ["電話 聯絡 客服 窗口 問誰 打給誰 找誰 求助 諮詢 問題回報", "詢問", "manual/contacts"],
  ["網址 平臺在哪 在哪裡 連結", "彙整平臺", "manual/upload manual/contacts"],

  // 誰要報
  ["代表會 民代會 鄉代會 市民代表會", "代表會", "manual/council manual/which-route"],
  ["webhr", "webhr", "manual/council covid/maintain manual/which-route"],
  ["webitr", "webitr", "manual/which-route covid/maintain"],
  ["沒有差勤系統 無差勤系統 沒有系統 紙本請假 紙本簽到 人工簽到 紙本", "差勤系統 報送方式", "manual/no-system manual/which-route"],
  ["約僱 約聘僱 約聘 聘僱 聘用 聘用人員 約用", "約聘僱 聘僱", "manual/scope manual/faq"],
  ["臨時人員 臨時工 工友 技工 駕駛 司機 清潔隊員 駐衛警 測量助理 職代 業務助理", "臨時人員 工友", "manual/scope manual/faq"],
  ["代理教師 代課 代課老師 代理老師 代課教師 鐘點教師 實習老師 專任教師 老師 教師", "教師 代理教師", "manual/scope manual/faq manual/teachers"],
  ["寒假 暑假 寒暑假 返校 學年度", "寒暑假", "manual/teachers manual/faq"],
  ["民選 首長 鄉長 鎮長 縣長 市長 代表 主席 議員 校長 政務", "人員區分代碼 哪些人", "manual/scope"],
  ["人員區分代碼 人員區分 人員類別 身分別 21表 人事21表", "人員區分代碼", "manual/scope manual/glossary"],
  ["哪些人要報 誰要報 要報哪些人 報送對象 報送範圍 範圍 適用對象", "哪些人", "manual/scope"],
  ["哪些假要報 報哪些資料 要報什麼 報送內容 報什麼", "哪些資料", "manual/scope"],
  ["學校 國小 國中 高中 幼兒園", "學校", "manual/faq manual/scope"],
  ["加班 加班費 刷卡 打卡 出勤 簽到", "加班 刷卡", "manual/faq manual/scope"],
  ["調職 離職 到職 新進 新人 報到 退休 調動 月中 商調 調機關", "調職 離職 調動", "manual/joining-leaving manual/faq"],
  ["借調 支援 商借 調用", "借調 支援", "manual/secondment"],
  ["兼辦 兼辦人事 兼任人事 兩個機關 二個機關 兩個學校", "兼辦 機關代碼", "manual/two-agencies manual/merged"],
  ["沒有人請假 沒人請假 都沒請假 無人請假 沒有差假 沒有請假 沒有資料 零筆 0筆 空的 空白檔案 無資料", "沒有人請假", "manual/scope manual/faq"],
  ["跨月 跨兩個月 橫跨 月底請到下個月 跨年", "跨月", "manual/scope"],
  ["合併 一起報 幫忙報 代報 併入 合併報送 所屬機關 清潔隊 衛生所 圖書館 附屬", "合併 所屬機關", "manual/merged"],

  // 差勤系統與檔案
  ["產製 匯出 產生檔案 產檔 轉檔 產出 做json 產生json 下載json", "產製", "manual/produce"],
  ["廠商 系統商 資訊公司 開發商", "廠商", "manual/fix vendors/index"],
  ["還沒開發 未開發 還沒做 沒有功能 沒有匯出 不會產製 不支援 沒有產製", "產製報送檔案 廠商", "manual/produce manual/faq"],
  ["excel csv 試算表 xlsx", "excel", "manual/faq format/spec-table"],
  ["記事本 打開檔案 開啟json 打開json 用什麼開", "記事本", "manual/faq"],
  ["亂碼 編碼 big5 utf8 utf-8 奇怪的字 變問號 方框 罕用字 罕見字 難字 造字 缺字", "亂碼 罕用字 編碼", "manual/faq"],
  ["檔名 檔案名稱 命名 取名 檔名規則", "檔名", "manual/file-names rules/str180"],
  ["檔案太大 檔案大小 太大 容量 幾mb 大小限制", "太大", "rules/syn903"],
  ["欄位 格式說明 檔案格式 規格 規格書 資料格式 json格式 schema 欄位說明 欄位清單", "欄位 格式", "format/index format/reference"],
  ["欄位名稱不同 格式不同 版型不同 無法判斷 其他格式 別的系統 看不懂我的檔案 認不得 不認得 格式跟你們不 格式和你們不 系統的格式 不一樣的格式", "版型不同 對照精靈", "format/wizard manual/faq"],
  ["版型 對照 對照精靈 精靈", "版型 對照精靈", "format/wizard format/profile"],
  ["只檢核了一部分 只檢核一部分 沒有檢核 未檢核 略過", "只檢核了一部分", "manual/partly manual/read-report"],
  ["壓縮檔 zip 資料夾 多個檔案 很多檔案 批次 一次檢核 整批", "資料夾 zip", "manual/check manual/faq authorities/index"],
  ["json是什麼 什麼是json json", "json", "format/index manual/glossary"],

  // 檢核與修正
  ["身分證號碼錯誤 身分證字號錯誤 身分證錯誤 身分證號錯誤 身分證打錯 身分證字號不對 身分證號碼不對 檢查碼 身分證號碼 身分證號 身分證", "身分證字號", "rules/cod105 manual/faq"],
  ["外籍 外國人 居留證 統一證號 護照 外師", "統一證號 外籍", "manual/faq rules/str725"],
  ["姓名錯誤 改名 更名 姓名不同 名字", "姓名", "rules/per210"],
  ["怎麼改 怎麼修 怎麼修正 如何修正 修正方式 改檔案 更改 改資料 修改 修正", "修正", "manual/fix manual/faq"],
  ["必須修正 請確認 參考 嚴重程度 紅色 錯誤跟警告 結論 看不懂報告 報告看不懂 報告怎麼看 看懂報告 怎麼看", "程度 結論", "manual/read-report"],
  ["檢核步驟 怎麼檢核 怎麼使用 怎麼用 使用方式 如何使用 使用說明", "檢核 步驟", "manual/check"],
  ["重複 重覆 兩筆一樣 重複請假", "重複", "rules/per110 rules/per120"],
  ["重疊 同一時間 時間重疊 衝突", "重疊", "rules/per130"],
  ["超過8小時 超過八小時 8小時 時數超過 時數不符 時數錯誤 時數不對", "超過8小時 時數", "manual/shifts rules/per140 rules/rec220"],
  ["日期錯誤 日期格式 民國年 西元年 西元 日期寫法", "日期 西元", "format/reference rules/str310"],
  ["放假日 假日請假 週末 星期六 星期日 禮拜六 例假日 補班 補行上班 補上班", "放假日 補行上班", "manual/faq rules/rec340 rules/calendar"],
  ["輪班 輪值 排班 大夜班 夜班 值班 三班 輪休 上班時間不同", "輪班", "manual/shifts manual/faq rules/rec340"],
  ["含假日 算假日 扣假日 包含假日 連假日 假日要不要算 日數怎麼算 天數怎麼算", "放假日", "manual/days-off manual/faq"],
  ["颱風假 颱風 停班 停班停課 天然災害", "停班登記 颱風", "manual/faq"],
  ["檢核紀錄 檢核證明 證明 存證 留存 保存 紀錄", "紀錄", "manual/record"],
  ["列印 印出來 pdf 下載報告", "列印", "manual/read-report manual/record"],
  ["主管機關 縣府 縣政府 督導 彙整 名冊 催報 誰沒報 誰還沒報 還沒報的機關 機關還沒報 機關沒報 未報送機關 各機關 各學校 所屬學校 轄區 哪些機關 哪些學校", "名冊 所屬機關", "authorities/index"],

  // 假別
  ["產假 分娩 生小孩 生產 坐月子", "娩假", "rules/rec540 rules/leave-limits"],
  ["陪產 陪產假 陪產檢", "陪產檢及陪產假", "rules/rec580 rules/leave-limits"],
  ["流產", "流產假", "rules/rec530"],
  ["產檢", "產檢假", "rules/rec570"],
  ["公傷 職災 公傷假 受傷", "公傷病假 公假", "manual/official-leave manual/days-off rules/leave-limits"],
  ["特休 特別休假 年假 休假天數 休假", "休假 特別休假", "rules/leave-limits rules/bat560"],
  ["婚假 結婚", "婚假", "rules/rec510 rules/leave-limits"],
  ["喪假 奔喪", "喪假", "rules/rec520 rules/leave-limits"],
  ["病假 生病 住院", "病假", "rules/bat540 rules/leave-limits"],
  ["延長病假 長病假", "延長病假", "manual/days-off rules/rec630 rules/leave-limits"],
  ["事假", "事假", "rules/bat510 rules/leave-limits"],
  ["家庭照顧假 家照假", "家庭照顧假", "rules/rec610 rules/leave-limits"],
  ["生理假 月經", "生理假", "rules/rec550 rules/leave-limits"],
  ["身心調適假 心理假 身心假", "身心調適假", "rules/rec620 rules/leave-limits"],
  ["歲時祭儀 祭儀 原住民", "歲時祭儀假", "rules/rec600 rules/leave-limits"],
  ["骨髓 捐髓 捐贈器官 器官捐贈", "骨髓捐贈假 器官捐贈假", "rules/leave-limits"],
  ["假別 假別代碼 假別名稱 假別對照 代碼表", "假別", "format/reference rules/str800"],
  ["補休", "補休", "manual/faq"],
  ["育嬰 留職停薪 留停 侍親", "留職停薪", "manual/unpaid-leave manual/faq"],
  ["公差 出差 公出 公假 公假1 公假2", "公差", "manual/official-leave format/reference"],
  ["銷假 取消請假 註銷 撤銷 已取消 取消的假 撤回", "取消", "rules/str126 rules/str808 manual/replace"],
  ["請假幾天 上限 天數上限 法定日數 可以請幾天 日數", "日數上限", "rules/leave-limits"],

  // 防疫
  ["防疫 疫情 covid 新冠 武漢肺炎 防疫假", "防疫", "covid/index covid/kinds"],
  ["確診 快篩陽性 陽性 隔離治療 輕症", "確診", "covid/which-leave covid/cases"],
  ["居家隔離 被匡列 接觸者", "居家隔離", "covid/which-leave covid/cases"],
  ["居家檢疫 檢疫", "居家檢疫", "covid/which-leave covid/cases"],
  ["打疫苗 疫苗 疫苗假 疫苗接種", "疫苗接種假", "covid/kinds covid/cases"],
  ["停課 照顧小孩 照顧孩子 小孩停課 顧小孩 帶小孩", "防疫照顧假 停課", "covid/which-leave covid/kinds"],
  ["防疫照顧假", "防疫照顧假", "covid/kinds"],
  ["防疫隔離假", "防疫隔離假", "covid/kinds"],
  ["自主健康管理", "自主健康管理", "covid/which-leave covid/cases"],
  ["109年 一百零九年", "109年", "covid/late-109 covid/index"],

  // 工具本身
  ["個資 隱私 外洩 資安 資訊安全 安全嗎 會不會上傳 洩漏 洩露 個人資料", "外洩 隱私", "about/privacy manual/faq"],
  ["離線 沒有網路 沒網路 斷網 不能上網 內網 單機", "離線 沒有網路", "download manual/faq"],
  ["下載 安裝 下載工具 單一檔案 離線版 隨身碟 sha256 雜湊 雜湊值 怎麼裝", "下載 離線", "download"],
  ["部署 架站 資訊人員 資訊室 伺服器 iis nginx", "部署", "about/deploy"],
  ["瀏覽器 chrome edge ie firefox 打不開 開不起來 一直轉 沒反應 當掉 正在準備", "瀏覽器", "about/deploy"],
  ["無障礙 報讀 鍵盤", "無障礙", "about/accessibility"],
  ["官方 誰做的 可信 政府做的 政府的網站 政府網站 人事總處的 免費 授權條款", "官方工具", "about/index"],
  ["命令列 指令 cli command", "命令列", "vendors/cli"],
  ["ci github jenkins 自動化", "自動化", "vendors/ci"],
  ["測試檔 測試資料 範例檔 範例 檢驗套件", "測試檔案 檢驗套件", "vendors/kit vendors/index"],
  ["名詞 術語 是什麼意思 什麼意思", "名詞解釋", "manual/glossary"],
];

/** Every phrase with what it means, the longest first.
 * @type {readonly [phrase: string, meaning: Meaning][]} */
export const SAID = LIST.flatMap(([said, means, pages]) => {
  const meaning = { means: means.split(" "), pages: pages.split(" ") };
  return said.split(" ").map((phrase) => /** @type {[string, Meaning]} */ ([phrase, meaning]));
}).sort(([a], [b]) => b.length - a.length);
