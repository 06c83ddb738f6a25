//! The words of the field beside ours: what the standards and the Vietnamese decree call the same thing.

/// The prefixes of the terms below, and whose they are.
pub(super) const STANDARDS: &[(&str, &str)] = &[
    ("`cpsv:`", "Core Public Service Vocabulary, `http://purl.org/vocab/cpsv#`, as CPSV-AP 3.2 uses it"),
    ("`cv:`", "the Core Vocabularies, `http://data.europa.eu/m8g/`: CPSV-AP 3.2, and CCCEV 2.1 for requirements, evidence and concepts"),
    ("`eli:`", "European Legislation Identifier, `http://data.europa.eu/eli/ontology#`"),
    ("`dct:`, `dcat:`, `skos:`, `org:`", "Dublin Core terms, Data Catalog Vocabulary, SKOS, the Organization Ontology"),
    ("Art. 8", "Article 8(2) of Decree 63/2010/NĐ-CP as amended by Decree 92/2017/NĐ-CP: the parts of an administrative procedure"),
];

/// The term beside each key, by schema and path.
const TERMS: &[(&str, &str)] = &[
    ("procedure", "`cpsv:PublicService`; thủ tục hành chính"),
    ("procedure/procedure", "`dct:identifier`"),
    ("procedure/title", "`dct:title`; Art. 8(2)(a) tên thủ tục hành chính"),
    ("procedure/sector", "`cv:thematicArea`; lĩnh vực"),
    ("procedure/authority", "`cv:hasCompetentAuthority`; Art. 8(2)(g) cơ quan giải quyết"),
    ("procedure/audience", "`dct:audience`; Art. 8(2)(e) đối tượng thực hiện"),
    ("procedure/legal_basis", "`cv:hasLegalResource`"),
    ("procedure/dossier", "Art. 8(2)(d) thành phần, số lượng hồ sơ"),
    ("procedure/dossier/sets", "Art. 8(2)(d) số lượng hồ sơ"),
    ("procedure/dossier/documents", "`cv:hasInputType`; Art. 8(2)(d) thành phần hồ sơ"),
    ("procedure/dossier/documents/id", "`dct:identifier`"),
    ("procedure/dossier/documents/title", "`dct:title` of the `cv:Requirement`"),
    ("procedure/dossier/documents/evidence", "`cv:EvidenceType`"),
    ("procedure/dossier/documents/any_of", "one `cv:EvidenceTypeList` for each: one list satisfied is enough"),
    ("procedure/dossier/documents/any_of/evidence", "`cv:EvidenceType`"),
    ("procedure/dossier/documents/proves", "`cv:hasConcept` of the `cv:Requirement`"),
    ("procedure/dossier/documents/legal_basis", "`cv:isDerivedFrom` of the `cv:Requirement`"),
    ("procedure/forms", "Art. 8(2)(h) mẫu đơn, mẫu tờ khai"),
    ("procedure/forms/fields/concept", "`cv:InformationConcept`"),
    ("procedure/channels", "`cv:hasChannel`; Art. 8(2)(c) cách thức thực hiện"),
    ("procedure/channels/by", "`dct:type` of the `cv:Channel`"),
    (
        "procedure/time_limit",
        "a `cpsv:Rule` that it `cpsv:follows`, and `cv:processingTime` where one limit in days of the calendar is all; Art. 8(2)(đ) thời hạn giải quyết",
    ),
    ("procedure/steps", "Art. 8(2)(b) trình tự thực hiện"),
    ("procedure/conditions", "`cv:holdsRequirement`; Art. 8(2)(h) yêu cầu, điều kiện"),
    ("procedure/conditions/text", "`dct:title` of the `cv:Requirement`"),
    ("procedure/conditions/legal_basis", "`cv:isDerivedFrom` of the `cv:Requirement`"),
    ("procedure/fees", "`cv:hasCost`; Art. 8(2)(h) phí, lệ phí"),
    ("procedure/fees/amount", "`cv:hasValue` and `cv:currency` of the `cv:Cost`"),
    ("procedure/fees/title", "`dct:description` of the `cv:Cost`"),
    ("procedure/fees/channel", "`cv:ifAccessedThrough`"),
    ("procedure/fees/set_by", "`cv:isDefinedBy`"),
    ("procedure/results", "`cpsv:produces` a `cv:Output`; Art. 8(2)(h) kết quả thực hiện"),
    ("procedure/results/title", "`dct:title`"),
    ("procedure/results/evidence", "`dct:type` of the `cv:Output`"),
    ("procedure/needs", "`dct:requires`"),
    ("register/instruments", "`eli:LegalResource`; văn bản"),
    ("register/instruments/number", "`eli:id_local`; số, ký hiệu"),
    ("register/instruments/kind", "`eli:type_document`"),
    ("register/instruments/issuer", "`eli:passed_by`"),
    ("register/instruments/title", "`eli:title`"),
    ("register/instruments/issued", "`eli:date_document`"),
    ("register/instruments/valid", "`eli:first_date_entry_in_force`, `eli:date_no_longer_in_force`"),
    ("register/instruments/repealed_by", "`eli:repealed_by`"),
    ("register/instruments/amended_by", "`eli:amended_by`"),
    ("register/provisions", "`eli:LegalResourceSubdivision`; điều, khoản, điểm"),
    ("register/provisions/prescribes", "a `cv:Requirement`"),
    ("register/concepts", "`cv:InformationConcept`"),
    ("register/concepts/title", "`skos:prefLabel`"),
    ("register/evidence", "`cv:EvidenceType`; loại giấy tờ"),
    ("register/evidence/id", "`dct:identifier`"),
    ("register/evidence/class", "`cv:evidenceTypeClassification`"),
    ("register/evidence/proves", "`cv:supportsConcept`"),
    ("register/evidence/issued_by", "`dct:publisher` of the `cv:Evidence`"),
    ("register/agencies", "`cv:PublicOrganisation`; cơ quan"),
    ("register/agencies/title", "`skos:prefLabel`"),
    ("register/agencies/part_of", "`org:subOrganizationOf`"),
    ("register/data_sources", "`dcat:Dataset`; cơ sở dữ liệu"),
    ("register/data_sources/owner", "`dct:publisher`"),
];

/// The term for the key at that path; empty where no standard has one that surely means the same.
pub fn words(path: &str) -> &'static str {
    TERMS.iter().find(|(known, _)| *known == path).map_or("", |(_, term)| term)
}

/// The paths with a term that no schema has; a test wants none.
pub fn lost() -> Vec<&'static str> {
    let known = super::format::paths();
    TERMS.iter().map(|(path, _)| *path).filter(|path| !known.iter().any(|other| other == path)).collect()
}
