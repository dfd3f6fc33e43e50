/** What a finding asks of someone who is no programmer, in plain Chinese. */

/** A part of the message or the rule → what to do. */
const ADVICE: readonly [RegExp, string][] = [
  [
    /not UTF-8/u,
    '文字檔的編碼不是 UTF-8。用「記事本」開啟，另存新檔時編碼選 UTF-8，換掉 content/source/ 裡的檔案。',
  ],
  [/file is empty/u, '文字檔是空的：請確認擷取成功，再換掉 content/source/ 裡的檔案。'],
  [
    /character without meaning/u,
    '這一行有一個無法顯示的字（造字或控制字元）。對照 PDF，把它改成印出的那個字。',
  ],
  [
    /an invisible character/u,
    '原文檔的這一行有一個看不見的字元（軟連字號、零寬空格等）。在原文檔裡刪去它，不是在產生出來的檔案裡。',
  ],
  [
    /does not begin with a chapter heading/u,
    '文字須由「第…章」與題名那一行開始，數字之後空格。請刪去前面的封面、目次等。',
  ],
  [/a second chapter begins/u, '一個網站只放一章：請把下一章從檔案刪去，另建一個網站。'],
  [
    /no section/u,
    '每一節須有「第…節」與題名單獨成行的標題。請補上，或檢查「第」字之前有無其他字。',
  ],
  [
    /skips a level|is due/u,
    '標題的次序不連貫（章 → 節 → 一、→（一）→ 1.）。看這一行之前是否缺了標題；若它其實是內文，照上面說的加到設定的 paragraphs。',
  ],
  [
    /no page number is printed/u,
    '不知道從第幾頁開始：在設定檔加一行 firstPage: 42（您的第一頁頁碼）；原書沒有頁碼則加 pageNumbers: false。',
  ],
  [
    /contradicts the count|last page is number/u,
    '頁數對不上：多半是某一頁的開頭少了一個空格，或多了一個。每一頁的第一行須以一個空格開始。',
  ],
  [
    /a new page, or a paragraph/u,
    '這一行以空格開始，看不出是新的一頁還是新的一段。若是段落，把開頭幾個字加到設定的 paragraphs。',
  ],
  [
    /begins with its own number|running head/u,
    '頁碼之前的那一行是書眉：在設定檔寫 runningHead: 該行的文字。',
  ],
  [
    /has no mark/u,
    '這條註在內文裡找不到註號。對照 PDF，在正文該處補上註號（緊接前字）；註號形狀不同時，改設定的 noteMarks。',
  ],
  [/two places/u, '註號可能在兩處。在設定檔 marks 寫出正確那一處之前的幾個字。'],
  [
    /mark .* (?:has no note|stands)/u,
    '內文有一個像註號的數字，卻沒有這條註。若它只是數字，把含它的詞加到設定的 figures；若註漏了，在頁尾補上。',
  ],
  [
    /begin anew|another section/u,
    '註號每節重新起算的地方與節的標題不合。看是否缺了「第…節」標題，或 noteNumbers 應為 chapter。',
  ],
  [
    /^note .* (?:is missing|is expected|stands again)/u,
    '註釋的編號不連續。對照 PDF，看哪一條註缺了號碼，或被併到上一條。每條註另起一行，以號碼開始。',
  ],
  [/settings are (?:wrong|not YAML)/u, '設定檔寫錯了：冒號之後要空一格，引號要成對。'],
  [
    /^table .* cannot be read/u,
    '表格讀不出來：須有表題、欄名、各列與「資料來源」一行。必要時在設定的 tables 說明一列如何開始。',
  ],
  [/^yaml\//u, '這個檔案的 YAML 格式不對：冒號之後要空一格，引號要成對，縮排只用空格。'],
  [/^schema\/missing-key/u, '缺了一項：照上面說的名稱，在該處補一行「名稱: 內容」。'],
  [/^schema\/unknown-key/u, '有一項的名稱不認得：多半是拼錯了，照上面的建議改。'],
  [/^schema\//u, '有一項的內容不合，或沒有內容：照上面說的改；冒號之後要空一格。'],
  [
    /^text\/proof/u,
    '內容與原文不一致：不要直接改 sections/ 與 footnotes/ 的文字，改原文檔後再執行一次。',
  ],
  [
    /^file\/line-ends/u,
    '這個檔案的換行是舊式的（只有 CR）：用編輯器另存新檔，換行格式選 LF 或 CRLF。',
  ],
  [/^text\//u, '這一行有看不見的字元：刪去後再執行一次。'],
  [
    /^note\/unclassified/u,
    '這條註還沒有說明種類：在該檔開頭加一行 kind: citation（引文獻）、comment（說明）或 both。尚未逐條著錄完畢，可刪去 chapter.yaml 的 catalogued。',
  ],
  [/^note\//u, '註釋的資料不合：照上面說的改該檔開頭的幾行，再執行一次。'],
  [/^number\/|^noteref\//u, '註號與註釋不相配：對照 PDF 改原文檔，再執行一次。'],
  [
    /^citation\/|^source\//u,
    '徵引資料（可以以後再做）有一處不合：照上面說的改，或先拿掉該註的 citations。',
  ],
  [/^permalink\/unlisted/u, '有新的網址尚未登記：決定公開時執行 npm run permalinks。'],
  [
    /^permalink\//u,
    '已公布的網址不能消失：在 content/permalinks.txt 的那一行寫「舊址 => 新址」，說明它現在在哪裡；或把刪去的段落、註釋放回原文。',
  ],
];

const OTHERWISE = '照上面說的改好這一處，再執行一次。';

/** @param finding the rule, or the message of the import */
export const adviceOn = (finding: string): string =>
  ADVICE.find(([pattern]) => pattern.test(finding))?.[1] ?? OTHERWISE;
