//! Writing and reading the packed atlas. Own code instead of a serialisation library, because the derived readers of
//! one weigh 15 kB in the download: here each field is one call, and a reader that runs dry goes on with defaults
//! and says so at the end.

/// What can be packed.
pub trait Pack: Sized {
    /// Appends itself.
    fn pack(&self, out: &mut Vec<u8>);
    /// Reads itself; from bytes that make no sense, some default.
    fn unpack(from: &mut Reader) -> Self;
}

/// Bytes being read.
pub struct Reader<'a> {
    bytes: &'a [u8],
    dry: bool,
}

/// Everything packed.
pub fn pack<T: Pack>(value: &T) -> Vec<u8> {
    let mut out = Vec::new();
    value.pack(&mut out);
    out
}

/// Reads what `pack` wrote. None when the bytes are not exactly that.
pub fn unpack<T: Pack>(bytes: &[u8]) -> Option<T> {
    let mut reader = Reader { bytes, dry: false };
    let value = T::unpack(&mut reader);
    (!reader.dry && reader.bytes.is_empty()).then_some(value)
}

impl Reader<'_> {
    /// The next byte.
    #[inline(never)]
    pub fn byte(&mut self) -> u8 {
        match self.bytes.split_first() {
            Some((first, rest)) => {
                self.bytes = rest;
                *first
            }
            None => {
                self.dry = true;
                0
            }
        }
    }

    /// A number written in groups of seven bits, the lowest first.
    #[inline(never)]
    pub fn number(&mut self) -> u32 {
        let mut value = 0;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.byte();
            value |= u32::from(byte & 127) << shift;
            if byte < 128 {
                return value;
            }
        }
        self.dry = true;
        0
    }

    /// How many things follow; never more than there are bytes.
    #[inline(never)]
    fn count(&mut self) -> usize {
        let count = self.number() as usize;
        if count > self.bytes.len() {
            self.dry = true;
            return 0;
        }
        count
    }

    /// Notes that the bytes make no sense.
    pub fn refuse(&mut self) {
        self.dry = true;
    }
}

/// Writes a number in groups of seven bits, the lowest first.
pub fn number(mut value: u32, out: &mut Vec<u8>) {
    while value > 127 {
        out.push((value & 127) as u8 | 128);
        value >>= 7;
    }
    out.push(value as u8);
}

macro_rules! numbers {
    ($($int:ty),*) => {$(
        impl Pack for $int {
            fn pack(&self, out: &mut Vec<u8>) {
                number(u32::from(*self), out);
            }
            fn unpack(from: &mut Reader) -> Self {
                from.number() as $int
            }
        }
    )*};
}
numbers!(u8, u16, u32);

impl Pack for bool {
    fn pack(&self, out: &mut Vec<u8>) {
        out.push(u8::from(*self));
    }
    fn unpack(from: &mut Reader) -> Self {
        from.byte() == 1
    }
}

// Small numbers of either sign take one byte: 0, -1, 1, -2, 2, ...
impl Pack for i16 {
    fn pack(&self, out: &mut Vec<u8>) {
        let value = i32::from(*self);
        number(((value << 1) ^ (value >> 31)) as u32, out);
    }
    fn unpack(from: &mut Reader) -> Self {
        let value = from.number();
        ((value >> 1) as i32 ^ -((value & 1) as i32)) as i16
    }
}

impl Pack for String {
    fn pack(&self, out: &mut Vec<u8>) {
        number(self.len() as u32, out);
        out.extend_from_slice(self.as_bytes());
    }
    #[inline(never)]
    fn unpack(from: &mut Reader) -> Self {
        let count = from.count();
        let Some((text, rest)) = from.bytes.split_at_checked(count) else { return String::new() };
        from.bytes = rest;
        match std::str::from_utf8(text) {
            Ok(text) => text.to_owned(),
            Err(_) => {
                from.refuse();
                String::new()
            }
        }
    }
}

impl<T: Pack> Pack for Vec<T> {
    fn pack(&self, out: &mut Vec<u8>) {
        number(self.len() as u32, out);
        self.iter().for_each(|item| item.pack(out));
    }
    #[inline(never)]
    fn unpack(from: &mut Reader) -> Self {
        (0..from.count()).map(|_| T::unpack(from)).collect()
    }
}

impl<A: Pack, B: Pack> Pack for (A, B) {
    fn pack(&self, out: &mut Vec<u8>) {
        self.0.pack(out);
        self.1.pack(out);
    }
    fn unpack(from: &mut Reader) -> Self {
        (A::unpack(from), B::unpack(from))
    }
}

impl<T: Pack, const N: usize> Pack for [T; N] {
    fn pack(&self, out: &mut Vec<u8>) {
        self.iter().for_each(|n| n.pack(out));
    }
    fn unpack(from: &mut Reader) -> Self {
        [(); N].map(|()| T::unpack(from))
    }
}

/// Packs a struct field by field, in this order.
macro_rules! packed {
    ($name:ident { $($field:ident),* $(,)? }) => {
        impl super::pack::Pack for $name {
            fn pack(&self, out: &mut Vec<u8>) {
                $(super::pack::Pack::pack(&self.$field, out);)*
            }
            fn unpack(from: &mut super::pack::Reader) -> Self {
                $name { $($field: super::pack::Pack::unpack(from)),* }
            }
        }
    };
}
pub(crate) use packed;
