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
  ["上傳失敗 上傳錯誤 上傳不了 無法上傳 不能上傳 傳不上去 傳不出去 送不出去 上傳不成功 上傳被擋 傳失敗 沒辦法上傳 沒有辦法上傳 上傳不過 上傳卡住 傳不過 跑不過 上傳出現錯誤 上傳有問題 按了沒反應", "沒有收下 退回", "manual/returned manual/refused manual/upload"],
  ["退件 被退 退回來 被退回 退檔 打回 不收 沒收 拒收 沒有收 不接受 檢核不過 檢核失敗 退了 被打槍 打槍 被擋 不給過 沒過 不通過 未通過", "退回 沒有收下", "manual/returned manual/refused"],
  ["格式錯誤 格式不符 格式不對 格式有誤 格式不正確 格式怪 格式跑掉", "格式", "manual/returned manual/refused manual/upload"],
  ["上傳步驟 上傳的步驟 怎麼上傳 如何上傳 怎麼報送 如何報送 怎麼傳 怎麼報 上傳方式 上傳到哪裡", "上傳 報送", "manual/upload manual/month"],
  ["報送方式 怎麼選 走哪一種", "報送方式", "manual/which-route"],
  ["重新上傳 重新報送 重傳 重報 再傳一次 再報一次 蓋掉 覆蓋 抽換 傳錯檔案 報錯了 報錯 傳錯 上傳後發現 多報 報多了 多傳 重複上傳 傳兩次 上傳兩次 再上傳 刪掉 刪除 要怎麼刪 改正 更正 傳錯了 送錯 報錯資料 已經送出 送出去了 已經上傳 已經報送 已經傳 上傳完 報完 傳完", "更正 重傳", "manual/replace manual/faq"],
  ["有沒有收到 有沒有成功 上傳成功 是否成功 確認收到 報送成功 查詢報送 報送紀錄 回條 收據 回執 傳成功 送成功 收到了嗎 有進去嗎 怎麼確認 查詢結果 成功畫面 上傳紀錄", "收下", "manual/arrived manual/record"],
  ["補報 漏報 忘記報 忘了報 沒報 補送 補傳 少報 漏了 上個月 忘記上傳 忘了上傳 忘記傳 忘記交 漏傳 漏掉 沒交 沒傳 沒上傳 未上傳", "補報 逾期 更正", "manual/last-year manual/late"],
  ["去年 以前年度 前年 舊資料 以前的 110年 111年 112年 113年 114年 前幾年 好幾年 以前的月份 之前的月份 舊年度", "逾期 補報", "manual/last-year manual/late"],
  ["報錯月份 月份錯誤 月份不對 月份錯了 傳錯月份 年月錯誤 別的月份 錯月份 月份弄錯 月份選錯 報到別月 月份打錯", "報錯月份", "manual/replace rules/fil340"],
  ["逾期 過期 超過期限 遲交 來不及 遲報 晚報 過了期限 趕不上 超過時間 晚交 今天21 21日 21號 22日 22號 23日 23號 25日 25號 月底才 過20 晚了 遲了 太晚 來不及了 趕不及 超時 超過20 已經過 平臺當機 平臺掛掉 掛掉 連不上 平臺故障 維修 當機 塞車", "逾期", "manual/late"],
  ["20日 20號 二十日 二十號 廿日 期限 截止 截止日 最後一天 最晚 什麼時候要交 什麼時候報 什麼時候要報 什麼時候上傳 幾號以前 幾號前 幾號 deadline 什麼時候交 幾號交 幾號報 幾號要 期限內 到期 何時報 何時上傳 何時要交 哪天 什麼時候傳 多久報一次 什麼時候前 什麼時候以前 何時前 時候前 前要傳 前要交 前要報 前要送 幾號截 幾日前 幾月報 幾月的 哪個月 哪一天 次月 明年1月 隔月報 下個月報", "20日 期限", "manual/month manual/faq"],
  ["放假日順延 假日順延 遇到假日 遇假日 碰到假日 順延 延期 延到 連假 國定假日 春節 過年 剛好假日 剛好是假日 剛好放假 20日是假日 剛好星期 剛好禮拜 剛好週末 遇週末 遇六日", "遇到假日 順延", "manual/month manual/faq"],
  ["懲處 處罰 罰則 會怎樣 考核 扣分 績效 被記過 記過 罰錢 罰款 扣考績 考績 會被罰 處分 被罵 追究", "遲報 考核", "manual/faq"],
  ["每個月要做什麼 每月工作 每月流程 流程 步驟 新手 第一次 從哪裡開始 剛接 新接 檢查表 新人接手 接手 剛上任 剛到任 第一個月 初次 沒做過 不會做 怎麼開始 怎麼做 從何開始 sop 待辦", "一個月的工作 步驟", "manual/month manual/index manual/authorize"],
  ["依據 公文 法源 函文 來文 府人考字", "依據 府人考字", "about/index manual/month"],
  ["json檔檢核功能 平臺檢核 平臺的檢核 平臺檢核功能 官方檢核", "JSON檔檢核功能", "manual/upload manual/glossary"],
  ["操作手冊 原手冊 手冊", "操作手冊", "manual/not-here manual/index"],

  // 授權與登入
  ["授權 權限 沒有權限 開權限 委任", "授權", "manual/authorize"],
  ["機關憑證 憑證 憑證過期 憑證卡 讀卡機 自然人憑證", "機關憑證 憑證", "manual/authorize"],
  ["登入 登不進去 登不了 無法登入 帳號 密碼 ecpa 人事服務網 鎖住 被鎖 忘記密碼 驗證碼 進不去 進不了 網頁跳掉", "人事服務網 ecpa 登入", "manual/authorize manual/contacts"],
  ["換人 承辦人異動 換承辦 職務代理 代理人 換人事 換主任 換主管 換窗口 新承辦 承辦換人 人員異動 留職代理 代理我 我請假", "承辦人 授權", "manual/authorize"],
  ["交接 移交 接任 前任 前手 前承辦 上一任", "承辦人 授權", "manual/authorize manual/index manual/record"],
  ["電話 聯絡 客服 窗口 問誰 打給誰 找誰 求助 諮詢 問題回報 分機 信箱 email 誰負責 打電話 打給 line群組", "詢問", "manual/contacts"],
  ["網址 平臺在哪 在哪裡 連結 入口 系統連結 網站在哪", "彙整平臺", "manual/upload manual/contacts"],

  // 誰要報
  ["代表會 民代會 鄉代會 市民代表會", "代表會", "manual/council manual/which-route"],
  ["webhr", "webhr", "manual/council covid/maintain manual/which-route"],
  ["webitr", "webitr", "manual/which-route covid/maintain"],
  ["沒有差勤系統 無差勤系統 沒有系統 紙本請假 紙本簽到 人工簽到 紙本 沒買 手寫 手寫假單 紙本假單 假單是紙本 簽到簿 人工登記 沒有電子 自己登記", "差勤系統 報送方式", "manual/no-system manual/which-route"],
  ["約僱 約聘僱 約聘 聘僱 聘用 聘用人員 約用", "約聘僱 聘僱", "manual/scope manual/faq"],
  ["臨時人員 臨時工 工友 技工 駕駛 司機 清潔隊員 駐衛警 測量助理 職代 業務助理 替代役 實習生 工讀生 派遣 短期人力 計時 替代人力 志工 進用人員 勞務承攬 廚工 警衛 護理師 保育員 教保員", "臨時人員 工友", "manual/scope manual/faq"],
  ["代理教師 代課 代課老師 代理老師 代課教師 鐘點教師 實習老師 專任教師 老師 教師 教練 專輔 輔導老師 兼課 教官 導師 教職員 職員工 公教", "教師 代理教師", "manual/scope manual/faq manual/teachers"],
  ["寒假 暑假 寒暑假 返校 學年度", "寒暑假", "manual/teachers manual/faq"],
  ["民選 首長 鄉長 鎮長 縣長 市長 代表 主席 議員 校長 政務", "人員區分代碼 哪些人", "manual/scope"],
  ["機關代碼 機關代號 代碼查詢", "機關代碼", "manual/glossary rules/cod300"],
  ["人員區分代碼 人員區分 人員類別 身分別 21表 人事21表", "人員區分代碼", "manual/scope manual/glossary"],
  ["哪些人要報 誰要報 要報哪些人 報送對象 報送範圍 範圍 適用對象", "哪些人", "manual/scope"],
  ["哪些假要報 報哪些資料 要報什麼 報送內容 報什麼", "哪些資料", "manual/scope"],
  ["學校 國小 國中 高中 幼兒園", "學校", "manual/faq manual/scope"],
  ["分校 分班 附幼 附設幼兒園 附設 附小 補校 進修部 實驗學校 分館 分隊 分局 托兒所 公托 管理所 殯葬所 市場 公園 體育場 隊部 附設單位 二級機關", "所屬機關", "manual/merged manual/scope"],
  ["加班 加班費 刷卡 打卡 出勤 簽到 遲到 早退 曠職 曠課 上下班 打卡紀錄 刷退", "加班 刷卡", "manual/faq manual/scope"],
  ["調職 離職 到職 新進 新人 報到 退休 調動 月中 商調 調機關 調走 調來 調到 調去 調出 調入 調校 轉任 新來 資遣 過世 死亡 離開 新進人員 異動", "調職 離職 調動", "manual/joining-leaving manual/faq"],
  ["借調 借調到 支援 商借 調用 調派 駐點 外派 派駐 借用 協助別", "借調 支援", "manual/secondment"],
  ["兼辦 兼辦人事 兼任人事 兩個機關 二個機關 兩個學校 兼任 兩間 兩所 兩校 二校 管兩 巡迴 兩邊 三個機關 兼兩 同時管 兼管 身兼 國中跟國小 國小跟國中 國中和國小 一個人辦 管三 共用人事 共聘 兼兩校 管好幾間", "兼辦 機關代碼", "manual/two-agencies manual/merged"],
  ["沒有人請假 沒人請假 都沒請假 無人請假 沒有差假 沒有請假 沒有資料 零筆 0筆 空的 空白檔案 無資料 沒有人請 無人請 沒請假 沒有請 無差假 空檔 沒東西 沒得報 不用報", "沒有人請假", "manual/scope manual/faq"],
  ["跨月 跨兩個月 橫跨 月底請到下個月 跨年 跨日 月底到月初 月底請 下個月初 請到下個月 到下個月 隔月 連續兩個月", "跨月", "manual/scope"],
  ["合併 一起報 幫忙報 代報 併入 合併報送 所屬機關 清潔隊 衛生所 圖書館 附屬 合起來 一起傳 一起上傳 併在一起 放在一起 同一份 一起送 合成 代為 幫他們 戶政 地政 幼兒園一起 整合", "合併 所屬機關", "manual/merged"],

  // 差勤系統與檔案
  ["產製 匯出 產生檔案 產檔 轉檔 產出 做json 產生json 下載json 匯出檔 轉出 輸出 產出檔案 哪裡產 下載檔案", "產製", "manual/produce"],
  ["廠商 系統商 資訊公司 開發商 維護合約 工程師 維護廠商", "廠商", "manual/fix vendors/index"],
  ["還沒開發 未開發 還沒做 沒有功能 沒有匯出 不會產製 不支援 沒有產製 做不出來 改不了 不能做 不肯 沒有按鈕 沒有這個功能 沒有產製的按鈕 不理 要收費 要加錢 收費", "產製報送檔案 廠商", "manual/produce manual/faq manual/late"],
  ["excel csv 試算表 xlsx", "excel", "manual/faq format/spec-table"],
  ["記事本 打開檔案 開啟json 打開json 用什麼開", "記事本", "manual/faq"],
  ["亂碼 編碼 big5 utf8 utf-8 奇怪的字 變問號 方框 罕用字 罕見字 難字 造字 缺字", "亂碼 罕用字 編碼", "manual/faq"],
  ["檔名 檔案名稱 命名 取名 檔名規則 檔案命名 改名字 副本 檔名規定", "檔名", "manual/file-names rules/str180"],
  ["檔案太大 檔案大小 太大 容量 幾mb 大小限制", "太大", "rules/syn903"],
  ["欄位 格式說明 檔案格式 規格 規格書 資料格式 json格式 schema 欄位說明 欄位清單", "欄位 格式", "format/index format/reference"],
  ["欄位名稱不同 格式不同 版型不同 無法判斷 其他格式 別的系統 看不懂我的檔案 認不得 不認得 格式跟你們不 格式和你們不 系統的格式 不一樣的格式", "版型不同 對照精靈", "format/wizard manual/faq"],
  ["版型 對照 對照精靈 精靈 改成我們 改成我的 我們系統的 自己的格式 套用 設定檔", "版型 對照精靈", "format/wizard format/profile"],
  ["欄位表 規格表 規格書轉 廠商給的 廠商給我 官方規格 官方格式", "欄位表 版型", "format/spec-table format/wizard format/profile"],
  ["只檢核了一部分 只檢核一部分 沒有檢核 未檢核 略過", "只檢核了一部分", "manual/partly manual/read-report"],
  ["壓縮檔 zip 資料夾 多個檔案 很多檔案 批次 一次檢核 整批 好幾個 一次放 rar 7z 拖曳 拖放", "資料夾 zip", "manual/check manual/faq authorities/index"],
  ["json是什麼 什麼是json json", "json", "format/index manual/glossary"],

  // 檢核與修正
  ["身分證號碼錯誤 身分證字號錯誤 身分證錯誤 身分證號錯誤 身分證打錯 身分證字號不對 身分證號碼不對 檢查碼 身分證號碼 身分證號 身分證", "身分證字號", "rules/cod105 manual/faq"],
  ["外籍 外國人 居留證 統一證號 護照 外師", "統一證號 外籍", "manual/faq rules/str725"],
  ["姓名錯誤 改名 更名 姓名不同 名字", "姓名", "rules/per210"],
  ["怎麼改 怎麼修 怎麼修正 如何修正 修正方式 改檔案 更改 改資料 修改 修正 哪裡改 在哪改 要改哪裡 誰改 回去改 改完 可以自己改 手動改", "修正", "manual/fix manual/faq"],
  ["必須修正 請確認 參考 嚴重程度 紅色 錯誤跟警告 結論 看不懂報告 報告看不懂 報告怎麼看 看懂報告 怎麼看 驚嘆號 黃色 橘色 灰色 藍色 綠色 打勾 打叉 叉叉 紅字 黃字 說明欄 未發現錯誤 算不算通過 通過了 警告 要回什麼 怎麼回", "程度 結論", "manual/read-report"],
  ["檢核步驟 怎麼檢核 怎麼使用 怎麼用 使用方式 如何使用 使用說明 放檔案 檔案要放哪 拖進來 檢核按鈕 檢查檔案", "檢核 步驟", "manual/check"],
  ["重複 重覆 兩筆一樣 重複請假", "重複", "rules/per110 rules/per120"],
  ["重疊 同一時間 時間重疊 衝突", "重疊", "rules/per130"],
  ["超過8小時 超過八小時 8小時 時數超過 時數不符 時數錯誤 時數不對", "超過8小時 時數", "manual/shifts rules/per140 rules/rec220"],
  ["日期錯誤 日期格式 民國年 西元年 西元 日期寫法", "日期 西元", "format/reference rules/str310"],
  ["放假日 假日請假 週末 星期六 星期日 禮拜六 例假日 補班 補行上班 補上班", "放假日 補行上班", "manual/faq rules/rec340 rules/calendar"],
  ["輪班 輪值 排班 大夜班 夜班 值班 三班 輪休 上班時間不同 12小時 十二小時 消防 警察 勤務 輪流 三班制 小夜 夜間 備勤 待命 值勤 四班 兩班 早班 晚班 中班 凌晨 半夜 通宵", "輪班", "manual/shifts manual/faq rules/rec340"],
  ["含假日 算假日 扣假日 包含假日 連假日 假日要不要算 日數怎麼算 天數怎麼算 算六日 含六日 扣六日 六日 算例假 假日算不算 要扣假日 扣週末 含週末 六日算不算 假日要算 包括假日 星期六日 星期六星期日 遇國定假日 遇到國定假日 遇例假 中間有假日 中間遇到 扣星期 扣掉星期 扣掉六日 夾週末 夾假日 夾六日 跨週末 跨假日", "放假日", "manual/days-off manual/faq"],
  ["颱風假 颱風 停班 停班停課 天然災害 地震 豪雨 停止上班 停止上課 放颱風", "停班登記 颱風", "manual/faq manual/days-off"],
  ["檢核紀錄 檢核證明 證明 存證 留存 保存 紀錄 要留 留幾年 留多久 存多久 保存幾年 保管 歸檔 存檔 備份 稽核 審計 查核 檔案室 放多久 要存", "紀錄", "manual/record"],
  ["sha256是什麼 sha256 sha-256 雜湊 雜湊值 指紋", "sha", "manual/record download"],
  ["列印 印出來 pdf 下載報告", "列印", "manual/read-report manual/record"],
  ["主管機關 縣府 縣政府 督導 彙整 名冊 催報 誰沒報 誰還沒報 還沒報的機關 機關還沒報 機關沒報 未報送機關 各機關 各學校 所屬學校 轄區 哪些機關 哪些學校 催繳 催所屬 催 稽催 沒交的 還沒交 沒繳 未繳 沒送 所屬的 總表 彙總", "名冊 所屬機關", "authorities/index"],

  // 假別
  ["產假 分娩 生小孩 生產 坐月子 娩假", "娩假", "rules/rec540 rules/leave-limits manual/days-off"],
  ["陪產 陪產假 陪產檢", "陪產檢及陪產假", "rules/rec580 rules/leave-limits"],
  ["流產", "流產假", "rules/rec530"],
  ["產檢", "產檢假", "rules/rec570"],
  ["公傷 職災 公傷假 受傷", "公傷病假 公假", "manual/official-leave manual/days-off rules/leave-limits"],
  ["特休 特別休假 年假 休假天數 休假", "休假 特別休假", "rules/leave-limits rules/bat560"],
  ["婚假 結婚 蜜月", "婚假", "rules/rec510 rules/leave-limits manual/days-off"],
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
  ["公差 出差 公出 公假 公假1 公假2 校外教學 畢業旅行 帶隊 研習 講習 受訓 開會 會議 比賽 公務出國 考察 訓練 出席 公出單 差旅 旅費", "公差", "manual/official-leave format/reference"],
  ["銷假 取消請假 註銷 撤銷 已取消 取消的假 撤回 撤了 撤掉 撤假 取消了 收回假單 不請了 沒請了 改期 改假別 改成別的假", "取消", "rules/str126 rules/str808 manual/replace manual/faq"],
  ["請假幾天 上限 天數上限 法定日數 可以請幾天 日數", "日數上限", "rules/leave-limits"],

  // 防疫
  ["防疫 疫情 covid 新冠 武漢肺炎 防疫假 肺炎 防疫期間", "防疫", "covid/index covid/kinds"],
  ["確診 快篩陽性 陽性 隔離治療 輕症 染疫 篩檢 快篩 0+n 7+n 3+4 中標", "確診", "covid/which-leave covid/cases"],
  ["居家隔離 被匡列 接觸者 居隔 匡列 隔離 密切接觸", "居家隔離", "covid/which-leave covid/cases"],
  ["居家檢疫 檢疫 居檢 出國回來 入境 返國", "居家檢疫", "covid/which-leave covid/cases"],
  ["打疫苗 疫苗 疫苗假 疫苗接種 接種 第二劑 副作用 施打 打第 發燒", "疫苗接種假", "covid/kinds covid/cases"],
  ["停課 照顧小孩 照顧孩子 小孩停課 顧小孩 帶小孩 帶孩子 顧孩子 小孩在家 孩子 遠距教學 線上上課", "防疫照顧假 停課", "covid/which-leave covid/kinds"],
  ["防疫照顧假", "防疫照顧假", "covid/kinds"],
  ["防疫隔離假", "防疫隔離假", "covid/kinds"],
  ["自主健康管理", "自主健康管理", "covid/which-leave covid/cases"],
  ["109年 一百零九年 8/20 8月20日 110/8/20 8月20", "109年", "covid/late-109 covid/index"],

  // 工具本身
  ["個資 隱私 外洩 資安 資訊安全 安全嗎 會不會上傳 洩漏 洩露 個人資料 上傳到哪 存在哪 存到哪 會存 誰看得到 駭 雲端 偷看 資料安全 傳出去 傳到網路 上網路 遮罩 星號 被別人看 別人看 被看到 看得到資料 誰會看到 存起來 留在電腦 留下資料 個人資訊", "外洩 隱私", "about/privacy manual/faq"],
  ["離線 沒有網路 沒網路 斷網 不能上網 內網 單機 封閉網路 不能連網 沒連網 實體隔離 沒有外網 專用電腦 拔網路線", "離線 沒有網路", "download manual/faq"],
  ["下載 安裝 下載工具 單一檔案 離線版 隨身碟 怎麼裝 裝在 要裝 免安裝 綠色版 usb 要不要裝 下載下來", "下載 離線", "download"],
  ["部署 架站 資訊人員 資訊室 伺服器 iis nginx 防火牆 白名單 自己架 架設 架在 資訊單位 資訊課 資訊組 網管 proxy 代理伺服器 csp 群組原則 連接埠 port 掃描 弱掃 信任網站 內部網站", "部署", "about/deploy"],
  ["瀏覽器 chrome edge ie firefox 打不開 開不起來 一直轉 沒反應 當掉 正在準備 safari win7 windows 手機 平板 mac 白畫面 空白畫面 跑很久 卡住 很慢 轉圈 轉不停 轉很久", "瀏覽器", "about/deploy"],
  ["無障礙 報讀 鍵盤 視障 盲 字太小 放大 對比", "無障礙", "about/accessibility"],
  ["官方 誰做的 可信 政府做的 政府的網站 政府網站 人事總處的 免費 授權條款", "官方工具", "about/index"],
  ["命令列 指令 cli command 結束代碼 回傳碼 exit 參數 pip 批次檔 powershell 終端機", "命令列", "vendors/cli"],
  ["ci github jenkins 自動化 gitlab pipeline actions 排程", "自動化", "vendors/ci"],
  ["測試檔 測試資料 範例檔 範例 檢驗套件 假資料 sample 樣本 範本", "測試檔案 檢驗套件", "vendors/kit vendors/index"],
  ["名詞 術語 是什麼意思 什麼意思", "名詞解釋", "manual/glossary"],
];

/** Every phrase with what it means, the longest first.
 * @type {readonly [phrase: string, meaning: Meaning][]} */
export const SAID = LIST.flatMap(([said, means, pages]) => {
  const meaning = { means: means.split(" "), pages: pages.split(" ") };
  return said.split(" ").map((phrase) => /** @type {[string, Meaning]} */ ([phrase, meaning]));
}).sort(([a], [b]) => b.length - a.length);
