//! Reads the document. Each record on its own, so that one that cannot be read does not hide the others' faults.
use super::super::drawing::shape_form;
use super::super::model::View;
use super::super::{Placed, Problems, RawFigure, Source, raw};
use super::reader::{Object, Reader, languages, text};
use super::{
    CAUTION_WORDS, CONDITION_WORDS, FLAG_WORDS, MUSCLE_LISTS, MUSCLE_WORDS, POINT_WORDS, QUESTION_WORDS, ROUTINE_WORDS,
    SHARED, STUDY_WORDS,
};
use serde_json::Value;
use std::collections::BTreeMap;

/// The fields a document has. What is not among them is a slip.
const FIELDS: [&str; 20] = [
    "version",
    "licence",
    "languages",
    "groups",
    "regions",
    "muscles",
    "views",
    "cautions",
    "red_flags",
    "dose",
    "guide",
    "questions",
    "studies",
    "sources",
    "actions",
    "nerves",
    "designs",
    "conditions",
    "figures",
    "routines",
];

impl Reader<'_> {
    fn regions(&mut self, from: &mut Object) -> raw::Regions {
        let mut regions = raw::Regions::default();
        for (place, mut group) in self.objects(from, "groups", "") {
            let id = text(&group, "id");
            self.take(&mut group, "names", &format!("regions.group.{id}.name"), &place);
            self.take_aliases(&mut group, &format!("regions.group.{id}"), &place);
            regions.groups.push(id);
        }
        for (place, mut region) in self.objects(from, "regions", "") {
            let key = format!("regions.{}", text(&region, "id"));
            self.take(&mut region, "names", &[&key, ".name"].concat(), &place);
            self.take_aliases(&mut region, &key, &place);
            regions.region.extend(self.record(region, &place));
        }
        regions
    }

    fn points(&mut self, from: &mut Object, place: &str, muscle: &str) -> Vec<raw::Point> {
        let mut out = Vec::new();
        for (place, mut point) in self.objects(from, "trigger_points", place) {
            let n = point.get("n").cloned().unwrap_or_default();
            self.take_all(&mut point, &POINT_WORDS, &format!("muscles.{muscle}.point.{n}"), &place);
            if point.get("id").is_some_and(|id| id.as_str() != Some(&format!("{muscle}.{n}"))) {
                self.problems.add(&place, "id", format!("must be {muscle}.{n}, or left out"));
            }
            // Told for the reader's sake: they follow from the rest.
            for field in ["id", "view", "at"] {
                point.remove(field);
            }
            out.extend(self.record(point, &place));
        }
        out
    }

    fn muscle(&mut self, place: String, mut object: Object) -> Option<Placed<raw::Muscle>> {
        let id = text(&object, "id");
        let place = if id.is_empty() { place } else { format!("{place} {id}") };
        let key = format!("muscles.{id}");
        self.take_all(&mut object, &MUSCLE_WORDS, &key, &place);
        for field in MUSCLE_LISTS {
            self.take_list(&mut object, field, &format!("{key}.{field}"), &place);
        }
        let points = self.points(&mut object, &place, &id);
        let mut differ = Vec::new();
        if object.contains_key("disagreements") {
            for (place, mut one) in self.objects(&mut object, "disagreements", &place) {
                let key = format!("{key}.disagreement.{}", text(&one, "id"));
                self.take(&mut one, "text", &key, &place);
                differ.push(Value::Object(one));
            }
        }
        object.insert("disagreement".into(), differ.into());
        let mut it: raw::Muscle = self.record(object, &place)?;
        it.trigger_point = points;
        self.words.add_muscle(&it, &place, self.problems);
        Some(Placed { place, it })
    }

    fn view(&mut self, place: String, mut object: Object) -> Option<(View, Vec<Placed<raw::ViewFile>>)> {
        let id = text(&object, "id");
        let Some(view) = View::parse(&id) else {
            let names: Vec<&str> = View::ALL.iter().map(|v| v.name()).collect();
            self.problems.add(&place, "id", format!("must be one of {}", names.join(" ")));
            return None;
        };
        let place = format!("{place} {id}");
        let mut file = raw::ViewFile::default();
        for (place, mut shape) in self.objects(&mut object, "shapes", &place) {
            if shape.get("kind").and_then(Value::as_str) == Some("point") {
                let id = text(&shape, "point");
                let mark = [("id".to_owned(), id.into()), ("at".to_owned(), shape.remove("at").unwrap_or_default())];
                file.point.extend(self.record(mark.into_iter().collect(), &place));
                continue;
            }
            let Some(mut shape) = self.record::<raw::Shape>(shape, &place) else { continue };
            if let Some(d) = shape.d.take() {
                // With knots, the path follows from them.
                if shape.outline.is_none() && shape.spine.is_none() && shape.line.is_none() {
                    shape.d = Some(d);
                } else if shape_form(&shape).is_ok_and(|form| form.path() != d) {
                    self.problems.add(&place, "d", "is not what its knots draw; keep one of the two");
                }
            }
            file.shape.push(shape);
        }
        let head: Option<raw::ViewFile> = self.record(object, &place);
        file.view_box = head.and_then(|h| h.view_box);
        Some((view, vec![Placed { place, it: file }]))
    }

    fn cautions(&mut self, from: &mut Object) -> raw::Cautions {
        let mut all = raw::Cautions::default();
        for (place, mut one) in self.objects(from, "cautions", "") {
            let key = format!("cautions.{}", text(&one, "id"));
            self.take_all(&mut one, &CAUTION_WORDS, &key, &place);
            all.caution.extend(self.record(one, &place));
        }
        for (place, mut one) in self.objects(from, "red_flags", "") {
            let key = format!("cautions.{}", text(&one, "id"));
            self.take_all(&mut one, &FLAG_WORDS, &key, &place);
            all.red_flag.extend(self.record(one, &place));
        }
        all
    }

    fn studies(&mut self, from: &mut Object) -> raw::Studies {
        let mut all = raw::Studies::default();
        for (place, mut one) in self.objects(from, "studies", "") {
            let key = format!("studies.{}", text(&one, "source"));
            self.take_all(&mut one, &STUDY_WORDS, &key, &place);
            all.study.extend(self.record(one, &place));
        }
        all
    }

    /// An atlas may do without questions.
    fn questions(&mut self, from: &mut Object) -> raw::Questions {
        let mut all = raw::Questions::default();
        if !from.contains_key("questions") {
            return all;
        }
        for (place, mut one) in self.objects(from, "questions", "") {
            let key = format!("questions.{}", text(&one, "id"));
            self.take_all(&mut one, &QUESTION_WORDS, &key, &place);
            if let Some(effects) = one.remove("effects") {
                one.insert("effect".into(), effects);
            }
            all.question.extend(self.record(one, &place));
        }
        all
    }

    /// An atlas may come without any.
    fn conditions(&mut self, from: &mut Object) -> raw::Conditions {
        let mut all = raw::Conditions::default();
        if !from.contains_key("conditions") {
            return all;
        }
        for (place, mut one) in self.objects(from, "conditions", "") {
            let key = format!("conditions.{}", text(&one, "id"));
            self.take_all(&mut one, &CONDITION_WORDS, &key, &place);
            one.entry("aliases").or_insert_with(|| Object::new().into());
            self.take_aliases(&mut one, &key, &place);
            all.condition.extend(self.record(one, &place));
        }
        all
    }

    /// An atlas may come without any.
    fn figures(&mut self, from: &mut Object) -> Vec<Placed<RawFigure>> {
        let mut all = Vec::new();
        if from.contains_key("figures") {
            for (place, mut one) in self.objects(from, "figures", "") {
                if let Some(parts) = one.remove("parts") {
                    one.insert("part".into(), parts);
                }
                all.extend(self.record(one, &place).map(|it| Placed { place, it }));
            }
        }
        all
    }

    /// An atlas may come without any.
    fn routines(&mut self, from: &mut Object) -> Vec<Placed<raw::Routine>> {
        let mut all = Vec::new();
        if !from.contains_key("routines") {
            return all;
        }
        for (place, mut one) in self.objects(from, "routines", "") {
            let key = format!("routines.{}", text(&one, "id"));
            self.take_all(&mut one, &ROUTINE_WORDS, &key, &place);
            all.extend(self.record(one, &place).map(|it| Placed { place, it }));
        }
        all
    }

    fn shared(&mut self, from: &mut Object, field: &str, prefix: &str) {
        let Some(Value::Object(mut all)) = from.remove(field) else {
            return self.problems.add("", field, "must be an object: words by id");
        };
        let ids: Vec<String> = all.keys().cloned().collect();
        for id in ids {
            self.take(&mut all, &id, &format!("{prefix}.{id}"), field);
        }
    }
}

