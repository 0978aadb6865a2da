//! An e-mail address with a domain of at least two labels.

use super::Format;

pub(super) const FORMAT: Format = Format {
    pattern: Some("^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+$"),
    example: "xxgk@example.gov.cn",
};
