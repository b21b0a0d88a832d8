import type { Language } from '../../renderer/wording/languages.ts';

/** An act, by the words each language has for it: a translation that names it is of an English sentence that does. */
export type Act = Readonly<Record<Language, RegExp>>;

export const acts = {
  pay: {
    en: /\b(?:pay|paid|payment|refund|money|bear)|amount|credit|charge|transfer/i,
    de: /(?:ge|be|aus)?zahl(?:t|en|ung)|erstatt|überw(?:ie|ei)s|gutschr/i,
    es: /\bpag|reembols|transfer|abona/i,
    zh: /付款|支付|退款|付给/,
  },
  tell: {
    en: /\b(?:tell|told|inform|notif|ask|call|report|said|say|contact|message|mail|speak|announce|note)/i,
    de: /benachrichtig|informier|verständig|Bescheid|mitgeteilt|\bmelde/i,
    es: /\b(?:avis|inform(?:a|ó|ado)|notific|comunic)/i,
    zh: /通知|告知|知会/,
  },
  receive: {
    en: /\b(?:receiv|receipt|arriv|got|came|come|has|have|had|deliver|here|gets?|bring|take)|until central/i,
    de: /\b(?:erhalten|erhielt|bekomm|bekam|empfang)/i,
    es: /\brecib/i,
    zh: /收到|领取/,
  },
  send: {
    en: /\b(?:(?:un)?sen[dt]|ship|speed|goe?s? (?:out|to central)|upload|hand|import|on (?:its|their) way|carrier|came|bring|brought)/i,
    de: /(?:ge|ver|ab)s(?:e|a)nd(?:e|t)|verschick|weitergeleitet|eingereicht|übergeben|übernimmt/i,
    es: /\b(?:envi|remit|entreg|pasa a )/i,
    zh: /发送|送往|转交|提交|寄出|移交/,
  },
  approve: {
    en: /\b(?:approv|authori|allow|accept|releas|permi|cleared|lets?|may|limit|desk)/i,
    de: /genehmig|freigegeben|bewillig|erlaub/i,
    es: /\b(?:aprob|autoriz|permit)/i,
    zh: /批准|审批|授权/,
  },
  return: {
    en: /\b(?:sen[dt] (?:the case )?back|bench|give|return|c[ao]me back|back to|taken back|take|undo)/i,
    de: /zurückge(?:geben|schickt|sandt)/i,
    es: /\bdevuel(?:v|t)/i,
    zh: /退还|退回/,
  },
} as const satisfies Readonly<Record<string, Act>>;
