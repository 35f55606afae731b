//! Words as they are compared: small letters, without accents, ligatures spelt out. A small table of Latin letters
//! instead of those of the standard library, which hold all alphabets of the world and weigh kilobytes.

/// The plain letters of U+00C0 to U+017F, in order; a space where there is no letter.
const LATIN: &[u8; 192] = b"aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// Letters that are two: the second one.
fn second(letter: char) -> Option<u8> {
    Some(match letter {
        'Æ' | 'æ' | 'Œ' | 'œ' => b'e',
        'ß' | 'ẞ' => b's',
        'Þ' | 'þ' => b'h',
        'Ĳ' | 'ĳ' => b'j',
        _ => return None,
    })
}

fn ligature(letter: char) -> &'static [u8] {
    match letter {
        'ﬀ' => b"ff",
        'ﬁ' => b"fi",
        'ﬂ' => b"fl",
        'ﬃ' => b"ffi",
        'ﬄ' => b"ffl",
        'ﬅ' | 'ﬆ' => b"st",
        _ => b"s",
    }
}

/// Whether a sign leaves no trace: an accent that stands by itself, a hyphen that is not seen, a joiner.
fn silent(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}')
}

fn push(letter: char, out: &mut Vec<u8>) {
    let at = (letter as usize).wrapping_sub(0xc0);
    match letter {
        _ if letter.is_ascii_alphanumeric() => out.push(letter.to_ascii_lowercase() as u8),
        _ if silent(letter) => {}
        _ if at < LATIN.len() => {
            let plain = LATIN.get(at).copied().unwrap_or(b' ');
            out.push(plain);
            out.extend(second(letter));
        }
        'ﬀ'..='ﬆ' | 'ẞ' => {
            out.extend_from_slice(ligature(letter));
            out.extend(second(letter));
        }
        // Dashes, quotes, brackets and the like; what is left are letters of other alphabets, which stay as they are.
        '\u{0}'..='\u{bf}' | '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{303f}' => out.push(b' '),
        _ => out.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes()),
    }
}

/// A text as it is compared: bytes, words apart by single spaces or more. At most so many letters are read.
pub fn fold(text: &str, most: usize) -> Vec<u8> {
    let mut out = Vec::new();
    text.chars().take(most).for_each(|letter| push(letter, &mut out));
    out
}

/// The words of a folded text.
pub fn words(folded: &[u8]) -> impl Iterator<Item = &[u8]> {
    folded.split(|byte| *byte == b' ').filter(|word| !word.is_empty())
}

/// The same without spaces.
pub fn joined(folded: &[u8]) -> Vec<u8> {
    folded.iter().copied().filter(|byte| *byte != b' ').collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        let words: Vec<Vec<u8>> = words(&fold(text, 1000)).map(<[u8]>::to_vec).collect();
        String::from_utf8_lossy(&words.join(&b' ')).into_owned()
    }

    #[test]
    fn case_accents_and_ligatures_do_not_matter() {
        let cases = [
            ("Épine calcanéenne", "epine calcaneenne"),
            ("FUßSOHLE", "fusssohle"),
            ("Fußsohle", "fusssohle"),
            ("STRAẞE", "strasse"),
            ("cœur, Æther, ĳs, þ", "coeur aether ijs th"),
            ("espolón", "espolon"),
            // The accent as a sign of its own, as some systems write it.
            ("espolo\u{301}n", "espolon"),
            ("ﬁbula ﬂat", "fibula flat"),
            ("Łódź Škoda ŷ ſ", "lodz skoda y s"),
            ("jogger’s  heel-pain (left)", "jogger s heel pain left"),
            ("  ", ""),
            ("пятка", "пятка"),
        ];
        for (text, wanted) in cases {
            assert_eq!(folded(text), wanted, "{text}");
        }
    }

    #[test]
    fn every_latin_letter_has_its_plain_one() {
        assert_eq!(LATIN.len(), 192);
        for (letter, plain) in [('À', 'a'), ('ÿ', 'y'), ('Đ', 'd'), ('ğ', 'g'), ('ħ', 'h'), ('ı', 'i'), ('ł', 'l')]
        {
            assert_eq!(folded(&letter.to_string()), plain.to_string());
        }
        for (letter, plain) in [('ŋ', 'n'), ('ő', 'o'), ('ř', 'r'), ('š', 's'), ('ŧ', 't'), ('ű', 'u'), ('ž', 'z')]
        {
            assert_eq!(folded(&letter.to_string()), plain.to_string());
        }
    }
}
