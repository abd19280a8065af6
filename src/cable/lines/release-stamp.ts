/** `UNCLASSIFIED U.S. Department of State Case No. F-2014-00001`: at the head and the foot of each page of a released cable. */
export const pageStamp = /\bU\.S\. Department of State\b|\bCase No\./i;
/** `RELEASE IN PART, B1,B6`, `B1,B6` below it: what was decided, above the first line of a released cable. */
export const decisionStamp = /^[ \t]*(?:RELEASED? IN (?:FULL|PART)|DENIED IN|B\d(?:, ?B\d)*$)/;
/** `Classified by DAS, A/GIS, DoS on 10/27/2016 ~ Class: CONFIDENTIAL ~ Reason: 1.4(D) ~`: who reviewed a release, no field of the cable. */
export const reviewStamp = /^[ \t]*Classified by [^~]{1,80} on \d{1,2}\/\d{1,2}\/\d{4}[ \t]*~/i;
/** `CONFIDENTIAL     PTQ1234`: what a printer of the Department set behind the marking of a page. */
export const printerCode = /^[A-Z]{3}\d{4}$/;
/** The lines of a page's stamp one below another, and what a committee of the House had set with them. */
export const stampPart =
  /^[ \t]*(?:U\.S\. Department of State|Doc No\.?:?[ \t]*[A-Z]\d{5,12}|Date:[ \t]*\d{1,2}\/\d{1,2}\/\d{4}|STATE DEPT\. - PRODUCED TO .{5,60}|SUBJECT TO AGREEMENT ON SENSITIVE INFORMATION.{0,60}|STATE-SCB\d{5,9}|(?:U\.S\.|UNITED STATES) DEPARTMENT OF STATE|REVIEW AUTHORITY:.{2,60})$/;
/** `SECRET   AN: D820344-0215`: the film's number beside the marking of a page. */
export const filmNumber = /^AN: ?[A-Z]\d{6}-\d{3,5}$/;
/** `DECLASSIFIED` above `E.O. 12958, Sec. 3.6` or `Authority NND 941201`: the stamp of the archives on a paper. */
export const declassifiedStamp = /^[ \t]*DECLASSIFIED$/;
