//! `/api/v1/AGENCY/SERVICE.cpsv.jsonld`: a service as linked data by CPSV-AP 3.2, the European vocabulary of public
//! services.
//!
//! What the vocabulary cannot say stands in words: "one of these", "only if", and working days, which are no
//! `xsd:duration`. Whoever needs that takes the JSON beside it.

use serde_json::{Map, Value, json};

use super::api::{Contact, FOLDER, bytes};
use super::{Kind, Listing, Made, Make};
use crate::analyze::SoundService;
use crate::model::channel::{ChannelDocument, ChannelKind};
use crate::model::service::{Status, Time};
use crate::model::site::OutputKind;
use crate::model::{Slot, Text};
use crate::parse::dictionary::Dictionary;
use crate::render::conditions::Conditions;
use crate::render::pen::{Desk, Pen};
use crate::resolve::Site;
use crate::resolve::service::{Item, List, Role, Written};
use crate::route::{Route, Subject};

/// A service as linked data.
pub(super) const KIND: Kind = Kind {
    called: ["data tertaut layanan", "the linked data of a service"],
    output: OutputKind::Api,
    linked: None,
    routes,
    make: Make::Service(make),
};

fn routes(site: &Site, listing: &mut Listing) {
    for entry in &site.entries {
        let address = format!("{FOLDER}/{}.cpsv.jsonld", entry.id());
        listing.once(&entry.subject(), &address);
    }
}

fn make(desk: Desk<'_>, route: &Route, sound: &SoundService<'_>) -> Made {
    let pen = &Pen::new(desk, route);
    let writer = Writer { pen, sound };
    let mut graph = Map::new();
    graph.insert("@context".to_owned(), context(pen));
    graph.extend(writer.service());
    Some(Ok(bytes(&Value::Object(graph))))
}

/// The names of the vocabularies, inline: nobody fetches anything to read the file.
fn context(pen: &Pen<'_>) -> Value {
    let mut context = json!({
        "adms": "http://www.w3.org/ns/adms#",
        "cpsv": "http://purl.org/vocab/cpsv#",
        "cv": "http://data.europa.eu/m8g/",
        "dcat": "http://www.w3.org/ns/dcat#",
        "dct": "http://purl.org/dc/terms/",
        "eli": "http://data.europa.eu/eli/ontology#",
        "foaf": "http://xmlns.com/foaf/0.1/",
        "locn": "http://www.w3.org/ns/locn#",
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    });
    let own = pen.address_of(pen.route());
    if own.contains("://") {
        context["@base"] = own.into();
    }
    context
}

/// Writes the graph of one service.
struct Writer<'a> {
    pen: &'a Pen<'a>,
    sound: &'a SoundService<'a>,
}

/// The keys of a node that have something to say.
fn node(id: &str, kind: &str, keys: Vec<(&str, Value)>) -> Value {
    let mut node = Map::from_iter([
        ("@id".to_owned(), json!(id)),
        ("@type".to_owned(), json!(kind)),
    ]);
    for (key, value) in keys {
        let empty = value.is_null() || value.as_array().is_some_and(Vec::is_empty);
        if !empty {
            node.insert(key.to_owned(), value);
        }
    }
    Value::Object(node)
}

