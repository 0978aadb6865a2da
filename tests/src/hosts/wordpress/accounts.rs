//! Accounts, and signing in as a person does.

use anyhow::Result;

use super::WordPress;
use crate::page::Page;

/// The password of all accounts.
pub const PASSWORD: &str = "a password of the tests";

/// The roles of WordPress that the tests have an account for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// May do everything.
    Administrator,
    /// May publish.
    Editor,
    /// May write and ask for a review.
    Contributor,
}

impl Role {
    fn account(self) -> &'static str {
        match self {
            Self::Administrator => "administrator",
            Self::Editor => "editor",
            Self::Contributor => "contributor",
        }
    }
}

impl WordPress {
    /// Signs in; whoever was signed in before no longer is.
    ///
    /// # Errors
    /// The page refuses.
    pub async fn sign_in_as(&self, page: &Page, role: Role) -> Result<()> {
        page.open(&self.url("/wp-login.php")).await?;
        page.session().delete_all_cookies().await?;
        page.open(&self.url("/wp-login.php")).await?;
        // WordPress itself moves the focus into the first field shortly after loading.
        page.wait_for("document.activeElement?.id === 'user_login'").await?;
        page.replace_text("#user_login", role.account()).await?;
        page.replace_text("#user_pass", PASSWORD).await?;
        page.click("#wp-submit").await?;
        page.find("#wpadminbar").await.map(drop)
    }
}
