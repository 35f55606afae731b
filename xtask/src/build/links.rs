//! What a compiled module refers to besides its calls: which functions it takes the address of, and which pieces of data it
//! reads. The code alone does not tell, for an address is a number like any other; the linker's notes do, when it is asked to
//! leave them (`--emit-relocs`).

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use anyhow::{Context, Result};
use wasmparser::{
    BinaryReaderError, DataKind, KnownCustom, Linking, Name, Operator, Parser, Payload, RelocationEntry,
    RelocationType as Kind, SymbolInfo,
};

/// What something refers to.
#[derive(Debug, Default, Clone)]
pub struct Refs {
    /// Functions by name, whose place in the table it knows.
    pub functions: Vec<String>,
    /// Pieces of data, by their place in [`Links::data`].
    pub data: Vec<usize>,
}

/// A piece of data that stands for itself: a text, a table of methods, a static.
#[derive(Debug)]
pub struct Piece {
    /// Where it lies in the memory.
    pub at: Range<u32>,
    /// What is written in it.
    pub refs: Refs,
}

/// The references of a module.
#[derive(Debug, Default)]
pub struct Links {
    /// All functions that the linker knew.
    pub known: HashSet<String>,
    /// Of each function by name, if it has any.
    pub functions: HashMap<String, Refs>,
    /// All data, ordered by place.
    pub data: Vec<Piece>,
    /// Where the data lies that nobody writes.
    pub constant: Range<u32>,
}

/// The name of the segment of what nobody writes.
const CONSTANT: &str = ".rodata";

/// Whether a section of this name holds notes of the linker.
pub fn is_note(section: &str) -> bool {
    section == "linking" || section.starts_with("reloc.")
}

/// What is read from the module before it is put together.
#[derive(Default)]
struct Notes<'a> {
    /// Where each section begins.
    sections: Vec<usize>,
    names: HashMap<u32, String>,
    imports: u32,
    /// The code of each function, and each segment of data: where in the file.
    bodies: Vec<Range<usize>>,
    segments: Vec<Segment>,
    titles: Vec<&'a str>,
    symbols: Vec<SymbolInfo<'a>>,
    entries: Vec<(u32, RelocationEntry)>,
}

struct Segment {
    address: u32,
    file: Range<usize>,
}

impl Links {
    /// Reads the notes of a module as the linker left it.
    pub fn read(module: &[u8]) -> Result<Self> {
        let notes = Notes::read(module).context("reading the linker's notes")?;
        let mut pieces: Vec<(usize, Piece)> = notes.symbols.iter().enumerate().filter_map(|s| notes.piece(s)).collect();
        pieces.sort_by_key(|(_, piece)| (piece.at.start, piece.at.end));
        let places: HashMap<usize, usize> = pieces.iter().enumerate().map(|(at, (symbol, _))| (*symbol, at)).collect();
        let mut links = Links {
            data: pieces.into_iter().map(|(_, piece)| piece).collect(),
            known: notes.names.values().cloned().collect(),
            constant: notes.constant()?,
            ..Links::default()
        };
        for (section, entry) in &notes.entries {
            let spot = notes.sections.get(*section as usize).context("a note on a section that is not there")?
                + entry.offset as usize;
            notes.note(&mut links, spot, entry, &places);
        }
        Ok(links)
    }
}

impl<'a> Notes<'a> {
    fn read(module: &'a [u8]) -> Result<Self> {
        let mut notes = Notes::default();
        for payload in Parser::new(0).parse_all(module) {
            let payload = payload?;
            if let Some((_, range)) = payload.as_section() {
                notes.sections.push(range.start);
            }
            match payload {
                Payload::ImportSection(imports) => {
                    for import in imports.into_imports() {
                        notes.imports += u32::from(matches!(import?.ty, wasmparser::TypeRef::Func(_)));
                    }
                }
                Payload::CodeSectionEntry(body) => notes.bodies.push(body.range()),
                Payload::DataSection(segments) => {
                    for segment in segments {
                        notes.segments.extend(Segment::read(segment?)?);
                    }
                }
                Payload::CustomSection(custom) => notes.custom(custom.as_known())?,
                _ => {}
            }
        }
        Ok(notes)
    }

