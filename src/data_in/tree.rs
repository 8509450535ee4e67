//! A JSON value of our own, and the strict reader that fills it. Numbers stay as they are written.

use super::reason::Refusal;

/// The longest text that is read, in bytes.
pub const LONGEST: usize = 5_000_000;
/// The deepest nesting that is read.
pub const DEEPEST: usize = 64;
/// The most members of one object that are read.
const MOST_MEMBERS: usize = 256;

/// A JSON value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tree {
    /// Nothing.
    Null,
    /// True or false.
    Bool(bool),
    /// A number, as it is written.
    Number(String),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Tree>),
    /// Members by name, in order.
    Object(Vec<(String, Tree)>),
}

impl Tree {
    /// Reads one JSON text whole.
    ///
    /// # Errors
    /// [`Refusal`]: too long, too deep, no JSON, or a name twice in one object.
    pub fn parse(text: &str) -> Result<Self, Refusal> {
        if text.len() > LONGEST {
            return Err(Refusal::TooLong);
        }
        let mut reader = Reader { text, at: 0 };
        let tree = reader.value(0)?;
        reader.space();
        if reader.at == text.len() { Ok(tree) } else { Err(Refusal::NotJson) }
    }

    /// The member with this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Self> {
        let Self::Object(members) = self else { return None };
        members.iter().find(|(key, _)| key == name).map(|(_, value)| value)
    }

    /// The member with this name as a text.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        self.get(name).and_then(Self::as_text)
    }

    /// The text, if it is one.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    /// The entries of the member with this name; a lone value is a list of one.
    #[must_use]
    pub fn list(&self, name: &str) -> &[Self] {
        self.get(name).map_or(&[], Self::entries)
    }

    /// The entries of a list; a lone value is a list of one.
    #[must_use]
    pub fn entries(&self) -> &[Self] {
        if let Self::List(entries) = self { entries } else { std::slice::from_ref(self) }
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// Passes over a sign, if it is next.
    fn eats(&mut self, sign: u8) -> bool {
        let next = self.peek() == Some(sign);
        self.at += usize::from(next);
        next
    }

    fn wants(&mut self, sign: u8) -> Result<(), Refusal> {
        self.space();
        if self.eats(sign) { Ok(()) } else { Err(Refusal::NotJson) }
    }

    fn value(&mut self, depth: usize) -> Result<Tree, Refusal> {
        if depth > DEEPEST {
            return Err(Refusal::TooDeep);
        }
        self.space();
        match self.peek() {
            Some(b'{') => self.object(depth),
            Some(b'[') => self.array(depth),
            Some(b'"') => Ok(Tree::Text(self.string()?)),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => self.word(),
        }
    }

    fn word(&mut self) -> Result<Tree, Refusal> {
        let rest = self.text.get(self.at..).unwrap_or_default();
        for (word, tree) in [("null", Tree::Null), ("true", Tree::Bool(true)), ("false", Tree::Bool(false))] {
            if rest.starts_with(word) {
                self.at += word.len();
                return Ok(tree);
            }
        }
        Err(Refusal::NotJson)
    }

    fn object(&mut self, depth: usize) -> Result<Tree, Refusal> {
        self.at += 1;
        let mut members: Vec<(String, Tree)> = Vec::new();
        self.space();
        if self.eats(b'}') {
            return Ok(Tree::Object(members));
        }
        loop {
            self.space();
            let name = self.string()?;
            // another program could read the other one of two
            if members.iter().any(|(other, _)| *other == name) {
                return Err(Refusal::TwiceNamed);
            }
            if members.len() == MOST_MEMBERS {
                return Err(Refusal::NotFhir);
            }
            self.wants(b':')?;
            let value = self.value(depth + 1)?;
            members.push((name, value));
            self.space();
            if !self.eats(b',') {
                self.wants(b'}')?;
                return Ok(Tree::Object(members));
            }
        }
    }

    fn array(&mut self, depth: usize) -> Result<Tree, Refusal> {
        self.at += 1;
        let mut entries = Vec::new();
        self.space();
        if self.eats(b']') {
            return Ok(Tree::List(entries));
        }
        loop {
            entries.push(self.value(depth + 1)?);
            self.space();
            if !self.eats(b',') {
                self.wants(b']')?;
                return Ok(Tree::List(entries));
            }
        }
    }

    fn digits(&mut self) -> Result<(), Refusal> {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        if self.at == start { Err(Refusal::NotJson) } else { Ok(()) }
    }

    fn number(&mut self) -> Result<Tree, Refusal> {
        let start = self.at;
        self.eats(b'-');
        if !self.eats(b'0') {
            self.digits()?;
        }
        if self.eats(b'.') {
            self.digits()?;
        }
        if self.eats(b'e') || self.eats(b'E') {
            let _ = self.eats(b'+') || self.eats(b'-');
            self.digits()?;
        }
        Ok(Tree::Number(self.text.get(start..self.at).unwrap_or_default().into()))
    }

    fn string(&mut self) -> Result<String, Refusal> {
        if !self.eats(b'"') {
            return Err(Refusal::NotJson);
        }
        let mut read = String::new();
        loop {
            let start = self.at;
            while self.peek().is_some_and(|byte| byte >= b' ' && byte != b'"' && byte != b'\\') {
                self.at += 1;
            }
            read.push_str(self.text.get(start..self.at).unwrap_or_default());
            if self.eats(b'"') {
                return Ok(read);
            }
            if !self.eats(b'\\') {
                return Err(Refusal::NotJson);
            }
            read.push(self.escaped()?);
        }
    }

    fn escaped(&mut self) -> Result<char, Refusal> {
        let letter = self.peek().ok_or(Refusal::NotJson)?;
        self.at += 1;
        Ok(match letter {
            b'"' | b'\\' | b'/' => char::from(letter),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let unit = self.unit()?;
                let pair = (0xd800..0xdc00).contains(&unit) && self.eats(b'\\') && self.eats(b'u');
                let code = if pair { 0x1_0000 + ((unit - 0xd800) << 10) + self.low()? } else { unit };
                // half of a pair is no letter
                char::from_u32(code).unwrap_or('\u{fffd}')
            }
            _ => return Err(Refusal::NotJson),
        })
    }

    fn unit(&mut self) -> Result<u32, Refusal> {
        let digits = self.text.get(self.at..self.at + 4).ok_or(Refusal::NotJson)?;
        self.at += 4;
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(Refusal::NotJson);
        }
        u32::from_str_radix(digits, 16).map_err(|_| Refusal::NotJson)
    }

    fn low(&mut self) -> Result<u32, Refusal> {
        self.unit()?.checked_sub(0xdc00).filter(|low| *low < 0x400).ok_or(Refusal::NotJson)
    }
}
