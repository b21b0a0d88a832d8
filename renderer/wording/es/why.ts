import type { why as english } from '../en/why.ts';
import type { Translation } from '../translation.ts';

export const why: Translation<typeof english> = {
  'why.quality.manufacturingDefect':
    'Se halló un defecto de fabricación en {quantity} de {of} unidades.',
  'why.quality.personSaysUs': 'Un supervisor nos hace responsables de {quantity} de {of} unidades.',
  'why.quality.inferredFromSample':
    '{defective} de {inspected} unidades inspeccionadas son defectuosas; según el muestreo acordado vale para las {of}.',
  'why.quality.causeUnclear': 'La causa en {quantity} unidades no está aclarada: {cause}.',
  'why.quality.personSaysOther':
    'Un supervisor hace responsable a otro de {quantity} unidades: {answer}.',
  'why.quality.misuseProved':
    'El uso indebido de {quantity} unidades está probado por {indicators} señales independientes; hacen falta {needed}.',
  'why.quality.misuseNotProved':
    'El uso indebido de {quantity} unidades no está probado: {indicators} de {needed} señales, {photos} fotos.',
  'why.quality.noDefect': 'No se halló defecto en {quantity} unidades.',
  'why.quality.otherCause': 'Lo hallado en {quantity} unidades viene del pedido o del transporte.',
  'why.quality.notInspected': '{remaining} unidades aún no se han inspeccionado.',

  'why.order.wrongArticle': 'Se pidió {ordered}, en la caja hay {found}.',
  'why.order.moreShippedThanOrdered': 'Se enviaron {shipped} y se habían pedido {ordered}.',
  'why.order.errorFound': 'Se halló un error nuestro en {quantity} de {of} unidades.',
  'why.order.noErrorFound': 'Modelo, especificación y cantidad son los pedidos.',
  'why.order.orderUnknown': 'No se conoce el pedido de estas unidades.',
  'why.order.notInspected': '{remaining} unidades aún no se han inspeccionado.',

  'why.transport.ourCarrierDamaged':
    '{carrier}, elegido por nosotros, dañó {quantity} unidades; el cliente reclamó el {objectedOn}, a tiempo hasta el {dueOn}.',
  'why.transport.promptByPerson':
    '{carrier} dañó {quantity} unidades; un supervisor consideró pronta la reclamación del {objectedOn}.',
  'why.transport.personSaysResponsible':
    'Un supervisor decidió quién responde de {quantity} unidades dañadas: {answer}.',
  'why.transport.personSaysOther':
    'Un supervisor hace responsable a otro de {quantity} unidades dañadas: {answer}.',
  'why.transport.objectedLate':
    'El cliente reclamó el {objectedOn}, después del {dueOn}. Transportista: {carrier}.',
  'why.transport.lateByPerson':
    'Un supervisor consideró tardía la reclamación del {objectedOn}. Transportista: {carrier}.',
  'why.transport.promptlyNotDefined':
    'El cliente reclamó el {objectedOn}, pero el contrato no dice qué es «con prontitud».',
  'why.transport.noObjection': 'El cliente no reclamó daños de {carrier}.',
  'why.transport.clientReceiptUnknown':
    'No se sabe cuándo recibió el cliente el pedido {orderNumber}.',
  'why.transport.carrierChosenByClient': 'El cliente eligió el transportista: {carrier}.',
  'why.transport.carrierChoiceUnknown': 'No se sabe quién eligió a {carrier}.',
  'why.transport.noDamageFound': 'No se hallaron daños del transporte al cliente.',
  'why.transport.notInspected': '{remaining} unidades aún no se han inspeccionado.',

  'why.apply.inTime': 'La solicitud llegó el {receivedOn}, a tiempo hasta el {dueOn}.',
  'why.apply.inTimeByPerson':
    'Un supervisor decidió que la solicitud del {receivedOn} llegó a tiempo.',
  'why.apply.late': 'La solicitud llegó el {receivedOn}, después del {dueOn}.',
  'why.apply.lateByPerson': 'Un supervisor decidió que la solicitud del {receivedOn} llegó tarde.',
  'why.apply.noApplication': 'No hay solicitud por escrito.',
  'why.apply.waivedByPerson': 'Un supervisor aceptó la mercancía sin solicitud por escrito.',
  'why.apply.noReturnPeriod':
    'El contrato no indica plazo, así que no se puede decir si llegó a tiempo.',
  'why.apply.clientReceiptUnknown': 'No se sabe cuándo recibió el cliente el pedido {orderNumber}.',
  'why.apply.orderUnknown': 'No se conoce el pedido de estas unidades.',
  'why.apply.evidenceMissing': 'A la solicitud le falta: {what}.',

  'why.review.inTime': 'La respuesta salió el {sentOn}, a tiempo hasta el {dueOn}.',
  'why.review.late': 'La respuesta salió el {sentOn}, después del {dueOn}.',
  'why.review.pending': 'La respuesta vence el {dueOn}.',
  'why.review.overdue': 'La respuesta venció el {dueOn}.',
  'why.review.noApplication': 'Sin solicitud no hay nada que revisar.',

  'why.shipCost.weBear':
    'La culpa es nuestra: pagamos el porte de devolución y organizamos la recogida.',
  'why.shipCost.ourCarrierBears':
    'La culpa es de nuestro transportista: organizamos la recogida y se lo cargamos.',
  'why.shipCost.clientBears': 'El cliente es responsable y paga el porte de devolución.',
  'why.shipCost.clientCarrierBears':
    'El transportista del cliente responde del porte de devolución.',
  'why.shipCost.sharedHalf': 'El porte de devolución se reparte a medias.',
  'why.shipCost.undetermined': 'Aún no está decidido quién paga el porte de devolución.',

  'why.inspect.running': 'Recibido el {arrivedOn}; los siete días hábiles terminan el {dueOn}.',
  'why.inspect.overdue': 'Recibido el {arrivedOn}; los siete días hábiles terminaron el {dueOn}.',
  'why.inspect.noArrival': 'La mercancía aún no ha llegado.',

  'why.refund.due':
    'Se cumplen las condiciones y la mercancía está íntegra: {amount} por {method}, de inmediato.',
  'why.refund.notIntactByPerson':
    'Un supervisor denegó el reembolso: {beyond} unidades están dañadas más allá de lo reclamado.',
  'why.refund.notIntact': '{beyond} unidades están dañadas más allá de lo reclamado.',
  'why.refund.notUpheld': 'La reclamación no procede.',
  'why.refund.undecided': 'La reclamación aún no está decidida.',

  'why.custom.notCustomised': 'La mercancía no se hizo a medida del cliente.',
  'why.custom.qualityIssue': 'Hecho a medida, pero con un problema de calidad.',
  'why.custom.noQualityIssue': 'Hecho a medida y sin problema de calidad.',
  'why.custom.ourErrorOrCarrier':
    'Hecho a medida, pero esta cláusula favorece al cliente: {clause}.',
  'why.custom.acceptedByReading':
    'Hecho a medida; según la lectura acordada prevalece esta cláusula: {clause}.',
  'why.custom.acceptedByPerson':
    'Hecho a medida; un supervisor hizo prevalecer esta cláusula: {clause}.',
  'why.custom.refusedByPerson':
    'Hecho a medida; un supervisor no hizo prevalecer esta cláusula: {clause}.',
  'why.custom.notYetKnown': 'Aún no se sabe si hay un problema de calidad.',
  'why.custom.orderUnknown': 'No se conoce el pedido de estas unidades.',

  'why.period.kept': 'Solicitado el {receivedOn}, dentro del plazo hasta el {dueOn}.',
  'why.period.keptByPerson':
    'Un supervisor decidió que la solicitud del {receivedOn} está en plazo.',
  'why.period.exceeded': 'Solicitado el {receivedOn}, fuera del plazo hasta el {dueOn}.',
  'why.period.exceededByPerson':
    'Un supervisor decidió que la solicitud del {receivedOn} está fuera de plazo.',
  'why.period.acceptedByReading':
    'Solicitado el {receivedOn}, después del {dueOn}; según la lectura acordada prevalece un defecto real.',
  'why.period.acceptedByPerson':
    'Solicitado el {receivedOn}, después del {dueOn}; un supervisor lo aceptó por el defecto real.',
  'why.period.noApplication': 'Sin solicitud no se puede contar ningún plazo.',
  'why.period.notStated': 'El contrato no indica plazo de devolución.',
  'why.period.clientReceiptUnknown':
    'No se sabe cuándo recibió el cliente el pedido {orderNumber}.',
  'why.period.orderUnknown': 'No se conoce el pedido de estas unidades.',

  'why.csm.notify': 'Se avisa a {manager}, que avisa al cliente.',
  'why.csm.clientUnknown': 'No se conoce al cliente, así que no se puede avisar a nadie.',
  'why.improve.countsIn': 'Cuenta en el análisis periódico como: {outcome}.',
  'why.improve.undecided': 'Cuenta cuando esté decidido.',

  'why.ask.lateRealDefect':
    'Un defecto real en {quantity} unidades, pero solicitado el {receivedOn}, después del {dueOn}.',
  'why.ask.notIntact': '{beyond} de {quantity} unidades están dañadas más allá de lo reclamado.',
  'why.ask.customisedOurError':
    '{quantity} unidades se hicieron a medida, pero esta cláusula favorece al cliente: {clause}.',
  'why.ask.promptlyNotDefined':
    'Recibido el {receivedOn}, reclamado el {objectedOn}. El contrato no dice cuánto es «con prontitud».',
  'why.ask.startedLate': 'Recibido el {arrivedOn}; el reembolso debía empezar antes del {dueOn}.',
  'why.ask.causeUnclear': 'La causa en {quantity} unidades no está aclarada: {cause}.',
  'why.ask.carrierChosenByClient': '{carrier}, elegido por el cliente, dañó {quantity} unidades.',
  'why.ask.carrierChoiceUnknown': '{carrier} dañó {quantity} unidades; no se sabe quién lo eligió.',
  'why.ask.freightShared':
    'En un mismo envío, {ours} grupos son responsabilidad nuestra y {theirs} del cliente.',
  'why.ask.noReturnPeriod': 'El contrato no indica plazo de devolución.',
  'why.ask.noApplication': 'La mercancía llegó sin ninguna solicitud.',
  'why.ask.arrivedBeforeReview': 'La mercancía llegó antes de revisarse la solicitud.',
  'why.ask.reviewDenied': 'La devolución se denegó el {sentOn}, pero la mercancía llegó.',
  'why.ask.reviewWantsMore':
    'El {sentOn} se pidió más información al cliente, pero la mercancía llegó.',
  'why.ask.orderUnknown': 'No se conoce ningún pedido de {article}.',
  'why.ask.otherArticle': 'Se anunció {ordered}, en la caja hay {article}.',
  'why.ask.foreignSerial':
    'No vendimos a este cliente el número de serie de este artículo ({article}).',
  'why.ask.otherQuantity': 'Llegaron {quantity} unidades más de las anunciadas.',

  'why.evidence.required': 'Necesaria antes de aprobar.',

  'why.turn.causeIs': 'la causa en {quantity} unidades es {cause} en vez de {from}',
  'why.turn.misuseProved':
    'el uso indebido de {quantity} unidades se prueba con {indicators} señales y fotos',
  'why.turn.defectFound': 'se halla un defecto en {quantity} unidades, causa: {cause}',
  'why.turn.noDefectFound': 'no se halla defecto en {quantity} unidades',
  'why.turn.beyondWasClaimed': 'también se hubiera reclamado el otro daño de {quantity} unidades',
  'why.turn.appliedBy': 'la solicitud hubiera llegado antes del {dueOn}',
  'why.turn.objectedBy': 'el cliente hubiera reclamado antes del {dueOn}',
  'why.turn.clientReceivedOn': 'el cliente recibió la mercancía el {on}',
  'why.turn.evidenceSent': 'el cliente envía: {what}',
  'why.turn.answered': 'un supervisor responde: {answer}',
  'why.turn.approvedQuantity': 'se autorizan {quantity} unidades',
  'why.turn.reviewAuthorises': 'la revisión autoriza la devolución',
  'why.turn.notCustomised': 'la mercancía no fuera a medida',
  'why.turn.carrierChosenByUs': 'el transportista lo elegimos nosotros',
  'why.turn.identityMatches': 'la mercancía es la anunciada',
  'why.turn.linkedTo': 'las unidades son del pedido {orderNumber}',

  'clientEvidence.photos': 'fotos',
  'clientEvidence.description': 'una descripción',
  'clientEvidence.inspectionReport': 'un informe de inspección',

  'answer.lateRealDefect.acceptLate': 'Aceptarlo a pesar del retraso',
  'answer.lateRealDefect.refuseLate': 'Rechazarlo por tardío',
  'answer.intactMeaning.payInFull': 'Pagar todo de todos modos',
  'answer.intactMeaning.refuseNotIntact': 'Rechazarlo por no estar íntegro',
  'answer.customisedOurError.acceptCustomised': 'Aceptar la devolución',
  'answer.customisedOurError.refuseCustomised': 'Rechazarla por ser a medida',
  'answer.promptlyUndefined.objectedPromptly': 'La reclamación fue pronta',
  'answer.promptlyUndefined.objectedTooLate': 'La reclamación llegó tarde',
  'answer.startedLate.startNow': 'Iniciar ahora el reembolso',
  'answer.startedLate.agreeNewDateWithClient': 'Acordar otra fecha con el cliente',
  'answer.responsibleUnknown.us': 'Somos responsables',
  'answer.responsibleUnknown.ourCarrier': 'Responde nuestro transportista',
  'answer.responsibleUnknown.client': 'Responde el cliente',
  'answer.responsibleUnknown.clientCarrier': 'Responde el transportista del cliente',
  'answer.responsibleUnknown.sharedHalf': 'Compartido, a medias',
  'answer.noReturnPeriod.treatAsInTime': 'Tratarlo como en plazo',
  'answer.noReturnPeriod.treatAsLate': 'Tratarlo como tardío',
  'answer.blindReturn.acceptAsReturn': 'Aceptarlo como devolución',
  'answer.blindReturn.refuseAsReturn': 'Rechazarlo como devolución',
};
