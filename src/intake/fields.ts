/** What a column can say of a standard, in the order in which a reader maps them. */
export const INTAKE_FIELDS = [
  'reference',
  'title',
  'sdo',
  'committee',
  'deliverable',
  'status',
  'date',
  'scope',
  'topics',
  'role',
  'level',
  'kind',
  'ics',
  'url',
  'aliases',
  'action',
  'withdrawn',
  'supersedes',
  'supersededBy',
  'sameText',
  'reason',
] as const;
export type IntakeField = (typeof INTAKE_FIELDS)[number];

/** Words between commas. */
const words = (text: string): readonly string[] => text.split(', ');

/**
 * Names that columns have for a field, folded (no case, no diacritics): English, French, Spanish, German, Arabic, and a few more for the main
 * ones; the first is the one of the template.
 */
export const COLUMN_WORDS: Readonly<Record<IntakeField, readonly string[]>> = {
  reference: words(
    'reference, ref, designation, standard, standard number, standard no, number, no, document, document number, doc no, ' +
      'standard reference, reference number, reference no, ref no, identifier, id, standard id, code, recommendation, ' +
      'deliverable number, standard code, numero, norme, numero de norme, reference de la norme, numero du document, ' +
      'recommandation, referencia, norma, numero de norma, codigo, recomendacion, referenz, nummer, normnummer, ' +
      'dokumentnummer, norm, bezeichnung, normbezeichnung, المرجع, رقم المرجع, رقم المواصفه, رقم المعيار, المعيار, المواصفه, ' +
      'الرقم, التوصيه, رقم التوصيه, 编号, 标准号, 标准编号, номер, обозначение, numero da norma, riferimento, 番号, 規格番号',
  ),
  title: words(
    'title, name, standard title, document title, standard name, title of the standard, title of standard, english title, ' +
      'title en, subject, titre, intitule, titre de la norme, libelle, nom, titulo, titulo de la norma, nombre, denominacion, ' +
      'titel, name der norm, titel der norm, benennung, العنوان, عنوان, عنوان المواصفه, عنوان المعيار, الاسم, 标题, 名称, 标准名称, ' +
      'название, наименование, titolo, タイトル, 名称',
  ),
  sdo: words(
    'sdo, organization, organisation, standards body, standards organization, body, publisher, issuer, issuing body, ' +
      'sdo group, source sdo, developer, organisme, organisme de normalisation, editeur, organismo, organizacion, ' +
      'organismo de normalizacion, editor, organisationen, normungsorganisation, herausgeber, المنظمه, الهيئه, هيئه التقييس, ' +
      'الجهه, الناشر, 组织, 机构, организация, organizzazione',
  ),
  committee: words(
    'committee, technical committee, group, working group, study group, tc, tc sc, sc, wg, owner, responsible group, ' +
      'responsible committee, question, tc sg, sg, responsible, committee group, comite, comite technique, groupe, ' +
      'groupe de travail, commission d etudes, grupo, comite tecnico, grupo de trabajo, comision de estudio, komitee, gremium, ' +
      'ausschuss, arbeitsgruppe, studiengruppe, gruppe, اللجنه, اللجنه الفنيه, لجنه الدراسات, المجموعه, فريق العمل, 委员会, ' +
      'комитет, comitato',
  ),
  deliverable: words(
    'deliverable, deliverable type, type, document type, type of document, publication type, standard type, doc type, form, ' +
      'type de document, nature, tipo, tipo de documento, typ, dokumenttyp, art, dokumentart, النوع, نوع الوثيقه, 类型, тип, ' +
      'tipo di documento',
  ),
  status: words(
    'status, stage, state, publication status, current status, stage code, progress, statut, etat, stade, estado, situacion, ' +
      'etapa, stand, stadium, zustand, الحاله, الوضع, المرحله, 状态, статус, состояние, stato',
  ),
  date: words(
    'date, publication date, date of publication, published, year, pub date, approval date, date of approval, approved, ' +
      'year of publication, issue date, publication year, release date, edition date, date de publication, annee, ' +
      'date d approbation, parution, fecha, fecha de publicacion, ano, fecha de aprobacion, datum, jahr, veroffentlichung, ' +
      'veroffentlichungsdatum, ausgabedatum, erscheinungsdatum, ausgabe, التاريخ, تاريخ النشر, تاريخ, السنه, سنه النشر, ' +
      'تاريخ الاعتماد, 日期, 发布日期, дата, год, data',
  ),
  scope: words(
    'scope, abstract, description, summary, content, purpose, scope of the standard, short description, ' +
      'domaine d application, resume, portee, objet, alcance, resumen, objeto, descripcion, campo de aplicacion, ' +
      'anwendungsbereich, zusammenfassung, beschreibung, kurzfassung, النطاق, مجال التطبيق, الوصف, الملخص, نبذه, 范围, ' +
      'область применения, ambito',
  ),
  topics: words(
    'topic, topics, domain, theme, category, area, work area, sector, vertical, keywords, subject area, capability, ' +
      'topic area, field, sujet, sujets, domaine, thematique, secteur, tema, temas, ambito tematico, categoria, thema, themen, ' +
      'bereich, kategorie, themenfeld, الموضوع, المواضيع, المجال, القطاع, الفئه, 主题, 领域, тема, область, argomento',
  ),
  role: words('role, content type, function, fonction, funcion, rolle, funktion, الدور, الوظيفه'),
  level: words('level, niveau, nivel, ebene, المستوى'),
  kind: words('kind, binding, nature of the text, normative, verbindlichkeit, caracter, الصفه'),
  ics: words('ics, ics code, ics codes, ics number, indice de classement, icn'),
  url: words(
    'url, link, web page, website, address, web, hyperlink, page, lien, site web, enlace, pagina web, verweis, webseite, ' +
      'الرابط, الموقع, 链接, ссылка',
  ),
  aliases: words(
    'other designations, alias, aliases, also known as, other numbers, dual number, equivalent, autres designations, ' +
      'otras designaciones, andere bezeichnungen, تسميات اخرى',
  ),
  action: words(
    'action, change, type of change, what to do, change type, request, action a faire, modification, accion, cambio, modificacion, ' +
      'massnahme, anderung, aktion, الاجراء, التغيير, نوع التغيير',
  ),
  withdrawn: words(
    'withdrawn on, withdrawn, withdrawal date, date of withdrawal, date withdrawn, withdrawal, end of validity, valid until, ' +
      'date de retrait, date d annulation, fecha de anulacion, fecha de retirada, zuruckgezogen am, datum der zuruckziehung, ' +
      'تاريخ السحب, تاريخ الالغاء',
  ),
  supersedes: words(
    'supersedes, replaces, supersedes standard, replaces standard, revision of, remplace la norme, annule et remplace, ' +
      'sustituye a, reemplaza a, anula y sustituye, ersetzt die norm, ersatz fur, يحل محل',
  ),
  supersededBy: words(
    'superseded by, replaced by, successor, new standard, new number, remplace par, remplacee par, successeur, sustituida por, ' +
      'sustituido por, reemplazada por, ersetzt durch, nachfolger, حل محله المعيار, استبدل ب',
  ),
  sameText: words(
    'same text as, same text, identical to, identical with, equivalent to, adoption of, adopts, identique a, texte identique a, ' +
      'identico a, identica a, identisch mit, مطابق ل, نفس النص',
  ),
  reason: words(
    'reason, why, justification, correction, reason for change, reason for the correction, remark on the correction, raison, motif, ' +
      'razon, motivo, justificacion, grund, begrundung, السبب, المبرر',
  ),
};
