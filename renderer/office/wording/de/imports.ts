export const imports = {
  'office.imports': 'Importe',
  'imports.title': 'Eine Tabelle einlesen',
  'imports.lead':
    'Artikel, Auftragspositionen, Kunden oder Rücksendungen, so wie Ihre Systeme sie schreiben. Übernommen wird erst, wenn Sie gesehen haben, was daraus würde.',
  'imports.drop': 'Datei hier ablegen',
  'imports.drop.forms': 'CSV, XLSX oder JSON, bis 1 GB',
  'imports.choose': 'Datei auswählen',
  'imports.bringing': 'Die Datei ist unterwegs zur Zentrale',
  'imports.looking': 'Die ganze Datei wird gelesen',
  'imports.noScope': 'Sie dürfen keine Tabellen einlesen',
  'imports.noScope.next': 'Den Bereich „records“ kann eine Administratorin Ihnen geben.',
  'imports.tooLarge': 'Die Datei ist zu groß',
  'imports.tooLarge.next': 'Teilen Sie sie in Stücke bis 1 GB.',
  'imports.begin': 'Mit einer Vorlage beginnen',
  'imports.begin.lead':
    'Die Überschriften, die die Zentrale kennt, und zwei Zeilen zum Überschreiben. Ihre eigenen Überschriften gehen auch.',
  'imports.export': 'Herausholen, was die Zentrale hat',
  'imports.export.lead': 'In derselben Form: lässt sich ändern und wieder einlesen.',
  'imports.take': 'Speichern',
  'imports.take.named': '{kind} als {form} speichern',
  'imports.other': 'Andere Datei',
  'imports.kind': 'Inhalt',
  'imports.source': 'Herkunft',
  'imports.source.help': 'Wessen Nummern das sind, etwa erp',
  'imports.source.wrong': 'Kleinbuchstaben, Ziffern, - und _',
  'imports.encoding': 'Zeichensatz',
  'imports.encoding.fallback':
    'Geraten, denn UTF-8 ist es nicht. Prüfen Sie, ob Umlaute und Akzente stimmen.',
  'imports.delimiter': 'Zellen enden mit',
  'imports.delimiter.semicolon': 'Semikolon',
  'imports.delimiter.comma': 'Komma',
  'imports.delimiter.tab': 'Tabulator',
  'imports.delimiter.bar': 'Senkrechtem Strich',
  'imports.sheet': 'Blatt',
  'imports.sheet.hidden': '{name} (ausgeblendet)',
  'imports.headings': 'Überschriften in Zeile',
  'imports.decimal': 'Dezimalzeichen',
  'imports.decimal.found': 'Wie gefunden',
  'imports.decimal.comma': '1.234,56',
  'imports.decimal.point': '1,234.56',
  'imports.decimal.mixed': 'Beides kommt vor',
  'imports.decimal.ask': 'Auf zwei Arten lesbar',
  'imports.date': 'Datum',
  'imports.date.found': 'Wie gefunden',
  'imports.date.iso': '2026-11-30',
  'imports.date.dayFirst': '30.11.2026',
  'imports.date.monthFirst': '11/30/2026',
  'imports.date.compact': '20261130',
  'imports.date.mixed': 'Mehrere Formen',
  'imports.date.ask': 'Auf zwei Arten lesbar',
  'imports.rows': '{count, plural, one {# Zeile} other {# Zeilen}}',
  'imports.ragged':
    '{count, plural, one {Eine Zeile hat} other {# Zeilen haben}} mehr oder weniger Zellen als Überschriften, zuerst Zeile {row}. Texte mit Trennzeichen gehören in Anführungszeichen.',
  'imports.columns': 'Spalten',
  'imports.column': 'In der Datei',
  'imports.samples': 'Beispiele',
  'imports.field': 'Bedeutet',
  'imports.field.none': 'Nicht verwendet',
  'imports.field.of': '{heading} bedeutet',
  'imports.by.said': 'Von Ihnen gewählt',
  'imports.by.remembered': 'Wie beim letzten Mal',
  'imports.by.guessed': 'Am Namen erkannt',
  'imports.by.title': 'Erkannt',
  'imports.codes': 'Wörter für unsere Codes',
  'imports.codes.lead': 'Jedes Wort der Datei und was es hier bedeutet.',
  'imports.codes.word': 'In der Datei',
  'imports.codes.field': 'Feld',
  'imports.codes.code': 'Bedeutet',
  'imports.codes.of': '{word} bedeutet',
  'imports.codes.none': 'Nicht bekannt',
  'imports.id': 'Nummer in Ihren Büchern',
  'imports.problem.noColumn': 'Eine Spalte „{heading}“ hat diese Datei nicht.',
  'imports.problem.noField': 'Ein Feld „{path}“ gibt es nicht.',
  'imports.problem.askDecimal':
    '„{heading}“ ({samples}) lässt sich auf zwei Arten lesen: Wählen Sie das Dezimalzeichen.',
  'imports.problem.askDate':
    '„{heading}“ ({samples}) lässt sich auf zwei Arten lesen: Wählen Sie, ob Tag oder Monat zuerst steht.',
  'imports.problem.noId':
    'Keine Spalte sagt, um welchen Datensatz es geht: Wählen Sie die Spalte mit seiner Nummer.',
  'imports.problem.title':
    '{count, plural, one {Eine Angabe fehlt noch} other {# Angaben fehlen noch}}',
  'imports.mode': 'Zeilen, die nicht passen',
  'imports.mode.goodRows': 'Bleiben draußen, die anderen kommen hinein',
  'imports.mode.allOrNothing': 'Dann kommt nichts hinein',
  'imports.full': 'Die Datei enthält alles, was es gibt',
  'imports.full.hint':
    'Was darin fehlt, wird zurückgezogen; mehr als ein Zehntel nur, wenn Sie es bestätigen.',
  'imports.test': 'Probelauf',
  'imports.test.again': 'Noch ein Probelauf',
  'imports.run': 'Übernehmen',
  'imports.run.confirmed': '{count} zurückziehen und übernehmen',
  'imports.goOn': 'Fortsetzen',
  'imports.stop': 'Anhalten',
  'imports.phase.testing': 'Probelauf',
  'imports.phase.writing': 'Wird übernommen',
  'imports.progress': 'Zeile {row} von etwa {rows}',
  'imports.came': 'Was daraus wurde',
  'imports.wouldCome': 'Was daraus würde',
  'imports.count.created': 'Neu',
  'imports.count.updated': 'Geändert',
  'imports.count.unchanged': 'Gleich',
  'imports.count.withdrawn': 'Zurückgezogen',
  'imports.count.waiting': 'Wartend',
  'imports.count.refused': 'Abgelehnt',
  'imports.done.test': 'Geschrieben wurde nichts',
  'imports.done.test.good': 'Jede Zeile käme hinein.',
  'imports.done.test.some':
    'Bessern Sie die Zeilen unten aus und bringen Sie die Datei neu, oder übernehmen Sie die anderen.',
  'imports.done.written': 'Übernommen',
  'imports.done.written.next': 'Stationen bekommen beim nächsten Abgleich, was sie betrifft.',
  'imports.done.nothing': 'Nichts wurde übernommen',
  'imports.done.nothing.next': 'Verlangt war alles oder nichts, und nicht jede Zeile passt.',
  'imports.done.stopped': 'Angehalten bei Zeile {row}',
  'imports.done.stopped.next': 'Was drin ist, bleibt. Fortgesetzt wird dahinter.',
  'imports.done.stopped.nothing': 'Geschrieben wurde nichts.',
  'imports.done.failed': 'Die Zentrale konnte es nicht beenden',
  'imports.done.failed.next':
    'Lesen Sie die Datei noch einmal ein: Was schon drin ist, bleibt gleich. Den Grund findet im Protokoll, wer die Zentrale betreibt.',
  'imports.waiting':
    '{count, plural, one {Eine Zeile nennt} other {# Zeilen nennen}} einen Datensatz, den es hier noch nicht gibt. Sobald er da ist, kommen sie mit derselben Datei hinein.',
  'imports.withdrawing.tooMany':
    '{missing} von {current} fehlen in der Datei, mehr als ein Zehntel: Zurückgezogen wurde nichts.',
  'imports.withdrawing.tooMany.next':
    'Enthält die Datei wirklich alles, was es gibt, bestätigen Sie es unten.',
  'imports.withdrawing.namelessRows': 'Zeilen ohne Nummer: Zurückgezogen wurde nichts',
  'imports.withdrawing.namelessRows.next':
    'Jede von ihnen könnte eine von denen sein, die zu fehlen scheinen.',
  'imports.problems': 'Zeilen, die nicht hineinkommen',
  'imports.problems.first': 'Die ersten {count} von {all}. In der gespeicherten Datei stehen alle.',
  'imports.problems.cell': 'Zelle',
  'imports.problems.wrong': 'Was nicht stimmt und was hilft',
  'imports.problems.outcome': 'Ergebnis',
  'imports.back': 'Datei mit dem Ergebnis je Zeile speichern',
  'imports.row.tooManyCells':
    'Mehr Zellen als Überschriften: Texte mit Trennzeichen gehören in Anführungszeichen',
  'imports.row.tooFewCells': 'Weniger Zellen als Überschriften: womöglich ist eine abgeschnitten',
  'imports.row.noId': 'Die Zeile hat keine Nummer: bitte eintragen',
  'imports.row.twice': 'Dieselbe Nummer steht schon weiter oben: eine von beiden muss weg',
  'imports.row.showsError': 'Die Zelle zeigt den Fehler {text}: Formel berichtigen',
  'imports.row.uncomputed':
    'Die Formel wurde nie berechnet: Datei öffnen, speichern und neu bringen',
  'imports.row.shortened':
    '„{text}“ hat ein Tabellenprogramm gekürzt: Spalte als Text formatieren und neu ausfüllen',
  'imports.row.noNumber':
    '„{text}“ ist keine Zahl, wie die Spalte sie schreibt: Komma und Punkt prüfen',
  'imports.row.noDay': '„{text}“ ist kein Datum, wie die Spalte es schreibt',
  'imports.row.neitherYesNorNo': '„{text}“ ist weder ja noch nein',
  'imports.row.noCode': '„{text}“ ist keines unserer Wörter: oben sagen, was es bedeutet',
  'imports.row.noLimits': '„{text}“ nennt keine Grenzen. So schreiben: Dicke 1,95..2,05 mm',
  'imports.row.unreadable': '{field} fehlt oder hat eine andere Form',
  'imports.row.notHereYet': '„{text}“ gibt es hier noch nicht: die Zeile wartet',
  'imports.row.noAnswer': 'Die Zentrale gab keine Antwort: Datei noch einmal bringen',
  'imports.file.title': 'Diese Datei lässt sich nicht lesen',
  'imports.file.empty': 'Sie ist leer.',
  'imports.file.tooLarge': 'Sie enthält mehr, als auf einmal gelesen wird. Teilen Sie sie.',
  'imports.file.noTable.oldExcel':
    'Das ist eine Arbeitsmappe von Excel 97 oder eine mit Kennwort. Speichern Sie sie als XLSX ohne Kennwort oder als CSV.',
  'imports.file.noTable.binaryExcel':
    'Das ist eine binäre Arbeitsmappe (XLSB). Speichern Sie sie als XLSX oder CSV.',
  'imports.file.noTable.openDocument':
    'Das ist eine OpenDocument-Datei. Speichern Sie sie als XLSX oder CSV.',
  'imports.file.noTable.otherZip':
    'Das ist ein Archiv ohne Arbeitsmappe. Bringen Sie die XLSX-, CSV- oder JSON-Datei selbst.',
  'imports.file.noTable.gzip': 'Die Datei ist gepackt. Entpacken Sie sie zuerst.',
  'imports.file.noTable.pdf':
    'Das ist ein PDF. Bringen Sie die Tabelle, aus der es entstand, als XLSX, CSV oder JSON.',
  'imports.file.noTable.page':
    'Das ist eine Webseite oder eine andere XML-Datei. Speichern Sie die Tabelle als XLSX oder CSV.',
  'imports.file.noTable.binary':
    'Das ist weder Text noch Arbeitsmappe. Speichern Sie die Tabelle als XLSX, CSV oder JSON.',
  'imports.file.brokenText':
    'Zeile {line} ist kein {encoding}, der Rest schon. Speichern Sie neu als UTF-8, oder wählen Sie den Zeichensatz.',
  'imports.file.brokenQuotes':
    'In Zeile {row} gehen die Anführungszeichen nicht auf. Schließen Sie, was offen ist, und verdoppeln Sie, was zum Text gehört.',
  'imports.file.brokenJson': 'Eintrag {row} ist kein JSON-Objekt.',
  'imports.file.brokenZip':
    'Die Arbeitsmappe ist beschädigt. Öffnen Sie sie im Programm, aus dem sie kommt, und speichern Sie neu.',
  'imports.file.zipBomb':
    '„{name}“ in der Arbeitsmappe ist entpackt weit größer, als eine Tabelle sein muss. Geöffnet wurde sie nicht.',
  'imports.file.withPassword':
    'Die Arbeitsmappe ist mit einem Kennwort geschützt. Speichern Sie sie ohne.',
  'imports.file.brokenWorkbook':
    'Die Arbeitsmappe ist beschädigt ({part}). Öffnen Sie sie im Programm, aus dem sie kommt, und speichern Sie neu.',
  'imports.file.documentType':
    '{part} in der Arbeitsmappe legt eigene Wörter fest, was kein Tabellenprogramm tut. Gelesen wurde sie nicht.',
  'imports.file.cellTooLong':
    'Eine Zelle in Zeile {row} hat mehr als {most} Zeichen, oder davor schließt ein Anführungszeichen nie.',
  'imports.file.tooManyColumns': 'Zeile {row} hat mehr als {most} Spalten.',
  'imports.file.tooManyRows': 'Die Tabelle hat mehr als {most} Zeilen. Teilen Sie sie.',
  'imports.file.noSuchSheet': 'Ein Blatt „{sheet}“ gibt es nicht, sondern {sheets}.',
  'imports.file.noHeadings':
    'Von den ersten {looked} Zeilen sieht keine nach Überschriften aus. Sagen Sie, welche Zeile sie hat.',
  'imports.file.tooMuchMemory':
    'Das Lesen braucht mehr Speicher, als erlaubt ist. Speichern Sie als CSV, oder teilen Sie die Datei.',
  'imports.file.tookTooLong':
    'Das Lesen kam nicht voran und wurde beendet. Speichern Sie als CSV, oder teilen Sie die Datei.',
} as const;
