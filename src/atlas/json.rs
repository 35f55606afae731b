//! The atlas as it is published: `atlas.json`, in the shape that `docs/ATLAS.md` describes. Made when the
//! project is built, so it may spend memory; the program itself never reads it.
use super::model::{Atlas, Evidence, Ink, Layer, Plate, TextId, TriggerPoint};
use super::text::{PACKS, Text};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The licence of the dataset.
const LICENCE: &str = "CC-BY-4.0";

struct Publisher {
    atlas: Atlas,
    texts: Vec<Text>,
}

impl Publisher {
    /// A sentence in every language.
    fn all(&self, id: TextId) -> Value {
        let entries = self.texts.iter().map(|t| (t.lang().to_owned(), Value::from(t.of(id))));
        Value::Object(entries.collect())
    }

    fn lists(&self, ids: &[TextId]) -> Value {
        let list = |t: &Text| Value::from(ids.iter().map(|id| t.of(*id)).collect::<Vec<_>>());
        Value::Object(self.texts.iter().map(|t| (t.lang().to_owned(), list(t))).collect())
    }

    fn evidence(&self, evidence: &Evidence) -> (Value, Value) {
        let sources: Vec<&str> = evidence.sources.iter().map(|s| self.atlas.source(*s)).collect();
        (evidence.confidence.name().into(), sources.into())
    }

    fn supported(&self, evidence: &Evidence, mut object: Map<String, Value>) -> Value {
        let (confidence, sources) = self.evidence(evidence);
        object.insert("confidence".into(), confidence);
        object.insert("sources".into(), sources);
        Value::Object(object)
    }

    fn fields(value: Value) -> Map<String, Value> {
        if let Value::Object(map) = value { map } else { Map::new() }
    }

    fn point(&self, id: super::model::PointId, point: &TriggerPoint) -> Value {
        let mark = self
            .atlas
            .plates
            .iter()
            .find_map(|p| p.marks.iter().find(|m| m.point == id).map(|m| (p.view.name(), [m.at().x, m.at().y])));
        let zones = point.zones.iter().map(|z| {
            let own = json!({ "kind": z.kind.name(), "region": self.atlas.region_name(z.region) });
            self.supported(&z.evidence, Self::fields(own))
        });
        json!({
            "id": self.atlas.point_name(id),
            "label": self.all(point.text.label),
            "where": self.all(point.text.find),
            "press": self.all(point.text.press),
            "depth": point.depth.name(),
            "frequency": point.frequency.name(),
            "position": self.supported(&point.position, Map::new()),
            "view": mark.map(|m| m.0),
            "at": mark.map(|m| m.1),
            "zones": zones.collect::<Vec<_>>(),
            "techniques": point.techniques.iter().map(|t| t.name()).collect::<Vec<_>>(),
            "tools": point.tools.iter().map(|t| t.name()).collect::<Vec<_>>(),
            "cautions": point.cautions.iter().filter_map(|c| self.atlas.caution(*c)).map(|c| c.id.as_str()).collect::<Vec<_>>(),
        })
    }

    fn muscles(&self) -> Vec<Value> {
        let one = |id| {
            let muscle = self.atlas.muscle(id)?;
            let points = self.atlas.points_of(id);
            let evidence =
                muscle.evidence.iter().map(|(claim, e)| (claim.name().to_owned(), self.supported(e, Map::new())));
            Some(json!({
                "id": muscle.id,
                "latin": muscle.latin,
                "names": self.all(muscle.text.name),
                "plain": self.all(muscle.text.plain),
                "aliases": self.all(muscle.text.aliases),
                "tissue": muscle.tissue.name(),
                "depth": muscle.depth.name(),
                "nerve": muscle.nerve,
                "roots": muscle.roots,
                "heel_relevance": muscle.heel_relevance,
                "about": self.all(muscle.text.about),
                "attachments": self.all(muscle.text.attachments),
                "stretch": self.all(muscle.text.stretch),
                "causes": self.lists(&muscle.text.causes),
                "mistaken_for": self.lists(&muscle.text.mistaken_for),
                "evidence_note": self.all(muscle.text.evidence),
                "evidence": Value::Object(evidence.collect()),
                "prevalence": muscle.prevalence.iter().map(|p| json!({
                    "study": self.atlas.source(p.study), "found": p.found, "of": p.of, "active": p.active,
                })).collect::<Vec<_>>(),
                "disagreements": muscle.disagreements.iter().map(|d| json!({
                    "text": self.all(d.text), "sources": d.sources.iter().map(|s| self.atlas.source(*s)).collect::<Vec<_>>(),
                })).collect::<Vec<_>>(),
                "trigger_points": points.iter().filter_map(|p| Some(self.point(*p, self.atlas.point(*p)?))).collect::<Vec<_>>(),
            }))
        };
        self.atlas.muscle_ids().filter_map(one).collect()
    }

