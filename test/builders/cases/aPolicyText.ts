import type { PolicyText } from '../../../shared/facts/policyText.ts';

/** The words of a manufacturer's own policy. */
export function aPolicyText(): PolicyText {
  return {
    language: 'de',
    clauses: {
      'II-QUALITY': 'Mängel im Material nehmen wir zurück.\nOhne Bedingungen.',
      'II-ORDER': 'Haben wir falsch geliefert, nehmen wir zurück oder tauschen um.',
      'II-TRANSPORT': 'Schäden durch unseren Spediteur tragen wir, wenn sie sofort gerügt werden.',
      'III-APPLY': 'Der Antrag kommt schriftlich, in der vereinbarten Frist und mit Belegen.',
      'III-REVIEW': 'Wir antworten in drei Werktagen.',
      'III-SHIPCOST': 'Die Rückfracht trägt, wer den Grund gesetzt hat.',
      'III-INSPECT': 'Wir prüfen in sieben Werktagen nach Eingang.',
      'III-REFUND': 'Ist alles in Ordnung und vollständig, erstatten wir sofort.',
      'IV-CUSTOM': 'Sonderanfertigungen nehmen wir nur bei Mängeln zurück.',
      'IV-PERIOD': 'Nach der Frist aus dem Vertrag besteht kein Anspruch.',
      'V-CSM': 'Jeder Kunde hat einen Ansprechpartner.',
      'V-IMPROVE': 'Wir werten die Rücksendungen aus.',
    },
  };
}
