//! Comments and pings: an entry is no post of a blog.

use anyhow::{Result, ensure};
use gongkai_tests::fill::control;
use gongkai_tests::hosts::wordpress::WordPress;
use gongkai_tests::page::Page;
use serde_json::Value;

use super::php;

/// New entries begin with both closed; what an editor or a program decides stays, and so does the rest of the site.
pub async fn is_closed(site: &WordPress, page: &Page, right: &Value) -> Result<()> {
    let by_programs = site.run_php(&format!(
        "$entry = array('post_status' => 'publish', 'meta_input' => array('gongkai_entry' => wp_slash({})));
        $open = array('comment_status' => 'open', 'ping_status' => 'open');
        $told = array();
        $tell = static function ($post) use (&$told) {{ $told[] = get_post($post)->comment_status . ' ' . get_post($post)->ping_status; }};
        $tell($first = wp_insert_post($entry));
        wp_update_post($open + array('ID' => $first));
        wp_update_post(array('ID' => $first) + $entry);
        $tell($first);
        $tell($second = wp_insert_post($entry + $open));
        $tell($plain = wp_insert_post(array('post_status' => 'publish', 'post_title' => 'blog')));
        foreach (array($first, $second, $plain) as $post) wp_delete_post($post, true);
        echo implode(', ', $told);",
        php(right)
    ))?;
    ensure!(by_programs == "closed closed, open open, open open, open open", "{by_programs}");

    for is_ticked in [false, true] {
        site.open_form(page).await?;
        for tick in ["#comment_status", "#ping_status"] {
            ensure!(page.property(tick, "checked").await? == false, "{tick} is ticked");
        }
        if is_ticked {
            // The box shows when it is chosen among the options of the screen.
            page.run_on("#comment_status", "element.click();").await?;
        }
        page.replace_text(&control("/title"), "讨论").await?;
        page.click("#save-post").await?;
        page.find("#message").await?;
        let post = site.newest_post()?;
        let stored =
            site.run_php(&format!("echo get_post({post})->comment_status, get_post({post})->ping_status;"))?;
        ensure!(stored == if is_ticked { "openclosed" } else { "closedclosed" }, "{stored}");
    }
    page.open(&site.url("/wp-admin/post-new.php")).await?;
    let plain = site.run_php("echo get_default_comment_status('post');")?;
    ensure!(plain == "open", "the site has {plain}");
    Ok(())
}
