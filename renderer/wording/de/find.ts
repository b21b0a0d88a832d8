import type { find as english } from '../en/find.ts';
import type { Translation } from '../en/translation.ts';

/** The palette. */
export const find: Translation<typeof english> = {
  'find.title': 'Fall oder Aktion suchen',
  'find.open': 'Suchen',
  'find.placeholder': 'RMA, Auftrag, Kunde, Artikel, Serien- oder Sendungsnummer, Person',
  'find.group.number': 'Nach Nummer',
  'find.group.client': 'Nach Kunde',
  'find.group.goods': 'Nach Artikel',
  'find.group.person': 'Nach Person',
  'find.group.act': 'Aktionen',
  'find.group.central': 'In der Zentrale',
  'find.none': 'Kein Fall und keine Aktion mit diesem Namen',
  'find.none.next':
    'Versuchen Sie einen Teil der Nummer, den Namen des Kunden oder ein anderes Wort des Artikels.',
  'find.busy': 'Wird gesucht …',
  'find.central.asking': 'Antwort dieser Station. Die Zentrale wird gefragt …',
  'find.central.asked': 'Alles, was diese Station und die Zentrale wissen.',
  'find.central.more': 'Die Zentrale kennt mehr Fälle mit diesem Namen: Geben Sie mehr davon ein.',
  'find.central.unreachable':
    'Nur, was diese Station weiß; die Zentrale ist jetzt nicht erreichbar.',
  'find.central.gone':
    'Die Zentrale kann nach diesem Fall jetzt nicht gefragt werden. Sein Stand steht oben.',
  'find.refunds':
    '{count, plural, one {# Erstattung} other {# Erstattungen}}{sum, select, none {} other { von zusammen {sum}}}',
  'find.refund.due': 'Erstattung{sum, select, none {} other { von {sum}}} fällig',
  'find.refund.dueBy':
    'Erstattung{sum, select, none {} other { von {sum}}} fällig, anzustoßen bis {date}',
  'find.refund.late':
    'Erstattung{sum, select, none {} other { von {sum}}} verspätet: anzustoßen war sie bis {date}',
  'find.refund.waits':
    'Erstattung{sum, select, none {} other { von {sum}}} fällig, wartet auf {count, plural, one {# Foto} other {# Fotos}}',
  'find.refund.instructed':
    'Erstattung{sum, select, none {} other { von {sum}}} am {date} angestoßen',
  'find.refund.acknowledged':
    'Erstattung{sum, select, none {} other { von {sum}}} am {date} angestoßen, vom Zahlungssystem angenommen',
  'find.refund.failed':
    'Erstattung{sum, select, none {} other { von {sum}}} vom {date} fehlgeschlagen',
  'find.refund.unknown':
    'Erstattung{sum, select, none {} other { von {sum}}} am {date} angestoßen, wird beim Zahlungssystem nachgefragt',
  'find.declined': 'Am {date} abgelehnt',
  'find.settled': 'Am {date} ohne Zahlung erledigt',
  'find.here': 'Ware angekommen, noch nicht entschieden',
  'find.expected': 'erwartet am {date}',
  'find.wasExpected': 'war erwartet am {date}',
  'find.at.dock': 'auf der Liste des Wareneingangs',
  'find.at.bench': 'auf der Liste des Prüfplatzes',
  'find.at.desk': 'auf der Liste der Entscheidungen',
  'find.at.nowhere': 'noch nicht hier',
  'find.at.over': 'abgeschlossen',
  'find.noRma': 'ohne RMA',
  'find.act.place': 'Wechseln zu: {place}',
  'find.act.soundOff': 'Töne ausschalten',
  'find.act.soundOn': 'Töne einschalten',
  'find.act.theme': 'Darstellung: {theme}',
  'find.act.language': 'Sprache: {language}',
  'find.card.client': 'Kunde',
  'find.card.state': 'Stand',
  'find.card.articles': 'Artikel',
  'find.card.where': 'Wo',
  'find.card.gone': 'Dieser Fall ist nicht mehr auf dieser Station',
  'find.card.readOnly':
    'Nur zum Lesen: Er ist abgeschlossen, oder eine andere Rolle bearbeitet ihn.',
  'find.card.back': 'Zurück zur Liste',
};
