//! Which licences the crates in shipped code may have: those that ask for no more than their own text.

use anyhow::{Context, Result, bail};
use spdx::{Expression, ParseMode};

use super::crates::Crates;

/// Permissive ones, for code that anybody passes on compiled.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// The expression in today's writing: some crates still say `MIT/Apache-2.0`.
///
/// # Errors
/// It is no SPDX expression.
pub fn expression(written: &str) -> Result<Expression> {
    let canonical = Expression::canonicalize(written).with_context(|| format!("licence `{written}`"))?;
    Expression::parse_mode(canonical.as_deref().unwrap_or(written), ParseMode::STRICT)
        .with_context(|| format!("licence `{written}`"))
}

/// Says which crate may not be shipped, if any.
///
/// # Errors
/// A crate has no licence, or none that is allowed.
pub fn check(crates: &Crates) -> Result<()> {
    let mut wrong = Vec::new();
    for (known, about) in &crates.all {
        let written = about.license.as_deref().unwrap_or_default();
        if !is_permissive(written)? {
            wrong.push(format!("{} {}: {written}", known.name, known.version));
        }
    }
    if !wrong.is_empty() {
        bail!("not to be shipped for their licences:\n{}", wrong.join("\n"));
    }
    Ok(())
}

fn is_permissive(written: &str) -> Result<bool> {
    if written.is_empty() {
        return Ok(false);
    }
    Ok(expression(written)?.evaluate(|requirement| {
        requirement.license.id().is_some_and(|license| ALLOWED.contains(&license.name))
    }))
}

#[cfg(test)]
mod tests {
    use super::{check, expression, is_permissive};
    use crate::packages::shipped;
    use crate::workspace::Workspace;

    #[test]
    fn every_crate_that_is_shipped_is_permissive() {
        let workspace = Workspace::locate();
        let (modules, command) = (shipped::in_modules(&workspace), shipped::in_command(&workspace));
        let (modules, command) = (modules.expect("cargo knows"), command.expect("cargo knows"));
        assert!(modules.all.len() > 20 && command.all.len() > 100);
        check(&modules).expect("only permissive ones");
        check(&command).expect("only permissive ones");
    }

    #[test]
    fn what_asks_for_more_is_refused() {
        let permissive = |written| is_permissive(written).expect("an expression");
        assert!(permissive("MIT OR GPL-3.0-only"));
        assert!(permissive("Apache-2.0 WITH LLVM-exception"));
        assert!(!permissive("MIT AND GPL-3.0-only"));
        assert!(!permissive("MPL-2.0"));
        assert!(!permissive(""));
        assert!(is_permissive("as you like").is_err());
    }

    #[test]
    fn old_writing_is_read() {
        assert_eq!(expression("MIT/Apache-2.0").expect("an expression").to_string(), "MIT OR Apache-2.0");
    }
}
