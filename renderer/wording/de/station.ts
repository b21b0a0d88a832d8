import type { station as english } from '../en/station.ts';
import type { Translation } from '../en/translation.ts';

export const station: Translation<typeof english> = {
  'skip.toContent': 'Zur Arbeit springen',
  'bar.modes': 'Arbeitsplatz',
  'mode.dock': 'Wareneingang',
  'mode.bench': 'Prüfplatz',
  'mode.desk': 'Entscheidung',
  'bar.allSent': 'Alles gesendet',
  'bar.allSentButPhotos': 'Alles außer Fotos gesendet',
  'bar.unsent': '{count, plural, one {# nicht gesendet} other {# nicht gesendet}}',
  'bar.oldest': 'älteste vor {age}',
  'bar.sendBy':
    'bis {when} senden, sonst {count, plural, one {ist # Ergebnis} other {sind # Ergebnisse}} zu spät',
  'bar.photos': '{count, plural, one {# Foto} other {# Fotos}}, noch {left}',
  'bar.photosPaused': 'Fotos angehalten',
  'bar.online': 'Verbunden',
  'bar.catchingUp': 'Holt {done} von {all}',
  'bar.refreshing': 'Erneuert Listen: {done} von {all}',
  'bar.captive': 'Das Netz verlangt eine eigene Anmeldung',
  'bar.certificate': 'Dem Zertifikat der Zentrale wird hier nicht vertraut',
  'bar.storage': 'Der Speicher dieses Rechners versagt: nichts kommt herein',
  'bar.busy': 'Die Zentrale ist ausgelastet',
  'bar.refusing': 'Die Zentrale antwortet, aber nichts kommt durch',
  'bar.offlineSince': 'Ohne Verbindung seit {time}',
  'bar.offline': 'Noch nicht verbunden',
  'bar.refused':
    '{count, plural, one {# von der Zentrale abgelehnt} other {# von der Zentrale abgelehnt}}',
  'bar.noCalendar': 'Kein Kalender',
  'bar.calendarEnds': 'Kalender endet in {count, plural, one {# Tag} other {# Tagen}}',
  'bar.clockOff': 'Die Uhr der Station weicht um {difference} ab',
  'bar.handOver': 'Übergeben',
  'bar.settings': 'Diese Station',
  'bar.shortcuts': 'Tastenkürzel',

  'theme.title': 'Darstellung',
  'theme.light': 'Hell',
  'theme.dark': 'Dunkel',
  'theme.contrast': 'Hoher Kontrast',
  'language.title': 'Sprache',
  'sound.on': 'Nach jedem Scan einen Ton spielen',
  'sound.volume': 'Lautstärke',
  'sound.test.success': 'Test: erledigt',
  'sound.test.warning': 'Test: bitte prüfen',
  'sound.test.error': 'Test: Halt',
  'photos.waiting': 'Fotos unterwegs',
  'photos.detail': '{sent} von {all}',
  'photos.pause': 'Senden der Fotos anhalten',
  'photos.resume': 'Fotos wieder senden',
  'photos.cap': 'Leitung für Fotos',
  'photos.cap.none': 'Ohne Grenze',
  'photos.cap.some': '{mbit} Mbit/s',

  'enrol.title': 'Diese Station anmelden',
  'enrol.lead':
    'Ein Code aus dem Büro verbindet diesen Rechner mit Ihrem Standort. Das dauert eine Minute.',
  'enrol.wiped': 'Alles von der Station, die hier war, wurde gelöscht',
  'enrol.wiped.body':
    'Die Zentrale hatte sie gesperrt. Was ungesendet war, wurde abgegeben oder ist in einer exportierten Datei.',
  'enrol.left':
    '{count, plural, one {# Eintrag wurde hier früher aufgezeichnet und ist noch nicht gesendet} other {# Einträge wurden hier früher aufgezeichnet und sind noch nicht gesendet}}',
  'enrol.left.body':
    'Sie liegen auf diesem Rechner und sind nicht verloren. Im Büro anrufen: sie lassen sich ausführen und anderswo einlesen.',
  'enrol.step.language': 'Sprache',
  'enrol.step.code': 'Code und Name',
  'enrol.step.check': 'Ihr Standort',
  'enrol.dock.title': 'An welchem Tor steht diese Station?',
  'enrol.dock.help': 'Jede Ankunft sagt, wo sie hereinkam.',
  'enrol.dock.none': 'An keinem Tor',
  'enrol.dock.waiting': 'Die Tore Ihres Standorts kommen gleich …',
  'enrol.dock.later': 'Später sagen',
  'health.dock': 'Tor',
  'enrol.code': 'Einmalcode',
  'enrol.code.help': 'Aus dem Büro, zehn Minuten gültig.',
  'enrol.name': 'Name dieser Station',
  'enrol.name.offered': 'Tor 1',
  'enrol.name.help': 'So, wie alle diesen Platz nennen, zum Beispiel „Tor 2, links“.',
  'enrol.address': 'Adresse der Zentrale',
  'enrol.address.help': 'Nur ändern, wenn das Büro es sagt.',
  'enrol.go': 'Anmelden',
  'enrol.busy': 'Frage die Zentrale …',
  'enrol.done': 'Angemeldet am Standort {site}',
  'enrol.fingerprint': 'Fingerabdruck',
  'enrol.fingerprint.help':
    'Er steht auch unter „Diese Station“. Ist der Standort oben nicht Ihrer: aufhören und im Büro anrufen.',
  'enrol.matches': 'Das ist unser Standort',
  'enrol.problem.code': 'Den Code eingeben, mindestens sechs Zeichen.',
  'enrol.problem.name': 'Dieser Station einen Namen geben.',

  'signIn.title': 'Wer arbeitet hier?',
  'signIn.badge': 'Ausweis',
  'signIn.badge.help': 'Ausweis scannen oder seine Nummer tippen.',
  'signIn.pinPlain': 'PIN',
  'signIn.go': 'Anmelden',
  'signIn.next': 'Weiter',
  'signIn.busy': 'Prüfe …',
  'signIn.otherBadge': 'Anderer Ausweis',
  'signIn.recent': 'Zuletzt hier',
  'signIn.offline': 'Anmelden geht auch ohne Verbindung.',
  'signIn.demo.title': 'Ausweise der Vorführung',
  'signIn.demo.lead': 'Eine Karte vom Bildschirm scannen oder drücken, um sich damit anzumelden.',
  'signIn.demo.pin': 'PIN {pin}',
  'signIn.unsent':
    '{count, plural, one {# Aufzeichnung dieser Station wartet noch auf das Senden.} other {# Aufzeichnungen dieser Station warten noch auf das Senden.}}',
  'signIn.held':
    'Die Entscheidung von {person} zu {name} wurde nicht gesendet. Sie wartet, bis {person} sich anmeldet.',
  'signIn.locked':
    'Gesperrt nach {minutes, plural, one {# Minute} other {# Minuten}} ohne Arbeit. Alles ist gespeichert.',
  'signIn.lockedWith': 'Mit dem Computer gesperrt. Alles ist gespeichert.',
  'signIn.lockedAs': '{name} kommt an dieselbe Stelle zurück.',
  'join.lead':
    'Sie haben an dieser Station noch nicht gearbeitet. Ihr eigener Schlüssel entsteht hier, und eine PIN, die Sie wählen, öffnet ihn.',
  'join.slip': 'Zettel aus dem Büro',
  'join.slip.help': 'Den Zettel scannen oder seine zwölf Zeichen tippen.',
  'join.pin': 'Eine PIN mit mindestens sechs Ziffern wählen',
  'join.again': 'Dieselbe PIN noch einmal',
  'join.differ': 'Die beiden PINs sind verschieden. Noch einmal wählen.',
  'join.go': 'Beitreten',
  'join.otherSlip': 'Anderer Zettel',

  'handOver.title': 'Diese Station übergeben',
  'handOver.warning':
    '{count, plural, one {# Aufzeichnung ist nicht gesendet} other {# Aufzeichnungen sind nicht gesendet}}',
  'handOver.warning.body':
    'Sie sind hier gespeichert und gehen von selbst hinaus, sobald die Zentrale zu erreichen ist. Die Station eingeschaltet lassen.',
  'handOver.safe':
    'Alles ist hier gespeichert. {count, plural, =0 {Alles ist gesendet.} one {# Aufzeichnung wird noch gesendet, von selbst.} other {# Aufzeichnungen werden noch gesendet, von selbst.}}',
  'handOver.go': 'Abmelden',
  'handOver.stay': 'Angemeldet bleiben',

  'refused.title': 'Von der Zentrale abgelehnt',
  'refused.lead': 'Diese Aufzeichnungen bleiben hier. Die Arbeit an anderen Fällen geht weiter.',
  'refused.empty': 'Die Zentrale hat bisher alles angenommen',
  'refused.empty.next': 'Lehnt sie etwas ab, stehen der Grund und was zu tun ist hier.',
  'refused.quarantined':
    'Die Zentrale konnte diese Aufzeichnung nicht lesen und hat sie aufgehoben.',
  'refused.quarantined.do':
    'Nach einem Update versucht es die Zentrale von selbst noch einmal. Bleibt es hier, dem Büro melden.',
  'refused.openCase': 'Fall öffnen',
  'refused.seen': 'Verstanden',
  'refused.refusedAt': 'Abgelehnt {when}',
  'refused.noCase': 'Noch kein Fall',
  'refused.recordedBy': 'Aufgezeichnet von {name}, {when}',
  'refused.accept': 'Trotzdem annehmen',
  'refused.accept.go':
    '{count, plural, =0 {Nichts gewählt} one {# Aufzeichnung annehmen} other {# Aufzeichnungen annehmen}}',
  'refused.accept.lead':
    'Was Sie annehmen, zählt, wie es aufgezeichnet wurde, unter dem Namen dessen, der es aufgezeichnet hat. Sie stehen mit dafür ein: Über das Geld für diese Ware entscheidet dann eine andere Leitung.',
  'refused.accept.reason': 'Warum es stimmt',
  'refused.accept.reason.missing': 'Sagen Sie in wenigen Worten, warum es stimmt.',
  'refused.accept.who':
    'Eine Leitung, die es nicht selbst aufgezeichnet hat, kann es trotzdem annehmen.',
  'refused.accept.anew': 'Eine Entscheidung nimmt niemand für andere an: Sie wird neu getroffen.',
  'refused.accept.waits': 'Angenommen von {name}; die Zentrale hat noch nicht geantwortet.',

  'health.title': 'Diese Station',
  'health.station': 'Station',
  'health.site': 'Standort',
  'health.zone': 'Zeitzone',
  'health.fingerprint': 'Fingerabdruck',
  'health.versions': 'Versionen',
  'health.version': 'Quayside',
  'health.electron': 'Electron',
  'health.chromium': 'Chromium',
  'health.platform': 'Betriebssystem',
  'health.central': 'Zentrale',
  'health.safety': 'Was Ihre Arbeit sichert',
  'health.journal': 'Journal',
  'health.journal.ok':
    '{count, plural, =0 {Nichts wartet} one {# Aufzeichnung wartet auf die Zentrale} other {# Aufzeichnungen warten auf die Zentrale}}',
  'health.journal.torn':
    '{count, plural, one {# unfertige Zeile wurde beim letzten Start verworfen} other {# unfertige Zeilen wurden beim letzten Start verworfen}}',
  'health.journal.damaged':
    '{count, plural, one {# Zeile ist beschädigt. Dem Büro melden} other {# Zeilen sind beschädigt. Dem Büro melden}}',
  'health.keyring': 'Schlüssel',
  'health.keyring.os': 'Im Schlüsselbund des Betriebssystems',
  'health.keyring.none':
    'Kein Schlüsselbund auf diesem Rechner: nur die Rechte der Dateien schützen die Schlüssel',
  'health.persistence': 'Datenbank',
  'health.persistence.yes': 'Vor dem Löschen bei Platzmangel geschützt',
  'health.persistence.no':
    'Kann bei voller Festplatte gelöscht werden. Das Journal behält alles, was nicht gesendet ist',
  'health.usedSpace': 'Belegt',
  'health.free': 'Freier Platz',
  'health.full':
    'Die Festplatte dieser Station ist voll. Platz schaffen: {needed} müssen frei bleiben',
  'health.clock': 'Uhr',
  'health.clock.ok': 'Höchstens zwei Minuten neben der Zentrale',
  'health.clock.unknown': 'Noch nicht mit der Zentrale verglichen',
  'health.calendar': 'Kalender',
  'health.calendar.until': 'Arbeitstage bekannt bis {date}',
  'health.calendar.none': 'Keiner',
  'health.calendar.ends':
    'Der Kalender dieses Standorts endet am {date}. Fristen darüber hinaus lassen sich nicht zählen. Das Büro muss ihn verlängern.',
  'health.calendar.over':
    'Der Kalender dieses Standorts endete am {date}. Neue Fristen lassen sich nicht zählen. Das Büro muss ihn verlängern.',
  'health.calendar.missing':
    'Dieser Standort hat keinen Kalender, deshalb lässt sich keine Frist zählen. Das Büro muss ihm einen geben.',
  'health.lastContact': 'Zuletzt mit der Zentrale verbunden',
  'health.never': 'Noch nie',
  'health.unsent': 'Noch nicht gesendet',
  'health.unsent.empty': 'Alles ist gesendet',
  'health.unsent.next': 'Neue Aufzeichnungen stehen hier, bis die Zentrale sie hat.',
  'health.unsent.what': 'Aufzeichnung',
  'health.unsent.when': 'Gespeichert',
  'health.unsent.number': 'Nummer',
  'health.calibrate': 'Größe des Bildschirms',
  'health.calibrate.lead':
    'Eine Bankkarte flach an den Bildschirm halten und den Rahmen so breit machen wie die Karte. Dann haben alle Tasten ihre wahre Größe.',
  'health.calibrate.wider': 'Breiter',
  'health.calibrate.narrower': 'Schmaler',
  'health.calibrate.muchWider': 'Viel breiter',
  'health.calibrate.muchNarrower': 'Viel schmaler',
  'health.calibrate.card': 'Bankkarte, 85,6 mm',
  'health.calibrate.save': 'Der Rahmen passt',
  'health.calibrate.saved': 'Größe gespeichert',
  'health.preferences': 'Darstellung, Sprache und Ton',

  'tooOld.title': 'Die Zentrale braucht eine neuere Version von Quayside',
  'tooOld.body':
    'Bis diese Station aktualisiert ist, geht nichts hinaus. Die Arbeit hier geht weiter, und alles bleibt erhalten. Dem Büro Bescheid geben.',
  'unread.title': 'Die Zentrale ist neuer als diese Station',
  'unread.body':
    '{count, plural, one {# Änderung der Zentrale lässt sich hier noch nicht zeigen. Sie erscheint} other {# Änderungen der Zentrale lassen sich hier noch nicht zeigen. Sie erscheinen}} nach der Aktualisierung. Nichts geht verloren.',
  'revoked.title': 'Die Zentrale hat diese Station gesperrt',
  'revoked.body':
    'Hier wird nichts mehr unterschrieben. Was vorher aufgezeichnet wurde, wird abgegeben; danach wird alles von dieser Station auf diesem Rechner gelöscht.',
  'revoked.waiting':
    'Der Zentrale fehlen noch {records, plural, one {# Aufzeichnung} other {# Aufzeichnungen}} und {photos, plural, one {# Foto} other {# Fotos}}.',
  'revoked.trying': 'Wird abgegeben …',
  'revoked.again':
    'Es wird von selbst wieder versucht, solange dieser Rechner eingeschaltet und verbunden ist. Oder exportieren: Die Schichtleitung importiert die Datei an einer anderen Station dieses Standorts.',
  'revoked.wipe': 'Diese Station löschen',
  'revoked.wipe.when':
    'Sobald alles in einer Datei ist, deren Code aufgeschrieben wurde, diese Station hier löschen.',
  'revoked.wipe.notYet': 'Noch nicht: Zuerst muss die Zentrale oder eine Datei alles haben',
  'lost.title': 'Die Datenbank dieser Station wurde neu aufgebaut',
  'lost.body':
    'Nichts ist verloren, was hier aufgezeichnet wurde: es steht im Journal. Das Übrige kommt aus der Zentrale zurück.',
  'lost.partly':
    'Was das Journal noch hat, ist wieder da. Das Übrige kommt aus der Zentrale zurück.',
  'lost.photos':
    '{count, plural, one {# noch nicht gesendetes Foto ist verloren. Nehmen Sie es} other {# noch nicht gesendete Fotos sind verloren. Nehmen Sie sie}} neu auf, solange die Ware noch hier ist.',
  'damaged.title': 'Ein Teil des Journals auf dieser Festplatte ist beschädigt',
  'damaged.body':
    'Was die Zentrale angenommen hat, ist sicher. Vor dem Weiterarbeiten im Büro anrufen.',

  'shortcuts.title': 'Tastenkürzel',
  'shortcuts.here': 'Auf diesem Bildschirm',
  'shortcuts.everywhere': 'Überall',
  'shortcuts.this': 'Diese Liste',
  'shortcuts.modes': 'Wareneingang, Prüfplatz, Entscheidung',
  'shortcuts.handOver': 'Übergeben',
  'shortcuts.findRecord': 'Datensatz suchen',
  'shortcuts.close': 'Schließen',

  'trouble.title': 'Dieser Bildschirm ist ausgefallen',
  'trouble.body': 'Alles, was gespeichert war, ist sicher.',
  'trouble.again': 'Wieder öffnen',
  'trouble.newer.title': 'Auf dieser Station hat eine neuere Version gearbeitet',
  'trouble.newer.body':
    'Diese Version darf ihre Daten nicht anfassen. Die neuere wieder installieren.',
  'trouble.cannotOpen.title': 'Die Datenbank der Station lässt sich nicht öffnen',
  'trouble.cannotOpen.body':
    'Was aufgezeichnet wurde, steht sicher im Journal. Das Öffnen wird von selbst wiederholt; hilft das nicht, neu starten, dann im Büro anrufen.',
  'trouble.noRoom.title': 'Die Festplatte ist voll',
  'trouble.noRoom.body':
    'Was aufgezeichnet wurde, ist sicher. Platz schaffen; Quayside macht dann von selbst weiter.',
  'trouble.outside.title': 'Quayside läuft als Anwendung',
  'trouble.outside.body':
    'Vom Schreibtisch aus öffnen. Im Browser gibt es kein Journal, das die Arbeit sichert.',
};