/// Reads a document. What cannot be read is noted as a problem, and the rest read all the same.
pub fn read(json: &str, problems: &mut Problems) -> Source {
    let mut object = match serde_json::from_str::<Value>(json) {
        Ok(Value::Object(object)) => object,
        Ok(_) => {
            problems.add("atlas", "document", "must be an object, as in atlas.json");
            return Source::default();
        }
        Err(error) => {
            problems.add("atlas", "document", error.to_string());
            return Source::default();
        }
    };
    for field in object.keys().filter(|f| !FIELDS.contains(&f.as_str())) {
        problems.add("atlas", field, "is not a field of an atlas; see atlas.schema.json");
    }
    let words = languages(&mut object, problems);
    let mut reader = Reader { words, problems };
    let placed = |place: &str| place.to_owned();
    let regions = Placed { place: placed("regions"), it: reader.regions(&mut object) };
    let cautions = Placed { place: placed("cautions"), it: reader.cautions(&mut object) };
    let studies = Placed { place: placed("studies"), it: reader.studies(&mut object) };
    let conditions = Placed { place: placed("conditions"), it: reader.conditions(&mut object) };
    let figures = reader.figures(&mut object);
    let routines = reader.routines(&mut object);
    let muscles = reader.objects(&mut object, "muscles", "");
    let muscles = muscles.into_iter().filter_map(|(place, m)| reader.muscle(place, m)).collect();
    let views = reader.objects(&mut object, "views", "");
    let views = views.into_iter().filter_map(|(place, v)| reader.view(place, v)).collect();
    for (field, prefix) in SHARED {
        reader.shared(&mut object, field, prefix);
    }
    let guide = reader.part(&mut object, "guide", &[("populations", "population"), ("levels", "level")]);
    let questions = Placed { place: placed("questions"), it: reader.questions(&mut object) };
    let dose = reader.part(&mut object, "dose", &[("records", "record")]);
    let sources: Placed<BTreeMap<String, raw::Source>> = reader.part(&mut object, "sources", &[]);
    let (sources, words) = (sources.it, reader.words);
    Source {
        regions,
        cautions,
        muscles,
        guide,
        questions,
        dose,
        studies,
        conditions,
        figures,
        routines,
        sources,
        views,
        words,
    }
}
