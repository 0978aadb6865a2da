//! The addresses of public entries, pretty and plain.

use anyhow::{Context, Result, ensure};
use gongkai_tests::hosts::Host;
use gongkai_tests::hosts::wordpress::WordPress;
use gongkai_tests::page::Page;
use gongkai_tests::widgets::school;
use serde_json::{Value, json};

use super::{CALLED, php};

/// The page that citizens have been led to is at an address that WordPress makes of the entry's title.
pub async fn expect_title_in_address(site: &WordPress, page: &Page, post: u64) -> Result<()> {
    let expected = site.run_php(&format!(
        "$title = json_decode(get_post_meta({post}, 'gongkai_entry', true))->title;
        echo '/', rawurldecode(sanitize_title($title)), '/';"
    ))?;
    ensure!(expected.len() > 2, "there is no title");
    page.wait_for(&format!("decodeURIComponent(location.pathname) === {}", json!(expected))).await
}

/// Whatever WordPress has called a post before its entry gave it a title; what somebody has typed stays.
pub fn follow_titles(site: &WordPress, right: &Value, wrong: &Value) -> Result<()> {
    let titled = |entry: &Value, title: &str| {
        let mut entry = entry.clone();
        entry["title"] = json!(title);
        php(&entry)
    };
    let names = site.run_php(&format!(
        "require_once ABSPATH . 'wp-admin/includes/post.php';
        // The administration alone knows these words.
        load_textdomain('default', WP_LANG_DIR . '/admin-zh_CN.mo');
        list($wrong, $right, $renamed) = array({}, {}, {});
        $save = static fn($post, $entry, $more = array()) => wp_update_post(
            $more + array('ID' => $post, 'post_status' => 'publish', 'meta_input' => array('gongkai_entry' => wp_slash($entry)))
        );
        $names = array();
        $note = static function ($what) use (&$names, &$first) {{ $names[] = $what . ' ' . rawurldecode(get_post($first)->post_name); }};
        $first = get_default_post_to_edit('post', true)->ID;
        $save($first, $wrong);
        $note('refused');
        $save($first, $right);
        $note('published');
        foreach (array('auto-draft-2', sanitize_title('自动草稿')) as $name) {{
            $wpdb->update($wpdb->posts, array('post_name' => $name), array('ID' => $first));
            clean_post_cache($first);
            $save($first, $right);
            $note('mended');
        }}
        $save($first, $right, array('post_name' => 'by-hand'));
        $save($first, $renamed);
        $note('renamed');
        wp_insert_post(array('ID' => $first, 'post_status' => 'publish'));
        $note('saved by a program');
        wp_trash_post($first);
        $note('in the trash');
        wp_untrash_post($first);
        $note('out of it');
        $first = get_default_post_to_edit('post', true)->ID;
        $save($first, $right, array('post_status' => 'draft'));
        $note('draft');
        $save($first, $renamed);
        $note('published');
        $first = get_default_post_to_edit('post', true)->ID;
        $save($first, $renamed);
        $note('of the same title');
        echo wp_json_encode($names);",
        titled(wrong, "城东小学"),
        titled(right, "城东小学"),
        titled(right, "城东 Primary 小学")
    ))?;
    let names: Vec<String> = serde_json::from_str(&names).with_context(|| names)?;
    let expected = [
        "refused ",
        "published 城东小学",
        "mended 城东小学",
        "mended 城东小学",
        "renamed by-hand",
        "saved by a program by-hand",
        "in the trash by-hand__trashed",
        "out of it by-hand",
        "draft ",
        "published 城东-primary-小学",
        "of the same title 城东-primary-小学-2",
    ];
    ensure!(names == expected, "{names:#?}");
    // The rest of the story is about one entry.
    site.run_php(
        "foreach (get_posts(array('post_status' => 'any', 'numberposts' => -1, 'meta_key' => 'gongkai_entry')) as $post) {
            if (str_contains($post->post_title, '城东')) wp_delete_post($post->ID, true);
        }",
    )
    .map(drop)
}

/// From the page with the menu to the entry, with whatever addresses the site has.
pub async fn lead_from_menu_to_entry(site: &WordPress, page: &Page) -> Result<()> {
    let school = school()?;
    page.open(&site.menu()).await?;
    page.replace_text("gongkai-nav >>> #filter", &school.name).await?;
    page.find("gongkai-nav >>> .found:not(:empty)").await?;
    page.screenshot("wordpress-menu").await?;
    page.click(&format!("gongkai-nav >>> a[href*='{}']", school.id)).await?;
    page.click(".gongkai-list a").await?;
    page.find(CALLED).await.map(drop)
}
