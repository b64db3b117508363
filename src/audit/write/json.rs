//! The report for programs.

use serde_json::{Map, Value, json as value};

use super::words;
use crate::audit::Audit;
use crate::audit::across::Shared;
use crate::audit::look::{AgencyAudit, Answer, ServiceAudit};
use crate::audit::points::{COMPONENTS, POINTS};
use crate::diagnostic::Lang;

/// One JSON object.
pub fn json(audit: &Audit, lang: Lang) -> String {
    let points = POINTS.iter().map(|point| {
        value!({
            "key": point.key,
            "short": point.short(lang),
            "name": point.name(lang),
            "component": point.is_component(),
            "source": point.source(lang),
        })
    });
    let (written, of) = audit.written();
    let services = audit.services.iter();
    let agencies = audit.agencies.iter();
    let object = value!({
        "today": audit.today.to_string(),
        "written": written,
        "of": of,
        "drafts_left_out": audit.drafts,
        "points": points.collect::<Vec<_>>(),
        "services": services.map(|service| of_service(service, audit)).collect::<Vec<_>>(),
        "agencies": agencies.map(|agency| of_agency(agency, audit)).collect::<Vec<_>>(),
        "shared": audit.shared.iter().map(of_shared).collect::<Vec<_>>(),
        "note": words::head(audit)[2].get(lang),
    });
    format!("{object:#}\n")
}

fn of_service(service: &ServiceAudit, audit: &Audit) -> Value {
    let answers = POINTS.iter().zip(&service.answers);
    let answers = answers.map(|(point, answer)| (point.key.to_owned(), of_answer(answer, audit)));
    let bare = service.without_basis.iter();
    let bare = bare.map(|(number, words)| value!({"number": number, "text": words}));
    value!({
        "id": service.id,
        "title": service.title,
        "status": service.status.key(),
        "components": service.components(),
        "of": COMPONENTS,
        "points": answers.collect::<Map<String, Value>>(),
        "requirements": service.requirements,
        "without_legal_basis": bare.collect::<Vec<_>>(),
    })
}

fn of_agency(agency: &AgencyAudit, audit: &Audit) -> Value {
    let answers = agency.answers.iter();
    let answers = answers.map(|(point, answer)| (point.key.to_owned(), of_answer(answer, audit)));
    value!({
        "id": agency.id,
        "name": agency.name,
        "services": agency.services,
        "drafts_left_out": agency.drafts,
        "components": agency.written,
        "of": agency.services * COMPONENTS,
        "points": answers.collect::<Map<String, Value>>(),
    })
}

/// A state, and beside it what there is: `days_ago` is below zero for a day that is still to come.
fn of_answer(answer: &Answer, audit: &Audit) -> Value {
    let mut said = value!({"state": answer.state});
    if let Some(text) = &answer.text {
        said["text"] = text.en.as_str().into();
    }
    if let Some(date) = answer.date {
        said["date"] = date.to_string().into();
        let days = date.until(audit.today).map(|span| span.get_days());
        said["days_ago"] = days.unwrap_or_default().into();
    }
    if let Some(remark) = answer.remark {
        said["remark"] = remark.key().into();
    }
    said
}

fn of_shared(shared: &Shared) -> Value {
    let offices: Vec<&str> = shared.offices.iter().map(|one| one.id.as_str()).collect();
    let papers = shared.differing.iter().map(|paper| {
        let asked = offices.iter().zip(&paper.asked);
        let asked = asked.map(|(id, ask)| ((*id).to_owned(), ask.key().into()));
        value!({"paper": paper.paper, "asked": asked.collect::<Map<String, Value>>()})
    });
    value!({
        "title": shared.title,
        "services": offices,
        "differing_papers": papers.collect::<Vec<_>>(),
    })
}
