/** The few sentences said by native dialogs, outside the page. */
export type Words = {
  readonly unsentTitle: (count: number) => string;
  readonly unsentDetail: string;
  readonly stay: string;
  readonly closeAnyway: string;
  readonly openElsewhere: string;
  readonly cannotStart: string;
  readonly rescueFile: string;
  readonly diskFull: string;
  readonly noKeyring: string;
  readonly pageCrashed: string;
  readonly pageCrashedDetail: (reason: string) => string;
  readonly pageHangs: string;
  readonly pageHangsDetail: string;
  readonly wait: string;
  readonly openAgain: string;
  readonly close: string;
};

const en: Words = {
  unsentTitle: (count) =>
    count === 1 ? '1 entry has not been sent yet' : `${count} entries have not been sent yet`,
  unsentDetail:
    'They are saved on this computer and will be sent the next time Quayside is open and online. Until then central does not know about them.',
  stay: 'Keep open',
  closeAnyway: 'Close anyway',
  openElsewhere: 'Quayside is already open on this computer, perhaps for another user.',
  cannotStart: 'Quayside could not start. What was saved is safe on this computer.',
  rescueFile: 'Unsent work of a Quayside station',
  diskFull: 'The disk is full. Free some space and start Quayside again; what was saved is safe.',
  noKeyring:
    'This computer has no keyring that keeps the secrets of a station, so Quayside does not start. Install gnome-keyring (or KWallet), sign in to the desktop so that it is unlocked, and start Quayside again. What was saved is safe.',
  pageCrashed: 'Quayside stopped several times in a row',
  pageCrashedDetail: (reason) =>
    `What was saved is safe in this computer’s journal, and a decision that was signed comes back to whoever signed it. Open it again; if it goes on, start the computer anew and tell whoever runs Quayside: ${reason}.`,
  pageHangs: 'Quayside does not answer',
  pageHangsDetail:
    'What was saved is safe in this computer’s journal. Wait if the computer is busy; otherwise open it again.',
  wait: 'Wait',
  openAgain: 'Open again',
  close: 'Close',
};

const de: Words = {
  unsentTitle: (count) =>
    count === 1
      ? '1 Eintrag ist noch nicht gesendet'
      : `${count} Einträge sind noch nicht gesendet`,
  unsentDetail:
    'Sie sind auf diesem Rechner gespeichert und werden gesendet, sobald Quayside wieder offen und verbunden ist. Bis dahin weiß die Zentrale nichts davon.',
  stay: 'Offen lassen',
  closeAnyway: 'Trotzdem schließen',
  openElsewhere:
    'Quayside ist auf diesem Rechner schon geöffnet, vielleicht bei einem anderen Benutzer.',
  cannotStart: 'Quayside konnte nicht starten. Das Gespeicherte liegt sicher auf diesem Rechner.',
  rescueFile: 'Ungesendete Arbeit einer Quayside-Station',
  diskFull:
    'Die Festplatte ist voll. Platz schaffen und Quayside neu starten; das Gespeicherte ist sicher.',
  noKeyring:
    'Auf diesem Rechner fehlt ein Schlüsselbund für die Geheimnisse einer Station, deshalb startet Quayside nicht. gnome-keyring (oder KWallet) installieren, sich am Desktop anmelden, damit er entsperrt ist, und Quayside neu starten. Das Gespeicherte ist sicher.',
  pageCrashed: 'Quayside ist mehrmals hintereinander abgebrochen',
  pageCrashedDetail: (reason) =>
    `Das Gespeicherte liegt sicher im Journal dieses Rechners, und eine unterschriebene Entscheidung kommt zu dem zurück, der sie unterschrieben hat. Erneut öffnen; hört es nicht auf, den Rechner neu starten und dem Betreiber sagen: ${reason}.`,
  pageHangs: 'Quayside antwortet nicht',
  pageHangsDetail:
    'Das Gespeicherte liegt sicher im Journal dieses Rechners. Warten, wenn der Rechner beschäftigt ist; sonst erneut öffnen.',
  wait: 'Warten',
  openAgain: 'Erneut öffnen',
  close: 'Schließen',
};

const es: Words = {
  unsentTitle: (count) =>
    count === 1 ? 'Falta enviar 1 registro' : `Faltan por enviar ${count} registros`,
  unsentDetail:
    'Están guardados en este equipo y se enviarán la próxima vez que Quayside esté abierto y conectado. Hasta entonces la central no los conoce.',
  stay: 'Dejar abierto',
  closeAnyway: 'Cerrar de todos modos',
  openElsewhere: 'Quayside ya está abierto en este equipo, quizá por otro usuario.',
  cannotStart: 'Quayside no pudo iniciarse. Lo guardado está a salvo en este equipo.',
  rescueFile: 'Trabajo sin enviar de una estación Quayside',
  diskFull:
    'El disco está lleno. Libere espacio e inicie Quayside de nuevo; lo guardado está a salvo.',
  noKeyring:
    'Este equipo no tiene un llavero que guarde los secretos de una estación, por eso Quayside no se inicia. Instale gnome-keyring (o KWallet), inicie sesión en el escritorio para que se desbloquee y vuelva a iniciar Quayside. Lo guardado está a salvo.',
  pageCrashed: 'Quayside se ha detenido varias veces seguidas',
  pageCrashedDetail: (reason) =>
    `Lo guardado está a salvo en el diario de este equipo, y una decisión firmada vuelve a quien la firmó. Ábralo de nuevo; si continúa, reinicie el equipo y avise a quien gestiona Quayside: ${reason}.`,
  pageHangs: 'Quayside no responde',
  pageHangsDetail:
    'Lo guardado está a salvo en el diario de este equipo. Espere si el equipo está ocupado; si no, ábralo de nuevo.',
  wait: 'Esperar',
  openAgain: 'Abrir de nuevo',
  close: 'Cerrar',
};

const zh: Words = {
  unsentTitle: (count) => `还有 ${count} 条记录尚未发送`,
  unsentDetail:
    '记录已保存在本机，下次打开 Quayside 并联网时会自动发送。在此之前总部看不到这些记录。',
  stay: '保持打开',
  closeAnyway: '仍然关闭',
  openElsewhere: '本机上已打开 Quayside，可能由其他用户使用。',
  cannotStart: 'Quayside 无法启动。已保存的内容仍安全地留在本机。',
  rescueFile: 'Quayside 工作站的未发送记录',
  diskFull: '磁盘已满。请腾出空间后重新启动 Quayside；已保存的内容是安全的。',
  noKeyring:
    '本机没有可保管站点机密的密钥环，因此 Quayside 不启动。请安装 gnome-keyring（或 KWallet），登录桌面使其解锁，然后重新启动 Quayside。已保存的内容是安全的。',
  pageCrashed: 'Quayside 连续多次中断',
  pageCrashedDetail: (reason) =>
    `已保存的内容安全地留在本机日志中；已签署的决定会回到签署人那里。请重新打开；若仍如此，请重启电脑并告知 Quayside 的运营者：${reason}.`,
  pageHangs: 'Quayside 没有响应',
  pageHangsDetail: '已保存的内容安全地存于本机日志。如果电脑繁忙请等待，否则请重新打开。',
  wait: '等待',
  openAgain: '重新打开',
  close: '关闭',
};

const languages: Readonly<Record<string, Words>> = { en, de, es, zh };

/** By the first part of a locale such as "de-AT". */
export function wordsFor(locale: string): Words {
  return languages[locale.split('-')[0] ?? ''] ?? en;
}
