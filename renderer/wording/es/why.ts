import type { Translation } from '../en/translation.ts';
import type { why as english } from '../en/why.ts';

export const why: Translation<typeof english> = {
  'why.quality.manufacturingDefect':
    '{quantity} de {of, plural, one {# unidad tiene} other {# unidades tienen}} un defecto de fabricación.',
  'why.quality.personSaysUs':
    '{quantity} de {of, plural, one {# unidad} other {# unidades}}: supervisión considera que la responsabilidad es nuestra.',
  'why.quality.inferredFromSample':
    'Muestra: {defective} de {inspected} unidades inspeccionadas son defectuosas; según el plan acordado vale para las {of}.',
  'why.quality.causeUnclear':
    '{quantity, plural, one {# unidad tiene} other {# unidades tienen}} un defecto de causa poco clara: {cause}.',
  'why.quality.personSaysOther':
    '{quantity, plural, one {# unidad} other {# unidades}} con causa poco clara. Responsable según supervisión: {answer}.',
  'why.quality.misuseProved':
    '{quantity, plural, one {# unidad se usó} other {# unidades se usaron}} mal: {indicators} indicios independientes con fotos, hacen falta {needed}.',
  'why.quality.misuseNotProved':
    'El uso indebido de {quantity, plural, one {# unidad} other {# unidades}} no está probado: {indicators} de {needed} indicios y {photos, plural, =0 {ninguna foto} one {# foto} other {# fotos}} hasta ahora.',
  'why.quality.noDefect': 'Sin defecto en {quantity, plural, one {# unidad} other {# unidades}}.',
  'why.quality.otherCause':
    'El daño de {quantity, plural, one {# unidad} other {# unidades}} viene de otra causa, no de la fabricación.',
  'why.quality.notInspected':
    '{remaining, plural, one {# unidad está} other {# unidades están}} sin inspeccionar.',

  'why.order.wrongArticle': 'Se pidió {ordered}, ha vuelto {found}.',
  'why.order.moreShippedThanOrdered': 'Enviamos {shipped}, solo se pidieron {ordered}.',
  'why.order.errorFound':
    '{quantity} de {of, plural, one {# unidad no es} other {# unidades no son}} lo que se pidió.',
  'why.order.noErrorFound': 'No se encontró ninguna diferencia con el pedido.',
  'why.order.orderUnknown': 'Aún no se sabe a qué pedido pertenece esta mercancía.',
  'why.order.notInspected':
    '{remaining, plural, one {# unidad está} other {# unidades están}} sin inspeccionar.',

  'why.transport.ourCarrierDamaged':
    '{quantity, plural, one {# unidad dañada} other {# unidades dañadas}} por {carrier, select, none {nuestro transportista, según supervisión} other {{carrier}, elegido por nosotros}}. El cliente reclamó el {objectedOn}, dentro del plazo hasta {dueOn}.',
  'why.transport.promptByPerson':
    '{quantity, plural, one {# unidad dañada} other {# unidades dañadas}} por {carrier, select, none {nuestro transportista, según supervisión} other {{carrier}, elegido por nosotros}}. Supervisión considera pronta la reclamación.',
  'why.transport.personSaysResponsible':
    '{quantity, plural, one {# unidad dañada} other {# unidades dañadas}} en el camino. Responsable según supervisión: {answer}.',
  'why.transport.personSaysOther':
    '{quantity, plural, one {# unidad dañada} other {# unidades dañadas}} en el camino, no a nuestro cargo. Responsable según supervisión: {answer}.',
  'why.transport.objectedLate':
    'Dañado por {carrier, select, none {nuestro transportista, según supervisión} other {{carrier}}}, pero el cliente reclamó el {objectedOn}; el último día era {dueOn}.',
  'why.transport.lateByPerson':
    'Dañado por {carrier, select, none {nuestro transportista} other {{carrier}}}, pero supervisión considera que el cliente no reclamó a tiempo.',
  'why.transport.promptlyNotDefined':
    'El cliente reclamó el {objectedOn}, pero no hay plazo con que medirlo: {field}.',
  'why.transport.noObjection':
    'Dañado por {carrier, select, none {nuestro transportista, según supervisión} other {{carrier}}}, pero el cliente no reclamó.',
  'why.transport.clientReceiptUnknown':
    'El pedido {orderNumber} no dice cuándo recibió el cliente la mercancía.',
  'why.transport.carrierChosenByClient':
    'El transportista{carrier, select, none {} other {, {carrier},}} lo eligió el cliente.',
  'why.transport.carrierChoiceUnknown':
    'No se sabe quién eligió al transportista{carrier, select, none {} other {, {carrier}}}.',
  'why.transport.noDamageFound': 'No se encontró daño del envío al cliente.',
  'why.transport.notInspected':
    '{remaining, plural, one {# unidad está} other {# unidades están}} sin inspeccionar.',

  'why.apply.inTime': 'La solicitud llegó el {receivedOn}, dentro del plazo hasta {dueOn}.',
  'why.apply.inTimeByPerson':
    'La solicitud llegó el {receivedOn}. Supervisión la trata como puntual.',
  'why.apply.late': 'La solicitud llegó el {receivedOn}, después del último día, {dueOn}.',
  'why.apply.lateByPerson': 'La solicitud llegó el {receivedOn}. Supervisión la trata como tardía.',
  'why.apply.noApplication': 'No consta ninguna solicitud.',
  'why.apply.waivedByPerson':
    'Sin solicitud, pero supervisión trata la mercancía como esta devolución.',
  'why.apply.noReturnPeriod': 'No hay plazo de devolución con que medirlo: {field}.',
  'why.apply.clientReceiptUnknown':
    'El pedido {orderNumber} no dice cuándo recibió el cliente la mercancía.',
  'why.apply.orderUnknown': 'Aún no se sabe a qué pedido pertenece esta mercancía.',
  'why.apply.evidenceMissing': 'A la solicitud le falta: {what}.',

  'why.review.inTime': 'La respuesta salió el {sentOn}, dentro del plazo hasta {dueOn}.',
  'why.review.late': 'La respuesta salió el {sentOn}, después del último día, {dueOn}.',
  'why.review.pending': 'La respuesta al cliente está abierta hasta {dueOn}.',
  'why.review.overdue': 'El cliente aún no tiene respuesta; el último día era {dueOn}.',
  'why.review.noApplication': 'No hay solicitud que revisar.',
  'why.review.notCounted': 'No se pueden contar los días de la revisión: el calendario no alcanza.',

  'why.shipCost.weBear': 'El porte de devolución nos corresponde, y también organizar la recogida.',
  'why.shipCost.ourCarrierBears':
    'Debe pagar nuestro transportista. La recogida la organizamos nosotros y se le debe cobrar.',
  'why.shipCost.clientBears': 'El porte de devolución corresponde al cliente.',
  'why.shipCost.clientCarrierBears':
    'El porte de devolución corresponde al transportista del cliente.',
  'why.shipCost.sharedHalf': 'El porte de devolución se reparte a medias.',
  'why.shipCost.undetermined': 'Quién paga queda abierto hasta saber quién es responsable.',

  'why.inspect.running': 'La mercancía llegó el {arrivedOn}; todo debe estar hecho hasta {dueOn}.',
  'why.inspect.overdue': 'La mercancía llegó el {arrivedOn}; el último día era {dueOn}.',
  'why.inspect.noArrival': 'La mercancía aún no está aquí.',
  'why.inspect.notCounted':
    'La mercancía llegó el {arrivedOn}. No se puede contar el plazo de inspección: el calendario del centro no alcanza.',

  'why.refund.due': 'Se pueden reembolsar {amount}.',
  'why.refund.notIntactByPerson': 'Supervisión considera la mercancía no íntegra: {beyond}.',
  'why.refund.notIntact': 'Daño más allá de lo que es nuestro o del transportista: {beyond}.',
  'why.refund.notUpheld': 'La reclamación no procede.',
  'why.refund.undecided': 'Aún no está decidido.',

  'why.custom.notCustomised': 'No está hecho a medida.',
  'why.custom.qualityIssue': 'Hecho a medida, pero el defecto es nuestro.',
  'why.custom.noQualityIssue': 'Hecho a medida y sin defecto: no hay devolución.',
  'why.custom.ourErrorOrCarrier': 'Hecho a medida, y es: {clause}.',
  'why.custom.acceptedByReading': 'Hecho a medida; la política lo concede igualmente: {clause}.',
  'why.custom.acceptedByPerson': 'Hecho a medida; supervisión lo concede igualmente: {clause}.',
  'why.custom.refusedByPerson': 'Hecho a medida; supervisión no lo concede: {clause}.',
  'why.custom.notYetKnown': 'Hecho a medida; aún no se sabe si hay defecto.',
  'why.custom.orderUnknown': 'Aún no se sabe a qué pedido pertenece esta mercancía.',

  'why.period.kept': 'La solicitud llegó el {receivedOn}, dentro del plazo hasta {dueOn}.',
  'why.period.keptByPerson':
    'La solicitud llegó el {receivedOn}. Supervisión la trata como puntual.',
  'why.period.exceeded': 'La solicitud llegó el {receivedOn}; el plazo acabó el {dueOn}.',
  'why.period.exceededByPerson':
    'La solicitud llegó el {receivedOn}. Supervisión la trata como tardía.',
  'why.period.acceptedByReading':
    'Tardía ({receivedOn} en vez de {dueOn}), pero la política deja pasar un defecto real.',
  'why.period.acceptedByPerson':
    'Tardía ({receivedOn} en vez de {dueOn}), pero supervisión deja pasar el defecto real.',
  'why.period.noApplication': 'Sin solicitud no hay plazo que medir.',
  'why.period.notStated': 'No se indica plazo de devolución: {field}.',
  'why.period.clientReceiptUnknown':
    'El pedido {orderNumber} no dice cuándo recibió el cliente la mercancía.',
  'why.period.orderUnknown': 'Aún no se sabe a qué pedido pertenece esta mercancía.',

  'why.csm.notify':
    'El gestor de atención de este cliente es {manager}. Quayside no le envía ningún mensaje.',
  'why.csm.clientUnknown': 'Aún no se sabe de quién es esta mercancía.',
  'why.improve.countsIn': 'Para un análisis de devoluciones este caso es: {outcome}.',
  'why.improve.undecided': 'Para un análisis de devoluciones este caso aún no tiene resultado.',

  'why.ask.lateRealDefect':
    '{quantity, plural, one {# unidad} other {# unidades}}: la culpa es nuestra ({clause}), pero la solicitud llegó el {receivedOn}, después del {dueOn}.',
  'why.ask.notIntact':
    '{quantity, plural, one {# unidad} other {# unidades}} con daño más allá de lo que es nuestro o del transportista: {beyond}.',
  'why.ask.customisedOurError':
    '{quantity, plural, one {# unidad hecha} other {# unidades hechas}} a medida, y es: {clause}.',
  'why.ask.promptlyNotDefined':
    'Recibido {receivedOn}, reclamado {objectedOn}. Ningún plazo dice si eso es pronto: {field}.',
  'why.ask.causeUnclear':
    'La causa en {quantity, plural, one {# unidad} other {# unidades}} no está clara: {cause}.',
  'why.ask.carrierChosenByClient':
    '{quantity, plural, one {# unidad dañada} other {# unidades dañadas}} en el camino con {carrier, select, none {un transportista} other {{carrier},}} elegido por el cliente.',
  'why.ask.carrierChoiceUnknown':
    '{quantity, plural, one {# unidad dañada} other {# unidades dañadas}} en el camino{carrier, select, none {; no se sabe con quién} other { con {carrier}; no se sabe quién lo eligió}}.',
  'why.ask.freightShared':
    'Un bulto, varias causas: {ours, plural, one {# unidad} other {# unidades}} a nuestro cargo, {theirs, plural, one {# unidad} other {# unidades}} a cargo del cliente. ¿Quién paga el porte?',
  'why.ask.noReturnPeriod': '¿Llegó a tiempo la solicitud? Ningún plazo lo dice: {field}.',
  'why.ask.noApplication': 'Mercancía sin solicitud. ¿Es una devolución?',
  'why.ask.arrivedBeforeReview':
    'La mercancía llegó antes de que el cliente tuviera una respuesta. ¿Es una devolución?',
  'why.ask.reviewDenied':
    'Al cliente se le dijo que no el {sentOn} y envió la mercancía igualmente. ¿Es una devolución?',
  'why.ask.reviewWantsMore':
    'Al cliente se le pidió más el {sentOn} y envió la mercancía. ¿Es una devolución?',
  'why.ask.orderUnknown':
    '{article}: ningún pedido de este cliente lo incluye. ¿Es una devolución?',
  'why.ask.otherArticle': 'Aquí hay {article}, se vendió {ordered}. ¿Es parte de esta devolución?',
  'why.ask.foreignSerial':
    '{article} con un número de serie que no vendimos en este pedido. ¿Es parte de esta devolución?',
  'why.ask.otherQuantity':
    '{quantity, plural, one {# unidad} other {# unidades}} más de lo anunciado. ¿Parte de esta devolución?',

  'why.evidence.required':
    '{severity, select, none {{reason, select, none {necesaria en todos los casos} other {necesaria con la reclamación «{reason}»}}} other {necesaria con la gravedad «{severity}»}}',
  'why.evidence.samePicture':
    'la foto aportada es la misma imagen que otra de este caso: haga una propia',
  'why.evidence.otherCase':
    'la foto aportada ya prueba la reclamación del caso {caseId}: haga una de estas mercancías',

  'why.turn.causeIs':
    'si la causa de {codes} en {quantity, plural, one {# unidad} other {# unidades}} fuera «{cause}» en vez de «{from}»',
  'why.turn.misuseProved':
    'si se probara que {codes} en {quantity, plural, one {# unidad} other {# unidades}} es uso indebido, con {indicators} indicios y una foto',
  'why.turn.defectFound':
    'si se encontrara un defecto de causa «{cause}» en {quantity, plural, one {# unidad} other {# unidades}}',
  'why.turn.noDefectFound':
    'si no se encontrara defecto en {quantity, plural, one {# unidad} other {# unidades}}',
  'why.turn.appliedBy': 'si la solicitud hubiera llegado hasta {dueOn}',
  'why.turn.objectedBy': 'si el cliente hubiera reclamado hasta {dueOn}',
  'why.turn.clientReceivedOn': 'si el cliente hubiera recibido la mercancía el {on}',
  'why.turn.evidenceSent': 'si el cliente hubiera enviado: {what}',
  'why.turn.answered': 'si supervisión respondiera a «{question}» con «{answer}»',
  'why.turn.approvedQuantity':
    'si la revisión hubiera permitido {quantity, plural, one {# unidad} other {# unidades}}',
  'why.turn.reviewAuthorises': 'si la revisión hubiera autorizado la devolución',
  'why.turn.notCustomised': 'si no estuviera hecho a medida',
  'why.turn.carrierChosenByUs': 'si hubiéramos elegido nosotros al transportista',
  'why.turn.identityMatches': 'si fuera la mercancía anunciada',
  'why.turn.linkedTo': 'si perteneciera al pedido {orderNumber}',

  'answer.lateRealDefect.acceptLate': 'Nuestra culpa cuenta: admitir aunque tarde',
  'answer.lateRealDefect.refuseLate': 'Cuenta el plazo: no pagar',
  'answer.intactMeaning.payInFull': 'Pagar todo',
  'answer.intactMeaning.refuseNotIntact': 'No íntegra: no pagar',
  'answer.customisedOurError.acceptCustomised': 'Cuenta nuestro error: recibirlo de vuelta',
  'answer.customisedOurError.refuseCustomised': 'Hecho a medida: sin devolución',
  'answer.promptlyUndefined.objectedPromptly': 'Sí, fue pronta',
  'answer.promptlyUndefined.objectedTooLate': 'No, fue tarde',
  'answer.startedLate.startNow': 'Iniciar el reembolso ahora',
  'answer.startedLate.agreeNewDateWithClient': 'Acordar antes otra fecha con el cliente',
  'answer.responsibleUnknown.us': 'Nosotros',
  'answer.responsibleUnknown.ourCarrier': 'Nuestro transportista',
  'answer.responsibleUnknown.client': 'El cliente',
  'answer.responsibleUnknown.clientCarrier': 'El transportista del cliente',
  'answer.responsibleUnknown.sharedHalf': 'Ambos, a medias',
  'answer.noReturnPeriod.treatAsInTime': 'Tratarla como puntual',
  'answer.noReturnPeriod.treatAsLate': 'Tratarla como tardía',
  'answer.blindReturn.acceptAsReturn': 'Sí, tratarla como esta devolución',
  'answer.blindReturn.refuseAsReturn': 'No, guardarla para el cliente',

  'cause.mixed': 'varias causas',
  'paper.contract': 'falta el contrato',
  'paper.contract.returnPeriod': 'el contrato no indica plazo de devolución',
  'paper.contract.objectionPeriod': 'el contrato no indica plazo de reclamación',
  'paper.calendar': 'falta el calendario con que contar, o termina antes',
  'clientEvidence.photos': 'fotos',
  'clientEvidence.description': 'una descripción',
  'clientEvidence.inspectionReport': 'un informe de inspección',
  'data.notNamed': 'sin nombre',
  'why.quality.sampleSound':
    'Muestra: {defective} de {inspected} unidades inspeccionadas son defectuosas; el plan acordado lo admite para las {of}.',
  'why.quality.noneRecorded':
    'No se registró ningún defecto de fabricación en {quantity, plural, one {# unidad} other {# unidades}}.',
  'why.order.neverShipped':
    'Aquí está {found}; se pidió {ordered} y se envió {shipped}. No es ninguno de los dos.',
  'why.transport.objectionNotKnown':
    'Dañado por {carrier, select, none {nuestro transportista, según supervisión} other {{carrier}}}. No se sabe si el cliente reclamó.',
  'why.transport.causeUnclear':
    'No está claro si el daño de {quantity, plural, one {# unidad} other {# unidades}} viene del transporte.',
  'why.transport.noneInSample': 'En la muestra no se encontró daño de transporte.',
  'why.apply.evidenceNoted':
    'A la solicitud le falta: {what}. Nuestra propia inspección prueba el motivo; solo se anota.',
  'why.apply.refusedByPerson': 'Supervisión no trata esta mercancía como devolución.',
  'why.apply.foreignByPerson':
    'Supervisión decidió que estas unidades no forman parte de la devolución.',
  'why.shipCost.proRata': 'El flete de devolución se reparte según el valor de cada parte.',
  'why.refund.moreThanApproved': '{granted} de {of} unidades: la revisión autorizó {most}.',
  'why.refund.moreThanRequested':
    '{granted} de {of} unidades: se solicitaron {most} y la revisión no indicó otra cifra.',
  'why.refund.moreThanShipped': '{granted} de {of} unidades: se enviaron {most}.',
  'why.refund.grantedElsewhere':
    '{granted} de {of} unidades: de esta línea de pedido solo {most} no se concedieron en otro caso.',
  'why.refund.worthGrantedElsewhere':
    '{amount} por estas unidades: el resto de lo facturado por la línea de pedido se concedió en otros casos.',
  'why.refund.serialReturnedBefore': 'El número de serie {serial} ya se devolvió en otro caso.',
  'why.ask.objectedLate':
    'El cliente reclamó el {objectedOn}; el último día era {dueOn}. ¿Cuenta como pronto?',
  'why.ask.objectionReceiptUnknown':
    'El cliente reclamó, pero no se sabe cuándo recibió la mercancía. ¿Fue pronto?',
  'why.ask.objectionNotKnown': 'Dañado por nuestro transportista. ¿Reclamó el cliente a tiempo?',
  'why.ask.evidenceMissing':
    'Nuestra inspección prueba el motivo, pero a la solicitud le falta: {what}.',
  'why.ask.serialAgain':
    'El número de serie {serial} ya volvió, en el caso {caseId}, y no se envió de nuevo. ¿Cuenta otra vez?',
  'why.turn.onlyDefects':
    'si solo se hubieran registrado los defectos en {quantity, plural, one {# unidad} other {# unidades}}',
  'why.turn.onlySound':
    'si en {quantity, plural, one {# unidad} other {# unidades}} solo se hubiera registrado «sin defecto»',
  'why.turn.shippedQuantity':
    'si se hubieran pedido y enviado {quantity, plural, one {# unidad} other {# unidades}}',
  'why.turn.notGrantedElsewhere':
    'si nada de esta línea de pedido se hubiera concedido en otro caso',
  'why.turn.serialNotReturnedBefore': 'si el número de serie {serial} no hubiera vuelto antes',
  'answer.mixedFreight.us': 'La pagamos nosotros',
  'answer.mixedFreight.ourCarrier': 'La pagamos y la cargamos a nuestro transportista',
  'answer.mixedFreight.client': 'La paga el cliente',
  'answer.mixedFreight.clientCarrier': 'La paga el cliente, por su transportista',
  'answer.mixedFreight.sharedHalf': 'Ambos, a medias',
  'answer.mixedFreight.proRata': 'Ambos, según el valor',
  'answer.evidenceMissing.acceptWithout': 'Seguir sin ellos',
  'answer.evidenceMissing.waitForPapers': 'Esperarlo',
  'answer.serialAgain.countAgain': 'Sí, cuenta otra vez',
  'answer.serialAgain.refuseAgain': 'No, ya se devolvió',
};
