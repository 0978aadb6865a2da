//! What `gongkai form` is told.

use std::path::PathBuf;

use clap::Args;
use jiff::civil::Date;

/// Which form to print, and how.
#[derive(Debug, Args)]
pub struct FormOptions {
    /// Domain and item.
    #[arg(value_name = "DOMAIN/ITEM")]
    pub item: String,
    /// The form as HTML, to stand between the tags of `<gongkai-form>` inside a form of the host; it posts without
    /// scripts.
    #[arg(long)]
    pub html: bool,
    /// Entry to fill in, a JSON file. Defaults to a new one.
    #[arg(long, value_name = "FILE", requires = "html")]
    pub entry: Option<PathBuf>,
    /// What a browser posted from such a form (`application/x-www-form-urlencoded`), `-` for stdin: printed as an entry,
    /// or with `--html` as the form that comes back.
    #[arg(long, value_name = "FILE", conflicts_with = "entry")]
    pub posted: Option<PathBuf>,
    /// All issues are shown, as after an attempt to publish.
    #[arg(long, requires = "html")]
    pub issues: bool,
    /// Day on which it is judged, YYYY-MM-DD. Defaults to today.
    #[arg(long, value_name = "DATE", requires = "html")]
    pub today: Option<Date>,
}
