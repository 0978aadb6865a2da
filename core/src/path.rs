//! A place in a document, kept on the stack and written out only when something is found there.

/// Room for the pointer to an element of usual name.
const USUAL_LENGTH: usize = 48;

/// A place in a document, linked to the one around it.
#[derive(Clone, Copy)]
pub(crate) struct Path<'a> {
    parent: Option<&'a Path<'a>>,
    segment: Segment<'a>,
}

#[derive(Clone, Copy)]
enum Segment<'a> {
    Root,
    Key(&'a str),
    Index(usize),
}

impl<'a> Path<'a> {
    pub const ROOT: Path<'static> = Path { parent: None, segment: Segment::Root };

    pub fn key(&'a self, key: &'a str) -> Path<'a> {
        Path { parent: Some(self), segment: Segment::Key(key) }
    }

    pub fn index(&'a self, index: usize) -> Path<'a> {
        Path { parent: Some(self), segment: Segment::Index(index) }
    }

    /// The place as a JSON Pointer (RFC 6901).
    pub fn pointer(&self) -> String {
        let mut pointer = String::with_capacity(USUAL_LENGTH);
        self.write(&mut pointer);
        pointer
    }

    fn write(&self, pointer: &mut String) {
        let Some(parent) = self.parent else {
            return;
        };
        parent.write(pointer);
        pointer.push('/');
        match self.segment {
            Segment::Root => {}
            Segment::Key(key) if key.contains(['~', '/']) => {
                pointer.push_str(&key.replace('~', "~0").replace('/', "~1"));
            }
            Segment::Key(key) => pointer.push_str(key),
            Segment::Index(index) => pointer.push_str(&index.to_string()),
        }
    }
}