impl Writer<'_> {
    fn service(&self) -> Map<String, Value> {
        let (service, entry) = (self.sound.service(), self.sound.entry());
        let document = service.document;
        let described = document.summary.get().or(document.title.get());
        let keywords = document.aliases.items().iter();
        let keywords = keywords.flat_map(|alias| self.literals(alias)).collect();
        let keys = vec![
            ("dct:identifier", json!(entry.id())),
            ("dct:title", self.said(document.title.get())),
            ("dct:description", self.said(described)),
            ("dcat:keyword", Value::Array(keywords)),
            (
                "dct:language",
                json!([{"@type": "dct:LinguisticSystem", "dct:identifier": self.primary()}]),
            ),
            ("adms:status", status(document.status.get().copied())),
            ("cv:hasCompetentAuthority", json!([self.authority()])),
            ("dct:spatial", Value::Array(self.area())),
            ("cv:processingTime", processing_time(document.time.get())),
            ("cv:holdsRequirement", self.requirements()),
            ("cpsv:produces", self.outputs()),
            ("cv:hasCost", self.costs()),
            ("cv:hasChannel", self.channels()),
            ("cpsv:follows", self.rules()),
            ("cv:hasLegalResource", self.legal_resources()),
            ("cv:contactPoint", self.contact()),
            ("cv:isGroupedBy", self.events()),
            ("foaf:page", self.page()),
        ];
        match node("#service", "cpsv:PublicService", keys) {
            Value::Object(node) => node,
            _ => Map::new(),
        }
    }

    fn primary(&self) -> &str {
        self.pen.desk.routes.primary()
    }

    /// A text in each language in which it is said.
    fn literals(&self, text: &Text) -> Vec<Value> {
        let site = self.pen.desk.site;
        let mut all = vec![json!({"@value": text.value, "@language": self.primary()})];
        for language in site.languages().iter().skip(1) {
            let known: [Option<&Dictionary>; 2] =
                [self.sound.words(language), site.words.get(language)];
            let said = known
                .into_iter()
                .flatten()
                .find_map(|words| words.get(text));
            all.extend(said.map(|said| json!({"@value": said.value, "@language": language})));
        }
        all
    }

    fn said(&self, text: Option<&Text>) -> Value {
        text.map_or(Value::Null, |text| Value::Array(self.literals(text)))
    }

    /// A sentence that the program made, in the content's own language.
    fn made(&self, sentence: &str) -> Value {
        json!([{"@value": sentence, "@language": self.primary()}])
    }

    fn authority(&self) -> Value {
        let desk = self.pen.desk;
        let folder = self.sound.entry().agency.as_str();
        let agency = desk.site.agencies.get(folder);
        let subject = Subject::Agency(folder.into());
        let page = desk.routes.page(&subject, self.primary());
        let page = page.map(|page| self.pen.address_of(page));
        let name = agency.and_then(|agency| agency.name.get());
        let keys = vec![
            ("dct:identifier", json!(folder)),
            ("skos:prefLabel", self.said(name)),
            ("dct:spatial", json!([country()])),
        ];
        let id = page.unwrap_or_else(|| "#authority".to_owned());
        node(&id, "cv:PublicOrganisation", keys)
    }

    fn area(&self) -> Vec<Value> {
        let places = self.sound.service().document.service_area.items().iter();
        let places = places.map(
            |place| json!({"@type": "dct:Location", "locn:geographicName": self.literals(place)}),
        );
        places.collect()
    }

    /// What an item says, and for whom it holds.
    fn wording(&self, item: &Item<'_>) -> (Value, Value) {
        let words = Conditions::of(self.pen, self.sound);
        let when = words.demand(item.condition.as_ref());
        let title = match item.words() {
            Some(text) => self.said(Some(text)),
            None => words
                .demand(item.must.as_ref())
                .map_or(Value::Null, |must| self.made(&must.text)),
        };
        let when = when.map(|when| {
            let only = self.pen.fill("data.only_if", &[("condition", &when.text)]);
            self.made(&only)
        });
        (title, when.unwrap_or_default())
    }

    fn requirements(&self) -> Value {
        let service = self.sound.service();
        let demanded = service.items.iter().filter(|item| item.list.is_named());
        let demanded = demanded.filter_map(|item| {
            let (title, when) = self.wording(item);
            if title.is_null() {
                return None;
            }
            let papers = match item.role {
                Role::Paper => json!([self.evidence(item, &title)]),
                _ => Value::Null,
            };
            let keys = vec![
                ("dct:identifier", json!(item.path)),
                ("dct:title", title),
                ("dct:description", when),
                ("cv:hasSupportingEvidence", papers),
            ];
            Some(node(&format!("#{}", item.path), "cv:Requirement", keys))
        });
        demanded.collect()
    }

    fn evidence(&self, item: &Item<'_>, title: &Value) -> Value {
        let names = self.pen.desk.names;
        let named = item.requirement().and_then(|paper| paper.document.get());
        let known = named.and_then(|name| names.document(&name.value));
        let kind = known.and_then(|paper| {
            let id = &paper.id.get()?.value;
            let keys = vec![
                ("dct:identifier", json!(id)),
                ("skos:prefLabel", self.said(paper.name.get())),
            ];
            Some(json!([node(
                &format!("#document-{id}"),
                "cv:EvidenceType",
                keys
            )]))
        });
        let keys = vec![
            ("dct:identifier", json!(format!("{}-evidence", item.path))),
            ("dct:title", title.clone()),
            ("dct:conformsTo", kind.unwrap_or_default()),
        ];
        node(&format!("#{}-evidence", item.path), "cv:Evidence", keys)
    }

    fn outputs(&self) -> Value {
        let products = self.sound.service().document.products.items().iter();
        let products = (1..).zip(products).filter_map(|(number, product)| {
            let title = product.label.get().or(product.text.get())?;
            let keys = vec![
                ("dct:identifier", json!(format!("products.{number}"))),
                ("dct:title", self.said(Some(title))),
            ];
            Some(node(&format!("#products.{number}"), "cv:Output", keys))
        });
        products.collect()
    }

    fn costs(&self) -> Value {
        let rows = self.sound.service().list(List::Cost);
        let rows = rows.filter_map(|item| {
            let Written::Price(row) = item.written else {
                return None;
            };
            let amount = row.amount.get();
            let currency = json!({
                "@id": "http://publications.europa.eu/resource/authority/currency/IDR",
                "@type": "skos:Concept",
            });
            let (title, when) = self.wording(item);
            let mut described: Vec<Value> = Vec::new();
            for part in [title, when] {
                described.extend(part.as_array().cloned().unwrap_or_default());
            }
            described.extend(
                row.unit
                    .get()
                    .into_iter()
                    .flat_map(|unit| self.literals(unit)),
            );
            let value = amount
                .map(|amount| json!({"@type": "xsd:double", "@value": amount.value.to_string()}));
            let keys = vec![
                ("dct:identifier", json!(item.path)),
                ("dct:description", Value::Array(described)),
                ("cv:currency", amount.map_or(Value::Null, |_| currency)),
                ("cv:hasValue", value.unwrap_or_default()),
            ];
            Some(node(&format!("#{}", item.path), "cv:Cost", keys))
        });
        rows.collect()
    }

    fn channels(&self) -> Value {
        let ways = self.sound.service().list(List::Channels);
        let ways = ways.filter_map(|item| {
            let Written::Channel(way) = item.written else {
                return None;
            };
            let kind = way.kind.get()?.key();
            let kind = self.pen.word(&format!("service_channel.{kind}"));
            let (_, when) = self.wording(item);
            let texts = [way.location.get(), way.hours.get()];
            let texts = texts.into_iter().flatten();
            let mut described: Vec<Value> = texts.flat_map(|text| self.literals(text)).collect();
            described.extend(when.as_array().cloned().unwrap_or_default());
            let kind = json!({"@type": "skos:Concept", "skos:prefLabel": self.made(&kind)});
            let page = way.url.get().map(|url| json!({"@id": url.value}));
            let keys = vec![
                ("dct:identifier", json!(item.path)),
                ("dct:type", kind),
                ("dct:description", Value::Array(described)),
                ("foaf:page", page.unwrap_or_default()),
            ];
            Some(node(&format!("#{}", item.path), "cv:Channel", keys))
        });
        ways.collect()
    }

    /// The steps, and a time that is no duration, in words.
    fn rules(&self) -> Value {
        let service = self.sound.service();
        let steps = service.list(List::Procedure).filter_map(Item::words);
        let steps: Vec<&str> = steps.map(|step| step.value.as_str()).collect();
        let time = service.document.time.get();
        let time = time.filter(|time| processing_time(Some(time)).is_null());
        let time = time.map_or(Vec::new(), |time| {
            let cases = time.cases.items().iter().map(|case| &case.text);
            let texts = [&time.text, &time.note].into_iter().chain(cases);
            texts
                .filter_map(Slot::get)
                .map(|text| text.value.as_str())
                .collect()
        });
        let rules = [("procedure", steps), ("time", time)];
        let rules = rules.into_iter().filter(|(_, lines)| !lines.is_empty());
        rules
            .map(|(key, lines)| {
                let title = self.pen.word(&format!("component.{key}.legal"));
                let keys = vec![
                    ("dct:identifier", json!(key)),
                    ("dct:title", self.made(&title)),
                    ("dct:description", self.made(&lines.join("\n"))),
                ];
                node(&format!("#{key}"), "cpsv:Rule", keys)
            })
            .collect()
    }

    fn legal_resources(&self) -> Value {
        let bases = self.sound.service().document.legal_basis.items().iter();
        let bases = (1..).zip(bases).filter_map(|(number, basis): (usize, _)| {
            let regulation = basis.regulation.get();
            let known = regulation.and_then(|name| self.pen.desk.names.regulation(&name.value));
            let title = known.and_then(|known| known.title.get());
            let title = title.or(basis.text.get()).or(regulation)?;
            let url = known.and_then(|known| known.url.get());
            let id = url.map_or_else(|| format!("#legal_basis.{number}"), |url| url.value.clone());
            let keys = vec![("dct:title", self.said(Some(title)))];
            Some(node(&id, "eli:LegalResource", keys))
        });
        bases.collect()
    }

    fn contact(&self) -> Value {
        let contact = Contact::of(self.pen, self.sound);
        let telephones = contact.of_kind(ChannelKind::Phone);
        let emails = contact.of_kind(ChannelKind::Email);
        let is_page = |channel: &&&ChannelDocument| {
            let kind = channel.entry().map(|(kind, _)| kind);
            !matches!(
                kind,
                Some(ChannelKind::Phone | ChannelKind::Email | ChannelKind::Sms)
            )
        };
        let pages = contact
            .0
            .iter()
            .filter(is_page)
            .filter_map(|channel| channel.href());
        let pages = pages.map(|page| json!({"@id": page, "@type": "foaf:Document"}));
        let pages: Vec<Value> = pages.collect();
        if telephones.is_empty() && emails.is_empty() && pages.is_empty() {
            return Value::Null;
        }
        let keys = vec![
            ("cv:telephone", json!(telephones)),
            ("cv:email", json!(emails)),
            ("cv:contactPage", Value::Array(pages)),
        ];
        json!([node("#contact", "cv:ContactPoint", keys)])
    }

    fn events(&self) -> Value {
        let site = self.pen.desk.site;
        let named = &self.sound.entry().card.life_events;
        let events = site.registries.life_events.iter().filter_map(|event| {
            let id = &event.id.get()?.value;
            named.contains(id).then(|| {
                let keys = vec![
                    ("dct:identifier", json!(id)),
                    ("dct:title", self.said(event.title.get())),
                ];
                let mut node = node(&format!("#life-event-{id}"), "cv:LifeEvent", keys);
                node["@type"] = json!(["cv:LifeEvent", "cv:Event"]);
                node
            })
        });
        events.collect()
    }

    fn page(&self) -> Value {
        let routes = self.pen.desk.routes;
        let page = routes.page(&self.sound.entry().subject(), self.primary());
        let page =
            page.map(|page| json!({"@id": self.pen.address_of(page), "@type": "foaf:Document"}));
        page.unwrap_or_default()
    }
}

