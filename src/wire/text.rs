//! A value as one JSON text. The page parses it at once, which takes less time than to build its objects value by value.
//!
//! The writer is our own because it is measured: `serde_json` with a formatter that writes the same ASCII makes a whole
//! `assess()` take 1.5 times as long and the WebAssembly 2.6 KB larger (Brotli). `tests/wire/text.rs` holds it against
//! `serde_json`.

use std::fmt;

use serde::Serialize;
use serde::ser::{self, Impossible, Serializer};

use crate::engine::decimal::Decimal;

/// A value as a JSON text, without spaces and in ASCII alone, which a browser reads several times faster than other text.
///
/// # Errors
/// If the value is of a kind that the contract does not have.
pub fn text(value: &impl Serialize) -> Result<String, fmt::Error> {
    // room for most assessments; what is too small grows, and is copied each time
    let mut text = Vec::with_capacity(1 << 18);
    value.serialize(Writer(&mut text))?;
    String::from_utf8(text).map_err(|_| fmt::Error)
}

/// Appends one value.
struct Writer<'a>(&'a mut Vec<u8>);

impl<'a> Writer<'a> {
    fn put(self, written: &str) {
        self.0.extend_from_slice(written.as_bytes());
    }

    fn open(self, start: u8, end: u8) -> Parts<'a> {
        self.0.push(start);
        Parts { text: self.0, end, first: true }
    }
}

/// The parts of a list or of an object, with a comma between them.
struct Parts<'a> {
    text: &'a mut Vec<u8>,
    end: u8,
    first: bool,
}

impl Parts<'_> {
    fn next(&mut self) -> Writer<'_> {
        if !std::mem::take(&mut self.first) {
            self.text.push(b',');
        }
        Writer(self.text)
    }

    fn close(self) {
        self.text.push(self.end);
    }
}

/// A text between quotation marks.
fn quoted(into: &mut Vec<u8>, text: &str) {
    into.push(b'"');
    if is_plain(text) {
        into.extend_from_slice(text.as_bytes());
    } else {
        for run in text.split_inclusive(|letter: char| !is_plain_letter(letter)) {
            let last = run.chars().next_back().filter(|letter| !is_plain_letter(*letter));
            let plain = run.len() - last.map_or(0, char::len_utf8);
            into.extend_from_slice(run.as_bytes().get(..plain).unwrap_or_default());
            if let Some(letter) = last {
                escaped(into, letter);
            }
        }
    }
    into.push(b'"');
}

/// Printable ASCII without quotation marks and backslashes.
fn is_plain_letter(letter: char) -> bool {
    matches!(letter, ' '..='~') && letter != '"' && letter != '\\'
}

/// Whether all letters of a text are plain. Looks at eight bytes at once.
fn is_plain(text: &str) -> bool {
    const ONES: u64 = 0x0101_0101_0101_0101;
    // its highest bit is set for each byte that is zero, if that of no byte is set in what comes
    let zero = |bytes: u64| bytes.wrapping_sub(ONES) & !bytes;
    let eight = |bytes: &[u8; 8]| {
        let bytes = u64::from_le_bytes(*bytes);
        let outside = bytes.wrapping_sub(ONES * 0x20) | bytes.wrapping_add(ONES) | bytes;
        (outside | zero(bytes ^ (ONES * 0x22)) | zero(bytes ^ (ONES * 0x5c))) & (ONES * 0x80) == 0
    };
    let (whole, rest) = text.as_bytes().as_chunks();
    whole.iter().all(eight) && rest.iter().all(|byte| is_plain_letter(char::from(*byte)))
}

/// A letter that is not plain: in the units of UTF-16, as `\u00b0`.
fn escaped(into: &mut Vec<u8>, letter: char) {
    let digit = |digit: u16| {
        u8::try_from(digit).map_or(b'0', |digit| if digit < 10 { b'0' + digit } else { b'a' + digit - 10 })
    };
    for unit in letter.encode_utf16(&mut [0; 2]) {
        into.extend_from_slice(b"\\u");
        into.extend_from_slice(&[12, 8, 4, 0].map(|shift| digit(*unit >> shift & 15)));
    }
}

