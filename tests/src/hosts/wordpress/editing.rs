//! The ways of an editor through WordPress's own pages.

use anyhow::Result;
use serde_json::json;

use super::WordPress;
use crate::page::Page;
use crate::widgets::school;

impl WordPress {
    /// From the administration to the empty form of a school, by the menu of items.
    ///
    /// # Errors
    /// A page is not as it should be.
    pub async fn open_form(&self, page: &Page) -> Result<()> {
        let school = school()?;
        page.open(&self.url("/wp-admin/")).await?;
        page.click("#toplevel_page_gongkai-new a").await?;
        page.replace_text("gongkai-nav >>> #filter", &school.name).await?;
        page.find("gongkai-nav >>> .found:not(:empty)").await?;
        page.click(&format!("gongkai-nav >>> a[href*='{}']", school.id)).await?;
        page.find("gongkai-form >>> #f-title").await.map(drop)
    }

    /// Opens the edit screen of a post that has an entry.
    ///
    /// # Errors
    /// The form is not drawn.
    pub async fn open_post(&self, page: &Page, post: u64) -> Result<()> {
        page.open(&self.url(&format!("/wp-admin/post.php?post={post}&action=edit"))).await?;
        page.find("gongkai-form >>> #f-title").await.map(drop)
    }

    /// Chooses `publish` in the quick edit of a post and saves; the page stays as it is.
    ///
    /// # Errors
    /// The list of posts is not as it should be.
    pub async fn quick_edit_to_publish(&self, page: &Page, post: u64) -> Result<()> {
        page.open(&self.url("/wp-admin/edit.php")).await?;
        // Its link shows under the pointer only.
        page.run_on(&format!("#post-{post} .editinline"), "element.click();").await?;
        page.click(&format!("#edit-{post} select[name=_status] option[value=publish]")).await?;
        page.click(&format!("#edit-{post} button.save")).await
    }

    /// Chooses `publish` in the bulk edit of a post and saves.
    ///
    /// # Errors
    /// The list of posts is not as it should be.
    pub async fn bulk_edit_to_publish(&self, page: &Page, post: u64) -> Result<()> {
        page.open(&self.url("/wp-admin/edit.php")).await?;
        page.click(&format!("#cb-select-{post}")).await?;
        page.click("#bulk-action-selector-top option[value=edit]").await?;
        page.click("#doaction").await?;
        page.click("#bulk-edit select[name=_status] option[value=publish]").await?;
        page.click("#bulk_edit").await
    }

    /// Whether the page tells in an alert of WordPress's own that something holds the post back.
    ///
    /// # Errors
    /// It does not.
    pub async fn expect_notice(&self, page: &Page, said: &str) -> Result<()> {
        page.wait_for(&format!(
            "[...document.querySelectorAll('.notice-error')].some(notice => notice.innerText.includes({}))",
            json!(said)
        ))
        .await
    }
}
