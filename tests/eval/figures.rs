//! The usual figures of a ranking.
use referred_pain_explorer::atlas::MuscleId;

/// How far nDCG looks.
const DEPTH: usize = 5;

/// Sums over cases.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    count: usize,
    hits: [usize; 3],
    ndcg: f64,
}

fn gain(grade: u8) -> f64 {
    f64::from((1u32 << grade) - 1)
}

/// The gain of grades in this order, the later the less.
fn dcg(grades: impl Iterator<Item = u8>) -> f64 {
    grades.take(DEPTH).enumerate().map(|(at, grade)| gain(grade) / (at as f64 + 2.0).log2()).sum()
}

impl Figures {
    /// Whether a muscle of grade 3 is among so many first.
    pub fn hit(ranked: &[MuscleId], accepted: &[(MuscleId, u8)], first: usize) -> bool {
        ranked.iter().take(first).any(|m| accepted.contains(&(*m, 3)))
    }

    /// Adds a case.
    pub fn add(&mut self, ranked: &[MuscleId], accepted: &[(MuscleId, u8)]) {
        self.count += 1;
        for (hits, first) in self.hits.iter_mut().zip([1, 3, 5]) {
            *hits += usize::from(Self::hit(ranked, accepted, first));
        }
        let grade = |m: &MuscleId| accepted.iter().find(|(own, _)| own == m).map_or(0, |(_, grade)| *grade);
        let mut ideal: Vec<u8> = accepted.iter().map(|(_, grade)| *grade).collect();
        ideal.sort_unstable_by(|a, b| b.cmp(a));
        self.ndcg += dcg(ranked.iter().map(grade)) / dcg(ideal.into_iter());
    }

    /// How many cases.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Top-1, top-3, top-5 hits and nDCG@5, as shares.
    pub fn all(&self) -> [f64; 4] {
        let n = self.count.max(1) as f64;
        let [one, three, five] = self.hits.map(|hits| hits as f64 / n);
        [one, three, five, self.ndcg / n]
    }
}