/// Kinds of values that are written as they are displayed.
macro_rules! displayed {
    ($($name:ident $kind:ty),+) => {
        $(fn $name(self, value: $kind) -> fmt::Result {
            self.put(&value.to_string());
            Ok(())
        })+
    };
}

impl<'a> Serializer for Writer<'a> {
    type Ok = ();
    type Error = fmt::Error;
    type SerializeSeq = Parts<'a>;
    type SerializeTuple = Parts<'a>;
    type SerializeTupleStruct = Impossible<(), fmt::Error>;
    type SerializeTupleVariant = Impossible<(), fmt::Error>;
    type SerializeMap = Parts<'a>;
    type SerializeStruct = Parts<'a>;
    type SerializeStructVariant = Impossible<(), fmt::Error>;

    fn serialize_bool(self, value: bool) -> fmt::Result {
        self.put(if value { "true" } else { "false" });
        Ok(())
    }

    displayed!(serialize_i8 i8, serialize_i16 i16, serialize_i32 i32, serialize_i64 i64);
    displayed!(serialize_u8 u8, serialize_u16 u16, serialize_u32 u32, serialize_u64 u64);

    fn serialize_f32(self, value: f32) -> fmt::Result {
        self.serialize_f64(value.into())
    }

    fn serialize_f64(self, value: f64) -> fmt::Result {
        // every number of the contract is a decimal; what prints any other weighs five kilobytes
        let Some(number) = Decimal::from_f64(value) else { return self.serialize_unit() };
        self.put(&number.plain());
        Ok(())
    }

    fn serialize_char(self, value: char) -> fmt::Result {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> fmt::Result {
        quoted(self.0, value);
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> fmt::Result {
        Err(fmt::Error)
    }

    fn serialize_none(self) -> fmt::Result {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> fmt::Result {
        value.serialize(self)
    }

    fn serialize_unit(self) -> fmt::Result {
        self.put("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> fmt::Result {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, name: &'static str) -> fmt::Result {
        self.serialize_str(name)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> fmt::Result {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> fmt::Result {
        Err(fmt::Error)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Parts<'a>, fmt::Error> {
        Ok(self.open(b'[', b']'))
    }

    fn serialize_tuple(self, _: usize) -> Result<Parts<'a>, fmt::Error> {
        Ok(self.open(b'[', b']'))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Self::SerializeTupleStruct, fmt::Error> {
        Err(fmt::Error)
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, fmt::Error> {
        Err(fmt::Error)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Parts<'a>, fmt::Error> {
        Ok(self.open(b'{', b'}'))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Parts<'a>, fmt::Error> {
        Ok(self.open(b'{', b'}'))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, fmt::Error> {
        Err(fmt::Error)
    }
}

impl ser::SerializeSeq for Parts<'_> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> fmt::Result {
        value.serialize(self.next())
    }

    fn end(self) -> fmt::Result {
        self.close();
        Ok(())
    }
}

impl ser::SerializeTuple for Parts<'_> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> fmt::Result {
        value.serialize(self.next())
    }

    fn end(self) -> fmt::Result {
        self.close();
        Ok(())
    }
}

impl ser::SerializeMap for Parts<'_> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> fmt::Result {
        key.serialize(self.next())?;
        self.text.push(b':');
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> fmt::Result {
        value.serialize(Writer(self.text))
    }

    fn end(self) -> fmt::Result {
        self.close();
        Ok(())
    }
}

impl ser::SerializeStruct for Parts<'_> {
    type Ok = ();
    type Error = fmt::Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> fmt::Result {
        let first = std::mem::take(&mut self.first);
        self.text.extend_from_slice(if first { b"\"" } else { b",\"" });
        // the name of a field has nothing to escape
        self.text.extend_from_slice(key.as_bytes());
        self.text.extend_from_slice(b"\":");
        value.serialize(Writer(self.text))
    }

    fn end(self) -> fmt::Result {
        self.close();
        Ok(())
    }
}
