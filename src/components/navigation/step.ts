/** One step on the way through sections, pages or notes. */
export interface Step {
  /** 上一節, 下一頁 … */
  label: string;
  title: string;
  /** Address below the base. */
  to: string;
}