    fn custom(&mut self, custom: KnownCustom<'a>) -> Result<(), BinaryReaderError> {
        match custom {
            KnownCustom::Name(sections) => {
                for section in sections {
                    let Name::Function(names) = section? else { continue };
                    for name in names {
                        let name = name?;
                        self.names.insert(name.index, plain(name.name).to_owned());
                    }
                }
            }
            KnownCustom::Linking(linking) => {
                for part in linking.subsections() {
                    match part? {
                        Linking::SymbolTable(symbols) => {
                            self.symbols = symbols.into_iter().collect::<Result<_, _>>()?
                        }
                        Linking::SegmentInfo(segments) => {
                            let titles = segments.into_iter().map(|segment| Ok(segment?.name));
                            self.titles = titles.collect::<Result<_, BinaryReaderError>>()?;
                        }
                        _ => {}
                    }
                }
            }
            KnownCustom::Reloc(relocations) => {
                for entry in relocations.entries() {
                    self.entries.push((relocations.section_index(), entry?));
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// A symbol as a piece of data, if it is one.
    fn piece(&self, (at, symbol): (usize, &SymbolInfo<'_>)) -> Option<(usize, Piece)> {
        let SymbolInfo::Data { symbol: Some(data), .. } = symbol else { return None };
        let start = self.segments.get(data.index as usize)?.address + data.offset;
        (data.size > 0).then(|| (at, Piece { at: start..start + data.size, refs: Refs::default() }))
    }

    fn constant(&self) -> Result<Range<u32>> {
        let at = self.titles.iter().position(|title| *title == CONSTANT);
        let segment = at.and_then(|at| self.segments.get(at)).context("the module has no constant data")?;
        Ok(segment.address..segment.address + u32::try_from(segment.file.len())?)
    }

    /// Writes down what one entry says: at this spot of the file stands the address of something.
    fn note(&self, links: &mut Links, spot: usize, entry: &RelocationEntry, places: &HashMap<usize, usize>) {
        let (mut function, mut data) = (None, None);
        match entry.ty {
            Kind::TableIndexSleb | Kind::TableIndexI32 => {
                let Some(SymbolInfo::Func { index, .. }) = self.symbols.get(entry.index as usize) else { return };
                function = self.names.get(index).cloned();
            }
            Kind::MemoryAddrLeb | Kind::MemoryAddrSleb | Kind::MemoryAddrI32 => {
                data = places.get(&(entry.index as usize)).copied();
            }
            _ => return,
        }
        let tell = |refs: &mut Refs| {
            refs.functions.extend(function.clone());
            refs.data.extend(data);
        };
        if let Ok(at) = self.bodies.binary_search_by(|body| within(body, spot)) {
            let name = u32::try_from(at).ok().and_then(|at| self.names.get(&(self.imports + at)));
            if let Some(name) = name {
                tell(links.functions.entry(name.clone()).or_default());
            }
        }
        let Some(segment) = self.segments.iter().find(|segment| segment.file.contains(&spot)) else { return };
        let Ok(offset) = u32::try_from(spot - segment.file.start) else { return };
        // Pieces may lie within each other, as one text within another.
        for piece in links.data.iter_mut().filter(|piece| piece.at.contains(&(segment.address + offset))) {
            tell(&mut piece.refs);
        }
    }
}

/// A name as it is after wasm-bindgen, which takes its own mark off what it exports: `mount_0123456789abcdef` is `mount`.
fn plain(name: &str) -> &str {
    match name.rsplit_once('_') {
        Some((own, mark))
            if !name.starts_with("_R") && mark.len() == 16 && mark.bytes().all(|b| b.is_ascii_hexdigit()) =>
        {
            own
        }
        _ => name,
    }
}

/// How a range lies to a spot.
fn within(range: &Range<usize>, spot: usize) -> std::cmp::Ordering {
    use std::cmp::Ordering::{Equal, Greater, Less};
    if range.contains(&spot) {
        Equal
    } else if range.start > spot {
        Greater
    } else {
        Less
    }
}

impl Segment {
    fn read(data: wasmparser::Data<'_>) -> Result<Option<Self>> {
        let DataKind::Active { offset_expr, .. } = data.kind else { return Ok(None) };
        let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else { return Ok(None) };
        let end = data.range.end;
        Ok(Some(Segment { address: value.cast_unsigned(), file: end - data.data.len()..end }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn section(id: u8, content: &[u8]) -> Vec<u8> {
        [&[id, u8::try_from(content.len()).unwrap()], content].concat()
    }

    fn text(text: &str) -> Vec<u8> {
        [&[u8::try_from(text.len()).unwrap()], text.as_bytes()].concat()
    }

    fn custom(name: &str, content: &[u8]) -> Vec<u8> {
        section(0, &[&text(name), content].concat())
    }

    /// What a linker leaves: `reader`, exported under a mark, knows the address of `told` and of the second of two data, in
    /// which the address of `told` is written.
    fn sample() -> Vec<u8> {
        let address = [0x41, 0x84, 0x88, 0x80, 0x80, 0x00, 0x1a]; // i32.const 1028, drop
        let place = [0x41, 0x81, 0x80, 0x80, 0x80, 0x00, 0x1a]; // i32.const 1, drop
        let reader = [&[0][..], &address, &place, &[0x0b]].concat();
        let code = [&[2, u8::try_from(reader.len()).unwrap()], &reader[..], &[2, 0, 0x0b]].concat();
        let data = [&[1, 0, 0x41, 0x80, 0x08, 0x0b, 8][..], b"text", &[1, 0, 0, 0]].concat(); // at 1024
        let mark = "reader_0123456789abcdef";
        let functions = [&[2, 0][..], &text(mark), &[1], &text("told")].concat();
        let names = [&[1, u8::try_from(functions.len()).unwrap()][..], &functions].concat();
        let datum = |name, at| [&[1, 0][..], &text(name), &[0, at, 4]].concat();
        let symbols =
            [&[4, 0, 0, 0][..], &text(mark), &[0, 0, 1], &text("told"), &datum("a", 0), &datum("b", 4)].concat();
        let segments = [&[1][..], &text(".rodata"), &[0, 0]].concat();
        let parts = |id, part: &[u8]| [&[id, u8::try_from(part.len()).unwrap()], part].concat();
        let linking = [&[2][..], &parts(5, &segments), &parts(8, &symbols)].concat();
        [
            b"\0asm\x01\0\0\0".to_vec(),
            section(1, &[1, 0x60, 0, 0]),
            section(3, &[2, 0, 0]),
            section(10, &code),
            section(11, &data),
            custom("linking", &linking),
            // In the third section, at 4 the address of the fourth symbol, at 11 the place of the second in the table.
            custom("reloc.CODE", &[2, 2, 4, 4, 3, 0, 1, 11, 1]),
            custom("reloc.DATA", &[3, 1, 2, 11, 1]),
            custom("name", &names),
        ]
        .concat()
    }

    #[test]
    fn what_the_linker_wrote_down_is_read() {
        let links = Links::read(&sample()).unwrap();
        assert_eq!(links.constant, 1024..1032);
        let places: Vec<_> = links.data.iter().map(|piece| piece.at.clone()).collect();
        assert_eq!(places, [1024..1028, 1028..1032]);
        let reader = links.functions.get("reader").unwrap();
        assert_eq!((&reader.functions[..], &reader.data[..]), (&["told".to_owned()][..], &[1][..]));
        let told: Vec<_> = links.data.iter().map(|piece| piece.refs.functions.clone()).collect();
        assert_eq!(told, [Vec::new(), vec!["told".to_owned()]]);
    }

    #[test]
    fn a_module_without_notes_is_an_error() {
        assert!(Links::read(b"\0asm\x01\0\0\0").is_err());
    }
}
