//! Writes the document.
use super::super::drawing::shape_form;
use super::super::model::{Layer, View};
use super::super::{Lexicon, Placed, RawFigure, Source, raw};
use super::{
    ALSO, CAUTION_WORDS, CONDITION_WORDS, FLAG_WORDS, LICENCE, MUSCLE_LISTS, MUSCLE_WORDS, POINT_WORDS, QUESTION_WORDS,
    ROUTINE_WORDS, SHARED, STUDY_WORDS,
};
use serde::Serialize;
use serde_json::{Map, Value, json};

struct Writer<'a>(&'a Source);

fn object(record: &impl Serialize) -> Map<String, Value> {
    match serde_json::to_value(record) {
        Ok(Value::Object(map)) => map,
        _ => Map::new(),
    }
}

fn rename(map: &mut Map<String, Value>, from: &str, to: &str) {
    if let Some(value) = map.remove(from) {
        map.insert(to.to_owned(), value);
    }
}

impl Writer<'_> {
    /// Words in every language that has them.
    fn said(&self, key: &str) -> Value {
        let words = &self.0.words;
        let all = words.langs.iter().chain(&words.named);
        Value::Object(all.filter_map(|(lang, w)| Some((lang.clone(), w.get(key)?.clone().into()))).collect())
    }

    /// A list of sentences in every language.
    fn list(&self, key: &str) -> Value {
        let of = |words: &Lexicon| {
            let items = (0..).map_while(|i| words.get(&format!("{key}.{i}"))).cloned();
            Value::from(items.collect::<Vec<String>>())
        };
        Value::Object(self.0.words.langs.iter().map(|(lang, words)| (lang.clone(), of(words))).collect())
    }

    /// Other words for a thing in every language; languages without any are left out.
    fn aliases(&self, key: &str) -> Map<String, Value> {
        let key = [key, ".aliases"].concat();
        let of = |(lang, words): (&String, &Lexicon)| {
            let list: Vec<&str> = words.get(&key)?.split(ALSO).filter(|word| !word.is_empty()).collect();
            (!list.is_empty()).then(|| (lang.clone(), list.into()))
        };
        self.0.words.langs.iter().filter_map(of).collect()
    }

    /// A record with other words for it, where there are any.
    fn called(&self, mut map: Map<String, Value>, key: &str) -> Value {
        let aliases = self.aliases(key);
        if !aliases.is_empty() {
            map.insert("aliases".into(), aliases.into());
        }
        map.into()
    }

    fn with(&self, mut map: Map<String, Value>, words: &[(&str, &str)], key: &str) -> Map<String, Value> {
        for (field, end) in words {
            map.insert((*field).to_owned(), self.said(&format!("{key}.{end}")));
        }
        map
    }

    /// Words that many records share, by their ids.
    fn shared(&self, prefix: &str) -> Value {
        let words = self.0.words.langs.get(&self.0.words.measure);
        let id = |key: &String| key.strip_prefix(prefix)?.strip_prefix('.').map(str::to_owned);
        let ids = words.into_iter().flat_map(|w| w.keys()).filter_map(id);
        Value::Object(ids.map(|id| (id.clone(), self.said(&format!("{prefix}.{id}")))).collect())
    }

    /// The first view that marks a point, and where.
    fn mark(&self, id: &str) -> Option<(View, [f64; 2])> {
        self.0.views.iter().find_map(|(view, pieces)| {
            let mark = pieces.iter().flat_map(|p| &p.it.point).find(|m| m.id == id)?;
            Some((*view, mark.at))
        })
    }

    fn point(&self, muscle: &raw::Muscle, point: &raw::Point) -> Value {
        let key = format!("muscles.{}.point.{}", muscle.id, point.n);
        let mut map = self.with(object(point), &POINT_WORDS, &key);
        let id = format!("{}.{}", muscle.id, point.n);
        if let Some((view, at)) = self.mark(&id) {
            map.insert("view".into(), view.name().into());
            map.insert("at".into(), json!(at));
        }
        map.insert("id".into(), id.into());
        map.insert("ceiling".into(), point.ceiling.into());
        Value::Object(map)
    }

    fn muscle(&self, Placed { it, .. }: &Placed<raw::Muscle>) -> Value {
        let key = format!("muscles.{}", it.id);
        let mut map = self.with(object(it), &MUSCLE_WORDS, &key);
        for field in MUSCLE_LISTS {
            map.insert(field.to_owned(), self.list(&format!("{key}.{field}")));
        }
        let points: Vec<Value> = it.trigger_point.iter().map(|p| self.point(it, p)).collect();
        map.remove("trigger_point");
        map.insert("trigger_points".into(), points.into());
        let differ = |d: &raw::Disagreement| {
            let mut one = object(d);
            one.insert("text".into(), self.said(&format!("{key}.disagreement.{}", d.id)));
            Value::Object(one)
        };
        let disagreements: Vec<Value> = it.disagreement.iter().map(differ).collect();
        map.remove("disagreement");
        map.insert("disagreements".into(), disagreements.into());
        Value::Object(map)
    }

    fn shape(&self, shape: &raw::Shape) -> Value {
        let mut map = object(shape);
        let layer = match (shape.layer.as_deref(), shape.kind.as_str()) {
            (Some(layer), _) => layer,
            (None, "bone") => Layer::Deep.name(),
            (None, _) => Layer::Skin.name(),
        };
        map.insert("layer".into(), layer.into());
        if let Ok(form) = shape_form(shape) {
            map.insert("d".into(), form.path().into());
        }
        Value::Object(map)
    }

    fn view(&self, (view, pieces): &(View, Vec<Placed<raw::ViewFile>>)) -> Value {
        let frame = pieces.iter().find_map(|p| p.it.view_box).unwrap_or_default();
        let mut shapes: Vec<Value> = pieces.iter().flat_map(|p| &p.it.shape).map(|s| self.shape(s)).collect();
        let mark = |m: &raw::Mark| {
            let id = ["point.", &m.id].concat();
            json!({ "id": id, "kind": "point", "layer": "skin", "point": m.id, "at": m.at })
        };
        shapes.extend(pieces.iter().flat_map(|p| &p.it.point).map(mark));
        json!({ "id": view.name(), "view_box": frame, "shapes": shapes })
    }

    fn regions(&self) -> (Value, Value) {
        let named = |mut map: Map<String, Value>, key: String| {
            map.insert("names".into(), self.said(&[&key, ".name"].concat()));
            self.called(map, &key)
        };
        let raw = &self.0.regions.it;
        let group =
            |g: &String| named(Map::from_iter([("id".into(), g.as_str().into())]), format!("regions.group.{g}"));
        let groups: Vec<Value> = raw.groups.iter().map(group).collect();
        let region = |r: &raw::Region| named(object(r), format!("regions.{}", r.id));
        (groups.into(), raw.region.iter().map(region).collect::<Vec<_>>().into())
    }

    fn document(&self, version: &str) -> Value {
        let Source {
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
            ..
        } = self.0;
        let (groups, regions) = self.regions();
        let caution = |c: &raw::Caution| self.with(object(c), &CAUTION_WORDS, &format!("cautions.{}", c.id));
        let flag = |f: &raw::RedFlag| self.with(object(f), &FLAG_WORDS, &format!("cautions.{}", f.id));
        let study = |s: &raw::Study| self.with(object(s), &STUDY_WORDS, &format!("studies.{}", s.source));
        let condition = |c: &raw::Condition| {
            let key = format!("conditions.{}", c.id);
            self.called(self.with(object(c), &CONDITION_WORDS, &key), &key)
        };
        let routine =
            |r: &Placed<raw::Routine>| self.with(object(&r.it), &ROUTINE_WORDS, &format!("routines.{}", r.it.id));
        let mut guide = object(&guide.it);
        rename(&mut guide, "population", "populations");
        rename(&mut guide, "level", "levels");
        let question = |q: &raw::Question| {
            let mut map = self.with(object(q), &QUESTION_WORDS, &format!("questions.{}", q.id));
            rename(&mut map, "effect", "effects");
            map
        };
        let figure = |f: &Placed<RawFigure>| {
            let mut map = object(&f.it);
            rename(&mut map, "part", "parts");
            map
        };
        let mut dose = object(&dose.it);
        rename(&mut dose, "record", "records");
        let mut document = json!({
            "version": version,
            "licence": LICENCE,
            "languages": words.langs.keys().collect::<Vec<_>>(),
            "groups": groups,
            "regions": regions,
            "muscles": muscles.iter().map(|m| self.muscle(m)).collect::<Vec<_>>(),
            "views": views.iter().map(|v| self.view(v)).collect::<Vec<_>>(),
            "cautions": cautions.it.caution.iter().map(caution).collect::<Vec<_>>(),
            "red_flags": cautions.it.red_flag.iter().map(flag).collect::<Vec<_>>(),
            "dose": dose,
            "guide": guide,
            "questions": questions.it.question.iter().map(question).collect::<Vec<_>>(),
            "studies": studies.it.study.iter().map(study).collect::<Vec<_>>(),
            "conditions": conditions.it.condition.iter().map(condition).collect::<Vec<_>>(),
            "figures": figures.iter().map(figure).collect::<Vec<_>>(),
            "routines": routines.iter().map(routine).collect::<Vec<_>>(),
            "sources": sources,
        });
        if let Some(map) = document.as_object_mut() {
            for (field, prefix) in SHARED {
                map.insert(field.to_owned(), self.shared(prefix));
            }
        }
        document
    }
}

/// The whole atlas with all its languages, as JSON.
pub fn write(source: &Source, version: &str) -> String {
    Writer(source).document(version).to_string()
}