    fn view(&self, plate: &Plate) -> Value {
        let mut counts: BTreeMap<String, usize> = BTreeMap::new();
        let mut shapes: Vec<Value> = Vec::new();
        for shape in &plate.shapes {
            let (name, mut own) = match shape.ink {
                Ink::Skin => ("skin".to_owned(), json!({ "kind": "skin" })),
                Ink::Bone => ("bone".to_owned(), json!({ "kind": "bone" })),
                Ink::Crease => continue,
                Ink::Muscle(m) => (
                    self.atlas.muscle_name(m).to_owned(),
                    json!({ "kind": "muscle", "muscle": self.atlas.muscle_name(m) }),
                ),
                Ink::Tendon(m) => (
                    [self.atlas.muscle_name(m), ".tendon"].concat(),
                    json!({ "kind": "tendon", "muscle": self.atlas.muscle_name(m) }),
                ),
                Ink::Region(r) => (
                    ["region.", self.atlas.region_name(r)].concat(),
                    json!({ "kind": "region", "region": self.atlas.region_name(r) }),
                ),
                Ink::Zone(p, kind) => {
                    let point = self.atlas.point_name(p);
                    let own = json!({ "kind": "zone", "point": point, "zone_kind": kind.name() });
                    (["zone.", &point, ".", kind.name()].concat(), own)
                }
            };
            let layer = if shape.layer == Layer::Skin { "" } else { shape.layer.name() };
            let name = if layer.is_empty() { name } else { [name.as_str(), ".", layer].concat() };
            let count = counts.entry(name.clone()).or_default();
            *count += 1;
            let id = if *count == 1 { name } else { [name.as_str(), ".", &count.to_string()].concat() };
            if let Some(map) = own.as_object_mut() {
                map.insert("id".into(), id.into());
                map.insert("layer".into(), shape.layer.name().into());
                map.insert("d".into(), shape.form.path().into());
            }
            shapes.push(own);
        }
        for mark in &plate.marks {
            let point = self.atlas.point_name(mark.point);
            let id = ["point.", point.as_str()].concat();
            shapes.push(
                json!({ "id": id, "kind": "point", "layer": "skin", "point": point, "at": [mark.at().x, mark.at().y] }),
            );
        }
        json!({ "id": plate.view.name(), "view_box": plate.frame, "shapes": shapes })
    }

    fn regions(&self) -> Vec<Value> {
        let group = |r: &super::model::Region| self.atlas.group(r.group).map(|g| g.id.clone());
        self.atlas.regions.iter().map(|r| json!({ "id": r.id, "group": group(r), "names": self.all(r.name) })).collect()
    }

    fn sources(&self) -> Value {
        let Some(text) = self.texts.first() else { return Value::Null };
        let one = |(at, id): (usize, &String)| {
            let (title, url) = text.source(super::model::SourceId(at as u16));
            let mut own = json!({ "title": title });
            if let (false, Some(map)) = (url.is_empty(), own.as_object_mut()) {
                map.insert("url".into(), url.into());
            }
            (id.clone(), own)
        };
        Value::Object(self.atlas.sources.iter().enumerate().map(one).collect())
    }

    fn document(&self) -> Value {
        let cautions = self.atlas.cautions.iter().map(|c| {
            let own =
                json!({ "id": c.id, "kind": c.kind.name(), "title": self.all(c.title), "advice": self.all(c.advice) });
            self.supported(&c.evidence, Self::fields(own))
        });
        let flags = self.atlas.red_flags.iter().map(|f| {
            let own = json!({
                "id": f.id, "level": f.urgency.name(), "title": self.all(f.title), "sign": self.all(f.sign), "advice": self.all(f.advice),
            });
            self.supported(&f.evidence, Self::fields(own))
        });
        json!({
            "version": env!("CARGO_PKG_VERSION"),
            "licence": LICENCE,
            "regions": self.regions(),
            "muscles": self.muscles(),
            "views": self.atlas.plates.iter().map(|p| self.view(p)).collect::<Vec<_>>(),
            "cautions": cautions.collect::<Vec<_>>(),
            "red_flags": flags.collect::<Vec<_>>(),
            "sources": self.sources(),
        })
    }
}

/// The whole atlas with all its languages, as JSON.
pub fn published() -> String {
    let texts = PACKS.iter().filter_map(|(_, bytes)| Text::unpack(bytes)).collect();
    let publisher = Publisher { atlas: super::bundle::built_in(), texts };
    publisher.document().to_string()
}
