//! Writes the packs of the browser benchmark, as browsers load them, into the folder given.

use std::path::PathBuf;
use std::{env, fs};

use gongkai_tests::bench_forms;

fn main() -> std::io::Result<()> {
    let folder = PathBuf::from(env::args_os().nth(1).expect("a folder to write to is given"));
    fs::create_dir_all(&folder)?;
    for item in ["one", "many", "rows"] {
        let pack = serde_json::to_string(&bench_forms::pack_of(item))?;
        fs::write(folder.join(format!("{item}.json")), pack)?;
    }
    Ok(())
}
