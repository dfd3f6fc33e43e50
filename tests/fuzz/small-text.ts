/** A text of one page in the extracted form, with each thing that the import knows: quick to import. */
const PARTING = ' '.repeat(60);

export const SMALL = {
  lines: `第一章  渡口 

第一節  船 

舊船今已不存，至 1895 年有船 320 艘。1其後，

水急；如表 1-1 所示。2 

一、 橋 

橋成於“the old ferry *at* night”<b>之後_[一]_。 

表 1-1  船價 

年份 價 
1908 2 角 
1912 3 角 
資料來源：村志，頁 6。 

${PARTING}
1 林阿水，村志，頁 12。 
2 參見 http://www.example.org/a_b/ 
c.html。 
`.split('\n'),
  settings: "firstPage: 3\nlastPage: 3\ntables:\n  1-1:\n    row: '\\d{4}'\n",
};
