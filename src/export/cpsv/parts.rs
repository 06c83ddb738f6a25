//! Channels, costs, limits and results of a public service.

use rust_decimal::Decimal;
use serde_json::json;

use crate::{
    duration::{Duration, Unit},
    export::cpsv::{Writer, dossier::plain},
    model::{Cited, Fee, Limit, Procedure, Words},
};

impl Writer<'_> {
    /// Everything of `procedure` but its dossier.
    pub(super) fn parts(&mut self, service: &str, id: &str, procedure: &Procedure) {
        for channel in &procedure.channels {
            let own = format!("{id}.channel.{}", channel.by);
            let name = self.graph.name("channel", &own);
            self.graph.make(&name, &["cv:Channel"]);
            self.graph.say(&name, "dct:identifier", own.into());
            let concept = self.graph.concept("channel-type", &channel.by);
            self.graph.say(&name, "dct:type", json!({ "@id": concept }));
            self.graph.link(service, "cv:hasChannel", &name);
        }
        for (at, fee) in procedure.fees.iter().enumerate() {
            let own = format!("{id}.fee.{}", fee.id.as_ref().map_or_else(|| (at + 1).to_string(), |id| id.value.clone()));
            self.cost(service, id, &own, fee);
        }
        for (at, limit) in procedure.limits.iter().enumerate() {
            self.limit(service, &format!("{id}.time-limit.{}", at + 1), limit);
        }
        if let [only] = procedure.limits.as_slice() {
            let everywhere = only.cases.is_empty() && only.when.is_none() && only.area.is_none() && only.channel.is_none();
            let exact =
                only.within.as_ref().filter(|_| everywhere && !only.unparsed && !only.at_odds).and_then(|within| iso(&within.value));
            if let Some(exact) = exact {
                self.graph.say(service, "cv:processingTime", json!({ "@value": exact, "@type": "xsd:duration" }));
            }
        }
        for (at, result) in procedure.results.iter().enumerate() {
            let own = format!("{id}.result.{}", at + 1);
            let name = self.graph.name("output", &own);
            self.graph.make(&name, &["cv:Output"]);
            self.graph.say(&name, "dct:identifier", own.into());
            let known =
                result.evidence.as_ref().and_then(|id| self.registers.evidence.get(&id.value)).map(|evidence| evidence.title.clone());
            let title = Some(result.title.clone()).filter(|title| !title.is_empty()).or(known);
            let named = || plain(result.evidence.as_ref().map_or("a result", |id| id.value.as_str()));
            self.graph.words(&name, "dct:title", &title.unwrap_or_else(named));
            if let Some(evidence) = &result.evidence {
                let concept = self.graph.concept("output-type", &evidence.value);
                self.graph.link(&name, "dct:type", &concept);
            }
            self.graph.link(service, "cpsv:produces", &name);
        }
    }

    fn cost(&mut self, service: &str, id: &str, own: &str, fee: &Fee) {
        let name = self.graph.name("cost", own);
        self.graph.make(&name, &["cv:Cost"]);
        self.graph.say(&name, "dct:identifier", own.into());
        self.graph.words(&name, "dct:description", &fee.title);
        if let Some(per) = &fee.per {
            self.graph.text(&name, "dct:description", "en", &format!("per {}", per.replace('-', " ")));
        }
        if let Some(amount) = fee.amount.as_ref().filter(|_| !fee.unparsed) {
            let currency = format!("authority:currency/{}", amount.currency);
            if self.graph.make(&currency, &["skos:Concept"]) {
                self.graph.text(&currency, "skos:prefLabel", "en", &amount.currency);
            }
            self.graph.say(&name, "cv:hasValue", json!({ "@value": amount.amount.to_string(), "@type": "xsd:double" }));
            self.graph.link(&name, "cv:currency", &currency);
        }
        if let Some(who) = &fee.set_by {
            let agency = self.agency(&who.value);
            self.graph.link(&name, "cv:isDefinedBy", &agency);
        }
        let channel = fee.channel.as_ref().map(|by| self.graph.name("channel", &format!("{id}.channel.{by}")));
        if let Some(channel) = channel.filter(|channel| self.graph.holds(channel)) {
            self.graph.link(&name, "cv:ifAccessedThrough", &channel);
        }
        self.graph.link(service, "cv:hasCost", &name);
    }

    /// A time limit as a rule that the service follows: the profile's own duration knows no working days and no cases.
    fn limit(&mut self, service: &str, own: &str, limit: &Limit) {
        let name = self.graph.name("rule", own);
        let mut words = Vec::new();
        words.extend(limit.within.as_ref().map(|within| within.value.to_string()));
        words.extend(limit.from.as_ref().map(|from| format!("from {}", from.replace('-', " "))));
        words.extend(limit.cases.iter().map(|case| format!("case {}", case.value)));
        words.extend(limit.area.iter().map(|area| format!("area {area}")));
        words.extend(limit.channel.iter().map(|channel| format!("channel {channel}")));
        words.extend(limit.excludes.iter().map(|what| format!("without {}", what.value)));
        self.graph.make(&name, &["cpsv:Rule"]);
        self.graph.say(&name, "dct:identifier", own.into());
        self.graph.text(&name, "dct:title", "en", "time limit");
        if !words.is_empty() {
            self.graph.text(&name, "dct:description", "en", &words.join("; "));
        }
        for said in limit.says.iter().chain([&limit.when_says]) {
            self.graph.words(&name, "dct:description", said);
        }
        if words.is_empty() && limit.says.as_ref().is_none_or(Words::is_empty) && limit.when_says.is_empty() {
            self.graph.text(&name, "dct:description", "en", "not known");
        }
        for basis in &limit.legal_basis {
            self.legal_resource(&name, "cpsv:implements", basis);
        }
        self.graph.link(service, "cpsv:follows", &name);
    }

    /// Links the provision that `cited` means, by the words where they could not be read.
    pub(super) fn legal_resource(&mut self, of: &str, key: &str, cited: &Cited) {
        let id = cited.citation.as_ref().map_or_else(|| cited.words.clone(), ToString::to_string);
        let name = self.graph.name("law", &id);
        if self.graph.make(&name, &["eli:LegalResource"]) {
            self.graph.say(&name, "dct:identifier", id.into());
            let instrument = cited.citation.as_ref().map(|citation| citation.instrument.clone());
            let registers = self.registers;
            let known = instrument.as_ref().and_then(|number| registers.instruments.get(number));
            if let Some(instrument) = known {
                self.graph.words(&name, "dct:title", &instrument.title);
            }
        }
        self.graph.link(of, key, &name);
    }
}

/// A duration by ISO 8601; none for working time, which depends on holidays.
fn iso(within: &Duration) -> Option<String> {
    let amount = within.amount.normalize();
    match within.unit {
        Unit::WorkingDays | Unit::WorkingHours => None,
        Unit::Hours if amount.fract().is_zero() => Some(format!("PT{amount}H")),
        Unit::Days if amount.fract().is_zero() => Some(format!("P{amount}D")),
        Unit::Weeks if amount.fract().is_zero() => Some(format!("P{}D", amount * Decimal::from(7))),
        Unit::Months if amount.fract().is_zero() => Some(format!("P{amount}M")),
        Unit::Years if amount.fract().is_zero() => Some(format!("P{amount}Y")),
        Unit::Hours | Unit::Days | Unit::Weeks | Unit::Months | Unit::Years => None,
    }
}
