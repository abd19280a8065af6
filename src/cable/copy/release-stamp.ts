/** `UNCLASSIFIED U.S. Department of State Case No. F-2014-00001`: at the head and the foot of each page of a released cable. */
export const pageStamp = /\bU\.S\. Department of State\b|\bCase No\./i;
/** `RELEASE IN PART, B1,B6`, `B1,B6` below it: what was decided, above the first line of a released cable. */
export const decisionStamp = /^[ \t]*(?:RELEASED? IN (?:FULL|PART)|DENIED IN|B\d(?:, ?B\d)*$)/;
