/**
 * The look-up links that a new project begins with; the first text has the same (a test holds it).
 * Which question each catalogue takes in its address, as public code that asks them has it in 2026:
 *
 * - 國家圖書館: NBINet, its union catalogue, takes `searchtype=i` (ISBN) and `X` (words), as the npm
 *   package nbinet-api asks it. The library's own catalogue and 臺灣期刊論文索引 answer within a
 *   session alone, so that a link can only open the latter.
 * - 華藝: `/Common/Click_DOI` leads to the article of a DOI, as its own citations link; words are
 *   sent by POST, so that a link can only open it.
 * - WorldCat: `search?q=` with its indexes `bn:` (ISBN), `ti:` and `au:`.
 * - Google Scholar: `scholar?q=`; Zotero's look-up engine asks the same page.
 */
export const LOOKUPS_YAML = `# 文獻頁上「他處查找」的連結；點選之前不會連線。{title}、{author}、{container}、{publisher}、{year}、
# {volume}、{issue}、{page}、{doi}、{isbn}、{issn}、{pmid} 由各文獻的資料代入；幾個網址中，用第一個資料齊全的。
# Where readers can look up a cited work: of several addresses, the first whose fields the work has.
lookups:
  - name: 國家圖書館（全國圖書書目資訊網）
    kinds: [book, conference, report, government, reference]
    urls:
      - https://nbinet3.ncl.edu.tw/search~S1*cht/?searchtype=i&searcharg={isbn}
      - https://nbinet3.ncl.edu.tw/search~S1*cht/?searchtype=X&searcharg={title}
  - name: 國家圖書館（臺灣期刊論文索引）
    kinds: [journal, magazine]
    languages: [zh]
    urls: [https://tpl.ncl.edu.tw/NclService/JournalQuery]
  - name: 華藝線上圖書館
    kinds: [journal, conference]
    languages: [zh]
    urls:
      - https://www.airitilibrary.com/Common/Click_DOI?DOI={doi}
      - https://www.airitilibrary.com/
  - name: WorldCat
    kinds: [book, journal, conference, report, government, reference]
    urls:
      - https://search.worldcat.org/search?q=bn:{isbn}
      - https://search.worldcat.org/search?q=ti:{title}%20au:{author}
      - https://search.worldcat.org/search?q=ti:{title}
  - name: Google Scholar
    urls:
      - https://scholar.google.com/scholar?q={title}%20{author}
      - https://scholar.google.com/scholar?q={title}
`;
