import type { find as english } from '../en/find.ts';
import type { Translation } from '../en/translation.ts';

/** The palette. */
export const find: Translation<typeof english> = {
  'find.title': 'Buscar un caso o una acción',
  'find.open': 'Buscar',
  'find.placeholder': 'RMA, pedido, cliente, artículo, n.º de serie o de seguimiento, persona',
  'find.group.number': 'Por número',
  'find.group.client': 'Por cliente',
  'find.group.goods': 'Por artículo',
  'find.group.person': 'Por persona',
  'find.group.act': 'Acciones',
  'find.group.central': 'En la central',
  'find.none': 'Ningún caso ni acción con ese nombre',
  'find.none.next':
    'Pruebe con una parte del número, el nombre del cliente u otra palabra del artículo.',
  'find.busy': 'Buscando…',
  'find.central.asking': 'Respuesta de esta estación. Consultando a la central…',
  'find.central.asked': 'Todo lo que saben esta estación y la central.',
  'find.central.more': 'La central conoce más casos con ese nombre: escriba algo más.',
  'find.central.unreachable':
    'Solo lo que sabe esta estación; ahora no se puede consultar a la central.',
  'find.central.gone': 'Ahora no se puede pedir este caso a la central. Su estado figura arriba.',
  'find.refunds':
    '{count, plural, one {# reembolso} other {# reembolsos}}{sum, select, none {} other { por un total de {sum}}}',
  'find.refund.due': 'Reembolso{sum, select, none {} other { de {sum}}} pendiente',
  'find.refund.dueBy':
    'Reembolso{sum, select, none {} other { de {sum}}} pendiente, que debe iniciarse a más tardar el {date}',
  'find.refund.late':
    'Reembolso{sum, select, none {} other { de {sum}}} con retraso: debía iniciarse a más tardar el {date}',
  'find.refund.waits':
    'Reembolso{sum, select, none {} other { de {sum}}} pendiente, a la espera de {count, plural, one {# foto} other {# fotos}}',
  'find.refund.instructed': 'Reembolso{sum, select, none {} other { de {sum}}} iniciado el {date}',
  'find.refund.acknowledged':
    'Reembolso{sum, select, none {} other { de {sum}}} iniciado el {date}, aceptado por el sistema de pagos',
  'find.refund.failed': 'Reembolso{sum, select, none {} other { de {sum}}} del {date} fallido',
  'find.refund.unknown':
    'Reembolso{sum, select, none {} other { de {sum}}} iniciado el {date}, en consulta con el sistema de pagos',
  'find.declined': 'Rechazado el {date}',
  'find.settled': 'Resuelto sin dinero el {date}',
  'find.here': 'Mercancía recibida, aún sin decisión',
  'find.expected': 'se espera el {date}',
  'find.wasExpected': 'se esperaba el {date}',
  'find.at.dock': 'en la lista del muelle',
  'find.at.bench': 'en la lista de inspección',
  'find.at.desk': 'en la lista de decisión',
  'find.at.nowhere': 'aún no está aquí',
  'find.at.over': 'cerrado',
  'find.noRma': 'sin RMA',
  'find.act.place': 'Ir a: {place}',
  'find.act.soundOff': 'Desactivar los tonos',
  'find.act.soundOn': 'Activar los tonos',
  'find.act.theme': 'Aspecto: {theme}',
  'find.act.language': 'Idioma: {language}',
  'find.card.client': 'Cliente',
  'find.card.state': 'Estado',
  'find.card.articles': 'Artículos',
  'find.card.where': 'Dónde',
  'find.card.gone': 'Este caso ya no está en esta estación',
  'find.card.readOnly': 'Solo lectura: está cerrado o lo trabaja otra función.',
  'find.card.back': 'Volver a la lista',
};