/// The country in which every agency is, by the European list of countries.
fn country() -> Value {
    let id = "http://publications.europa.eu/resource/authority/country/IDN";
    json!({"@id": id, "@type": "dct:Location"})
}

fn status(status: Option<Status>) -> Value {
    let name = match status.unwrap_or(Status::Active) {
        Status::Active => "Completed",
        Status::Withdrawn => "Withdrawn",
        Status::Draft => "UnderDevelopment",
        Status::Suspended => {
            let label = json!([{"@value": "suspended", "@language": "en"}]);
            return json!({"@type": "skos:Concept", "skos:prefLabel": label});
        }
    };
    json!({"@id": format!("http://purl.org/adms/status/{name}"), "@type": "skos:Concept"})
}

/// The time as `xsd:duration`, where it fits.
fn processing_time(time: Option<&Time>) -> Value {
    let duration = time.and_then(Time::duration);
    duration.map_or(
        Value::Null,
        |duration| json!({"@type": "xsd:duration", "@value": duration}),
    )
}

#[cfg(test)]
mod tests {
    use super::status;
    use crate::model::service::Status;

    #[test]
    fn a_status_is_of_the_vocabulary_where_it_has_one() {
        let id = |of| status(of)["@id"].clone();
        assert_eq!(id(None), "http://purl.org/adms/status/Completed");
        assert!(id(Some(Status::Suspended)).is_null());
    }
}
