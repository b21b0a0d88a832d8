import type { everywhere as english } from '../en/everywhere.ts';
import type { Translation } from '../en/translation.ts';

export const everywhere: Translation<typeof english> = {
  'app.name': 'Quayside',

  'action.add': 'Añadir',
  'action.back': 'Volver',
  'action.cancel': 'Cancelar',
  'action.close': 'Cerrar',
  'action.continue': 'Continuar',
  'action.done': 'Listo',
  'action.ok': 'OK',
  'action.remove': 'Quitar',
  'action.retry': 'Intentar de nuevo',
  'action.save': 'Guardar',
  'action.show': 'Mostrar',
  'action.undo': 'Deshacer',

  'deadline.left': '{count, plural, one {queda # día hábil} other {quedan # días hábiles}}',
  'deadline.today': 'Vence hoy',
  'deadline.late': '{count, plural, one {# día hábil} other {# días hábiles}} de retraso',
  'deadline.over': 'Con retraso',
  'deadline.met': 'Terminado a tiempo',
  'deadline.metLate': 'Terminado tarde',
  'deadline.due': 'vence {date}',
  'deadline.wasDue': 'venció {date}',
  'deadline.endedOn': 'el {date}',
  'deadline.none': 'El plazo empieza cuando llega la mercancía',
  'deadline.uncounted': 'No se pueden contar los días',
  'deadline.uncounted.noCalendar': 'este centro no tiene calendario',
  'deadline.uncounted.calendarEnds': 'el calendario termina el {date}',
  'deadline.uncounted.calendarStartsLater': 'el calendario empieza el {date}',
  'deadline.uncounted.other': 'no se puede leer el calendario',
  'deadline.provisional': 'festivos aún no publicados',
  'deadline.moved':
    'Movido desde el {date}: el calendario ha cambiado desde que llegó la mercancía.',
  'deadline.provisionalFrom':
    'Los festivos desde el {date} aún no se han publicado. El último día puede cambiar.',
  'deadline.corrected.off':
    'El reloj de la estación iba mal: registró {recorded}. Se cuenta desde {counted}.',
  'deadline.corrected.ahead':
    'El reloj de la estación iba adelantado: registró {recorded}. Se cuenta desde {counted}, cuando la central aceptó la llegada.',
  'deadline.corrected.behind':
    'El reloj de la estación estaba atrasado: registró {recorded}. Se cuenta desde {counted}, lo más pronto que pudo ser.',
  'deadline.target.verdict': 'dictamen',
  'deadline.target.approval': 'aprobación',
  'deadline.proof.title': 'Cómo se cuentan los días',
  'deadline.proof.show': 'Mostrar cada día',
  'deadline.proof.hide': 'Ocultar los días',
  'deadline.proof.day': 'Día',
  'deadline.proof.date': 'Fecha',
  'deadline.proof.why': 'Se cuenta porque',
  'deadline.proof.receipt': 'Mercancía recibida. Se cuenta desde el día siguiente.',
  'deadline.proof.counted': 'Día hábil',
  'deadline.proof.extra': 'Día hábil adicional',
  'deadline.proof.due': 'Último día, hasta medianoche',
  'deadline.proof.today': 'Hoy',
  'deadline.proof.weekend': 'Fin de semana, no cuenta',
  'deadline.proof.holiday': '{name}, no cuenta',
  'deadline.proof.closure': 'Cerrado: {name}, no cuenta',
  'deadline.proof.paused': 'Plazo detenido: {reason}',
  'deadline.proof.cutOff': 'Llegó después de las {at}, cuenta desde el día siguiente',
  'deadline.proof.calendar': 'Calendario versión {version}, zona horaria {zone}',

  'saved.here': 'Guardado aquí',
  'saved.sent': 'Enviado',
  'saved.accepted': 'Aceptado por la central',
  'saved.refused': 'Rechazado por la central',
  'saved.waiting': 'Pendiente de envío',

  'scan.ready': 'Listo para escanear',
  'scan.unread': 'Un escaneo entró en el campo de texto',
  'scan.unread.do':
    'El escáner teclea tan despacio como una persona. No se ha registrado nada. Salga del campo y escanee de nuevo; mejor, ajuste el escáner sin pausa entre teclas.',
  'scan.doubtful': '¿Era un escaneo? {text}',
  'scan.doubtful.do':
    'Está en el campo de texto y no se ha buscado. Si lo tecleó el escáner, léalo ahora; después ajuste el escáner sin pausa entre teclas.',
  'scan.doubtful.read': 'Leer como escaneo',
  'scan.doubtful.typed': 'Lo escribí yo',
  'scan.acknowledge': 'OK, entendido',

  'photo.waiting': 'Aún sin enviar',
  'photo.sent': 'Enviada',
  'photo.verified': 'Guardada en la central',
  'photo.discarded': 'Descartada',
  'photo.missing': 'La foto no está en esta estación',
  'photo.perhaps': 'Quizá {hints}',
  'photo.fromClient': 'Del cliente',
  'shots.title': 'Fotos por hacer',
  'shots.taken': '{count, plural, =0 {aún no} one {# foto} other {# fotos}}',
  'shots.progress': '{done} de {all}',

  'clauses.words': 'Palabras de la política',
  'clauses.fired': 'Se aplica',
  'clauses.unfired': 'No se aplica',
  'clauses.showUnfired':
    '{count, plural, one {# cláusula que no se aplica} other {# cláusulas que no se aplican}}',
  'clauses.facts': '{count, plural, one {se basa en # registro} other {se basa en # registros}}',

  'pin.pad': 'Teclado numérico',
  'pin.delete': 'Borrar la última cifra',

  'stepper.less': 'Uno menos',
  'stepper.more': 'Uno más',
  'select.placeholder': 'Elegir',
  'money.smallest': '{amount} de la unidad más pequeña',
  'amount.empty': 'Escriba un importe',
  'amount.unknownCurrency':
    '{currency} no es una moneda vigente según ISO 4217; no se pueden escribir importes en ella',
  'amount.otherCurrency': 'Se paga en {currency}, no en {typed}',
  'amount.tooManyDecimals':
    '{currency} {digits, plural, =0 {no tiene decimales} one {tiene # decimal} other {tiene # decimales}}',
  'amount.tooLarge': '{most} como máximo',
  'amount.ambiguous': 'Puede ser {whole} o {fraction}. Escríbalo con todos los decimales',
  'amount.negative': 'No puede ser menor que cero',
  'amount.notAnAmount': 'Escríbalo como {example}',

  'field.optional': 'opcional',
  'field.left': '{count, plural, one {queda # carácter} other {quedan # caracteres}}',

  'key.space': 'Espacio',
  'key.enter': 'Intro',
  'key.escape': 'Esc',
  'key.control': 'Ctrl',
  'key.shift': 'Mayús',
  'key.left': 'Flecha izquierda',
  'key.right': 'Flecha derecha',
  'key.up': 'Flecha arriba',
  'key.down': 'Flecha abajo',

  'unit.EA': '{quantity} uds.',
  'unit.KG': '{quantity} kg',
  'unit.M': '{quantity} m',
  'unit.L': '{quantity} l',
  'unit.PR': '{quantity} pares',

  'loading.title': 'Un momento',
};
