import type { everywhere as english } from '../en/everywhere.ts';
import type { Translation } from '../en/translation.ts';

export const everywhere: Translation<typeof english> = {
  'app.name': 'Quayside',

  'action.add': 'Hinzufügen',
  'action.back': 'Zurück',
  'action.cancel': 'Abbrechen',
  'action.close': 'Schließen',
  'action.continue': 'Weiter',
  'action.done': 'Fertig',
  'action.ok': 'OK',
  'action.remove': 'Entfernen',
  'action.retry': 'Noch einmal',
  'action.save': 'Speichern',
  'action.show': 'Anzeigen',
  'action.undo': 'Rückgängig',

  'deadline.left': '{count, plural, one {noch # Arbeitstag} other {noch # Arbeitstage}}',
  'deadline.today': 'Heute fällig',
  'deadline.late': '{count, plural, one {# Arbeitstag} other {# Arbeitstage}} zu spät',
  'deadline.over': 'Zu spät',
  'deadline.short.late': '{count, plural, one {# Tag zu spät} other {# Tage zu spät}}',
  'deadline.short.left': '{count, plural, one {noch # Tag} other {noch # Tage}}',
  'deadline.met': 'Rechtzeitig beendet',
  'deadline.metLate': 'Zu spät beendet',
  'deadline.due': 'fällig {date}',
  'deadline.wasDue': 'war fällig {date}',
  'deadline.endedOn': 'am {date}',
  'deadline.none': 'Die Frist beginnt, wenn die Ware ankommt',
  'deadline.uncounted': 'Frist lässt sich nicht zählen',
  'deadline.uncounted.noCalendar': 'kein Kalender für diesen Standort',
  'deadline.uncounted.calendarEnds': 'der Kalender endet am {date}',
  'deadline.uncounted.calendarStartsLater': 'der Kalender beginnt am {date}',
  'deadline.uncounted.other': 'der Kalender ist nicht lesbar',
  'deadline.provisional': 'Feiertage noch nicht veröffentlicht',
  'deadline.moved': 'Verschoben vom {date}: Der Kalender hat sich geändert, seit die Ware ankam.',
  'deadline.provisionalFrom':
    'Feiertage ab {date} sind noch nicht veröffentlicht. Der letzte Tag kann sich noch verschieben.',
  'deadline.corrected.off':
    'Die Uhr der Station ging falsch: Sie zeigte {recorded}. Gezählt ab {counted}.',
  'deadline.corrected.ahead':
    'Die Uhr der Station ging vor: Sie zeigte {recorded}. Gezählt ab {counted}, als die Zentrale die Ankunft annahm.',
  'deadline.corrected.behind':
    'Die Uhr der Station war zurückgestellt: Sie zeigte {recorded}. Gezählt ab {counted}, früher kann es nicht gewesen sein.',
  'deadline.target.verdict': 'Ergebnis',
  'deadline.target.approval': 'Freigabe',
  'deadline.proof.title': 'So werden die Tage gezählt',
  'deadline.proof.show': 'Jeden Tag zeigen',
  'deadline.proof.hide': 'Tage ausblenden',
  'deadline.proof.day': 'Tag',
  'deadline.proof.date': 'Datum',
  'deadline.proof.why': 'Gezählt, weil',
  'deadline.proof.receipt': 'Ware angekommen. Gezählt wird ab dem nächsten Tag.',
  'deadline.proof.counted': 'Arbeitstag',
  'deadline.proof.extra': 'Zusätzlicher Arbeitstag',
  'deadline.proof.due': 'Letzter Tag, bis Mitternacht',
  'deadline.proof.today': 'Heute',
  'deadline.proof.weekend': 'Wochenende, zählt nicht',
  'deadline.proof.holiday': '{name}, zählt nicht',
  'deadline.proof.closure': 'Geschlossen: {name}, zählt nicht',
  'deadline.proof.paused': 'Frist angehalten: {reason}',
  'deadline.proof.cutOff': 'Nach {at} angekommen, zählt ab dem nächsten Tag',
  'deadline.proof.calendar': 'Kalender Version {version}, Zeitzone {zone}',

  'saved.here': 'Hier gespeichert',
  'saved.sent': 'Gesendet',
  'saved.accepted': 'Von der Zentrale angenommen',
  'saved.refused': 'Von der Zentrale abgelehnt',
  'saved.waiting': 'Wartet auf das Senden',

  'scan.ready': 'Bereit zum Scannen',
  'scan.unread': 'Ein Scan ging in das Textfeld',
  'scan.unread.do':
    'Der Scanner tippt so langsam wie ein Mensch. Nichts wurde aufgezeichnet. Feld verlassen und erneut scannen; besser den Scanner ohne Pause zwischen den Tasten einstellen.',
  'scan.doubtful': 'War das ein Scan? {text}',
  'scan.doubtful.do':
    'Es steht im Textfeld und wurde nicht nachgeschlagen. Hat der Scanner es getippt, jetzt lesen; dann den Scanner ohne Pause zwischen den Tasten einstellen.',
  'scan.doubtful.read': 'Als Scan lesen',
  'scan.doubtful.typed': 'Ich habe es getippt',
  'scan.acknowledge': 'OK, verstanden',

  'photo.waiting': 'Noch nicht gesendet',
  'photo.sent': 'Gesendet',
  'photo.verified': 'In der Zentrale gespeichert',
  'photo.discarded': 'Verworfen',
  'photo.missing': 'Foto nicht auf dieser Station',
  'photo.perhaps': 'Vielleicht {hints}',
  'photo.fromClient': 'Vom Kunden',
  'shots.title': 'Gewünschte Fotos',
  'shots.taken': '{count, plural, =0 {noch keins} one {# Foto} other {# Fotos}}',
  'shots.progress': '{done} von {all}',

  'clauses.words': 'Wortlaut der Richtlinie',
  'clauses.fired': 'Trifft zu',
  'clauses.unfired': 'Trifft nicht zu',
  'clauses.showUnfired':
    '{count, plural, one {# Klausel, die nicht zutrifft} other {# Klauseln, die nicht zutreffen}}',
  'clauses.facts':
    '{count, plural, one {stützt sich auf # Aufzeichnung} other {stützt sich auf # Aufzeichnungen}}',

  'pin.pad': 'Ziffernblock',
  'pin.delete': 'Letzte Ziffer löschen',

  'stepper.less': 'Eins weniger',
  'stepper.more': 'Eins mehr',
  'select.placeholder': 'Auswählen',
  'money.smallest': '{amount} der kleinsten Einheit',
  'amount.empty': 'Bitte einen Betrag schreiben',
  'amount.unknownCurrency':
    '{currency} ist keine gültige Währung nach ISO 4217; darin kann kein Betrag geschrieben werden',
  'amount.otherCurrency': 'Gezahlt wird in {currency}, nicht in {typed}',
  'amount.tooManyDecimals':
    '{currency} hat {digits, plural, =0 {keine Nachkommastellen} one {# Nachkommastelle} other {# Nachkommastellen}}',
  'amount.tooLarge': 'Höchstens {most}',
  'amount.ambiguous':
    'Kann {whole} oder {fraction} heißen. Bitte mit allen Nachkommastellen schreiben',
  'amount.negative': 'Nicht unter null',
  'amount.notAnAmount': 'Schreiben wie {example}',

  'field.optional': 'freiwillig',
  'field.left': '{count, plural, one {noch # Zeichen} other {noch # Zeichen}}',

  'key.space': 'Leertaste',
  'key.enter': 'Eingabe',
  'key.escape': 'Esc',
  'key.control': 'Strg',
  'key.shift': 'Umschalt',
  'key.left': 'Pfeil nach links',
  'key.right': 'Pfeil nach rechts',
  'key.pageUp': 'Bild ↑',
  'key.pageDown': 'Bild ↓',
  'key.up': 'Pfeil nach oben',
  'key.down': 'Pfeil nach unten',

  'unit.EA': '{quantity} Stück',
  'unit.KG': '{quantity} kg',
  'unit.M': '{quantity} m',
  'unit.L': '{quantity} l',
  'unit.PR': '{quantity} Paar',

  'loading.title': 'Einen Moment',
};
