//! Elements and attributes, by what they do to lines and tables.

/// An element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag {
    Table,
    Caption,
    /// `thead`.
    Head,
    /// `tbody`.
    Body,
    /// `tfoot`.
    Foot,
    Row,
    Cell,
    Paragraph,
    ListItem,
    NumberedList,
    List,
    /// Begins and ends a line; with a number for its name.
    Block(u32),
    /// Its white space is shown as it is.
    Preformatted,
    LineBreak,
    /// A line across the page.
    Rule,
    Input,
    /// A page in the page.
    Frame,
    /// Has no content and no look.
    Void,
    /// Holds what says how other things look.
    StyleSheet,
    /// What is in it is not shown; with a number for its name.
    Unseen(u32),
    /// What is in it is struck out; with a number for its name.
    Deleted(u32),
    /// Anything else; with a number for its name.
    Inline(u32),
}

impl Tag {
    /// The element of this name, which is in lower case.
    pub fn named(name: &[u8]) -> Self {
        match name {
            b"table" => Tag::Table,
            b"caption" => Tag::Caption,
            b"thead" => Tag::Head,
            b"tbody" => Tag::Body,
            b"tfoot" => Tag::Foot,
            b"tr" => Tag::Row,
            b"td" | b"th" => Tag::Cell,
            b"p" => Tag::Paragraph,
            b"li" => Tag::ListItem,
            b"ol" => Tag::NumberedList,
            b"ul" | b"menu" | b"dir" => Tag::List,
            b"pre" | b"listing" | b"xmp" | b"plaintext" | b"textarea" => Tag::Preformatted,
            b"br" => Tag::LineBreak,
            b"hr" => Tag::Rule,
            b"input" => Tag::Input,
            b"frame" => Tag::Frame,
            b"area" | b"base" | b"col" | b"colgroup" | b"embed" | b"img" | b"link" | b"meta" | b"param"
            | b"source" | b"track" | b"wbr" => Tag::Void,
            b"style" => Tag::StyleSheet,
            b"audio" | b"canvas" | b"datalist" | b"iframe" | b"noembed" | b"noframes" | b"noscript"
            | b"rp" | b"rt" | b"rtc" | b"script" | b"select" | b"svg" | b"template" | b"title" | b"video" => {
                Tag::Unseen(hash(name))
            }
            b"del" | b"s" | b"strike" => Tag::Deleted(hash(name)),
            b"address" | b"article" | b"aside" | b"blockquote" | b"body" | b"center" | b"dd" | b"details"
            | b"dialog" | b"div" | b"dl" | b"dt" | b"fieldset" | b"figcaption" | b"figure" | b"footer"
            | b"form" | b"h1" | b"h2" | b"h3" | b"h4" | b"h5" | b"h6" | b"header" | b"hgroup" | b"html"
            | b"legend" | b"main" | b"nav" | b"option" | b"section" | b"summary" => Tag::Block(hash(name)),
            _ => Tag::Inline(hash(name)),
        }
    }

    /// Whether it begins and ends a line.
    pub fn is_block(self) -> bool {
        matches!(
            self,
            Tag::Block(_)
                | Tag::Paragraph
                | Tag::ListItem
                | Tag::NumberedList
                | Tag::List
                | Tag::Preformatted
        )
    }

    pub fn is_list(self) -> bool {
        matches!(self, Tag::NumberedList | Tag::List)
    }

    /// Whether it is a table or a part of one.
    pub fn is_in_table(self) -> bool {
        matches!(self, Tag::Table | Tag::Caption | Tag::Head | Tag::Body | Tag::Foot | Tag::Row | Tag::Cell)
    }
}

/// A number for a name; names that people use have different ones.
fn hash(name: &[u8]) -> u32 {
    name.iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

/// An attribute that matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Attribute {
    Checked,
    Class,
    ColumnSpan,
    Face,
    Hidden,
    RowSpan,
    Start,
    Style,
    Type,
    Value,
}

impl Attribute {
    /// The attribute of this name, which is in lower case.
    pub fn named(name: &[u8]) -> Option<Self> {
        Some(match name {
            b"checked" => Attribute::Checked,
            b"class" => Attribute::Class,
            b"colspan" => Attribute::ColumnSpan,
            b"face" => Attribute::Face,
            b"hidden" => Attribute::Hidden,
            b"rowspan" => Attribute::RowSpan,
            b"start" => Attribute::Start,
            b"style" => Attribute::Style,
            b"type" => Attribute::Type,
            b"value" => Attribute::Value,
            _ => return None,
        })
    }
}

/// What stands before an item of a list: its number by the `type` of the list.
pub(super) fn item_number(number: i64, format: char) -> String {
    use crate::import::reader::number_words::{NumberFormat, write};
    let format = match format {
        'a' => NumberFormat::LowerLetter,
        'A' => NumberFormat::UpperLetter,
        'i' => NumberFormat::LowerRoman,
        'I' => NumberFormat::UpperRoman,
        _ => NumberFormat::Decimal,
    };
    format!("{}. ", write(number, format))
}
