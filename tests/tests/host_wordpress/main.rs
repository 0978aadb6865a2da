//! WordPress with the plugin: the story of every site, every way to publish, and what happens when the judge is gone.
#![cfg(feature = "hosts")]

mod addresses;
mod citizens;
mod discussion;

use std::fs;
use std::process::Command;

use anyhow::{Context, Result, ensure};
use gongkai_tests::axe;
use gongkai_tests::fill::{control, fill};
use gongkai_tests::hosts::wordpress::{Judge, Role, WordPress};
use gongkai_tests::hosts::{self, Host, is_told, today};
use gongkai_tests::page::Page;
use gongkai_tests::widgets::school;
use gongkai_tests::workspace;
use serde_json::{Value, json};

const PHONE: &str = "/elements/ban_gong_dian_hua";
const RIGHT_PHONE: &str = "0736-7222222";
const WRONG_PHONE: &str = "12";
const CODE: &str = "phone-invalid";
/// What WordPress's pages say of it.
const SAID: &str = "不是有效电话号码";
/// What they say besides when an earlier version is public.
const STILL_PUBLIC: &str = "公众看到的仍是原来的内容";
/// What a telephone that can be called looks like.
const CALLED: &str = ".gongkai-entry a[href^='tel:']";

fn entry(phone: &str) -> Result<Value> {
    let mut entry = school()?.example(today());
    *entry.pointer_mut(PHONE).context("schools have a phone")? = json!(phone);
    Ok(entry)
}

/// An entry as a PHP expression.
fn php(entry: &Value) -> String {
    format!("'{}'", entry.to_string().replace('\\', "\\\\").replace('\'', "\\'"))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_story_is_told() -> Result<()> {
    let mut site = WordPress::start(Judge::Sidecar).await?;
    let browser = hosts::browser().await?;
    let page = browser.page();
    site.have_addresses("/%postname%/")?;
    is_told(&site, page).await?;
    page.screenshot("wordpress-entry").await?;
    let post = site.newest_post()?;
    addresses::expect_title_in_address(&site, page, post).await?;
    ensure!(page.find_all("#commentform").await?.is_empty(), "citizens are asked for comments");
    addresses::follow_titles(&site, &entry(RIGHT_PHONE)?, &entry(WRONG_PHONE)?)?;
    site.have_addresses("")?;
    addresses::lead_from_menu_to_entry(&site, page).await?;

    // Markup and the signs that WordPress's themes look for are shown as they were typed.
    let mut changed = site.entry(post)?;
    let typed = r#"<b>A&amp;B</b> "quoted" -- [gallery] :-) 3x4"#;
    changed["elements"]["xue_xiao_di_zhi"] = json!(typed);
    page.session().delete_all_cookies().await?;
    let answer = site
        .rest(page, "/gongkai/v1/entries", &json!({ "id": post, "entry": changed, "status": "publish" }))
        .await?;
    ensure!(matches!(answer.status, 401 | 403), "citizens may not save: {answer:?}");
    site.sign_in(page).await?;
    let answer = site
        .rest(page, "/gongkai/v1/entries", &json!({ "id": post, "entry": changed, "status": "publish" }))
        .await?;
    ensure!(answer.status == 200, "{answer:?}");
    page.open(&site.url(&format!("/?p={post}"))).await?;
    page.wait_for_text(".gongkai-entry", typed).await?;

    page.set_viewport(320, 640).await?;
    let is_narrow = "document.querySelector('.gongkai-entry').scrollWidth <= document.querySelector('.gongkai-entry').clientWidth";
    page.wait_for(is_narrow).await?;
    axe::expect_accessible_in(page, ".gongkai-entry").await?;
    page.screenshot("wordpress-entry-320").await?;
    page.set_viewport(1280, 900).await?;

    citizens::every_value_is_shown(&site, page).await?;

    // Nothing is published past a change of a public entry either, and what was typed comes back.
    site.open_post(page, post).await?;
    page.replace_text(&control(PHONE), WRONG_PHONE).await?;
    page.run_on("#post", "element.noValidate = true;").await?;
    page.click("#publish").await?;
    site.expect_notice(page, SAID).await?;
    site.expect_notice(page, STILL_PUBLIC).await?;
    page.find(&format!("{}[aria-invalid=true]", control(PHONE))).await?;
    ensure!(page.value(&control(PHONE)).await? == WRONG_PHONE, "what was typed is lost");
    page.screenshot("wordpress-refused").await?;
    ensure!(site.stored().await? == [changed], "the public entry has changed");
    ensure!(site.status(post)?.as_deref() == Some("publish"), "the public entry is gone");
    ensure!(site.complaints()?.is_empty(), "{:#?}", site.complaints()?);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn no_way_leads_a_wrong_entry_to_the_public() -> Result<()> {
    let site = WordPress::start(Judge::Command).await?;
    let browser = hosts::browser().await?;
    let page = browser.page();
    let (wrong, right) = (entry(WRONG_PHONE)?, entry(RIGHT_PHONE)?);
    site.sign_in(page).await?;

    // A draft may be wrong; WordPress's own route refuses to publish it, and so does the plugin's.
    let draft = site.save_by_rest(page, "draft", &wrong).await?;
    ensure!(draft.status == 201, "{draft:?}");
    let post = draft.body["id"].as_u64().context("a post has an id")?;
    ensure!(site.entry(post)? == wrong, "a draft is stored as typed");
    let route = format!("/wp/v2/posts/{post}");
    let mut refused = vec![site.rest(page, &route, &json!({ "status": "publish" })).await?];
    refused
        .push(site.rest(page, &route, &json!({ "status": "future", "date": "2099-01-01T00:00:00" })).await?);
    refused
        .push(site.rest(page, "/gongkai/v1/entries", &json!({ "entry": wrong, "status": "publish" })).await?);
    for answer in refused {
        ensure!(answer.status == 422 && answer.codes() == [CODE], "{answer:?}");
        ensure!(!answer.body.to_string().contains(STILL_PUBLIC), "nothing is public: {answer:?}");
    }
    let verdict = site.rest(page, "/gongkai/v1/check", &json!({ "entry": wrong })).await?;
    ensure!(verdict.body["verdict"] == "blocked" && verdict.body["issues"][0]["code"] == CODE, "{verdict:?}");

    // The list of posts: in place, and many at once.
    site.quick_edit_to_publish(page, post).await?;
    page.wait_for_text(&format!("#edit-{post} .notice-error"), SAID).await?;
    page.screenshot("wordpress-quick-edit").await?;
    site.bulk_edit_to_publish(page, post).await?;
    site.expect_notice(page, SAID).await?;
    ensure!(site.status(post)?.as_deref() == Some("draft"), "published by the list of posts");

    let answer = site.save_by_xmlrpc(page, "publish", &wrong).await?;
    ensure!(answer.contains("<fault>") && answer.contains(SAID), "{answer}");
    let by_xmlrpc = site.newest_post()?;
    ensure!(site.status(by_xmlrpc)?.as_deref() == Some("draft"), "published by XML-RPC");
    ensure!(site.entry(by_xmlrpc)? == wrong, "the draft by XML-RPC is not as sent");

    // Programs on the server, among them what publishes at a set time.
    let wrong_php = php(&wrong);
    let statuses = site.run_php(&format!(
        "$entry = wp_slash({wrong_php});
        $new = wp_insert_post(array('post_status' => 'publish', 'meta_input' => array('gongkai_entry' => $entry)));
        $statuses = array(get_post_status($new));
        wp_publish_post($new);
        $statuses[] = get_post_status($new);
        $past = array('post_status' => 'future', 'post_date' => '2020-01-01 00:00:00', 'post_date_gmt' => '2020-01-01 00:00:00');
        $wpdb->update($wpdb->posts, $past, array('ID' => $new));
        clean_post_cache($new);
        add_action('future_to_publish', static fn() => print('public for a moment'));
        do_action('publish_future_post', $new);
        $statuses[] = get_post_status($new);
        $plain = wp_insert_post(array('post_status' => 'publish', 'post_title' => 'imported'));
        add_post_meta($plain, 'gongkai_entry', $entry);
        $statuses[] = get_post_status($plain);
        echo wp_json_encode($statuses);"
    ))?;
    ensure!(statuses == r#"["draft","draft","draft","draft"]"#, "{statuses}");
    ensure!(site.stored().await?.is_empty(), "something wrong is public");

    // A right one is published by the same ways.
    let published = site
        .rest(page, &route, &json!({ "status": "publish", "meta": { "gongkai_entry": right.to_string() } }))
        .await?;
    ensure!(published.status == 200 && published.body["status"] == "publish", "{published:?}");
    let changed = site.run_php(&format!(
        "update_post_meta({post}, 'gongkai_entry', wp_slash({wrong_php}));
        delete_post_meta({post}, 'gongkai_entry');
        $row = $wpdb->get_var(\"SELECT meta_id FROM $wpdb->postmeta WHERE post_id = {post} AND meta_key = 'gongkai_entry'\");
        update_metadata_by_mid('post', $row, {wrong_php});
        delete_metadata_by_mid('post', $row);
        echo wp_json_encode(wp_delete_post({by_xmlrpc}, true) instanceof WP_Post);"
    ))?;
    ensure!(changed == "true", "{changed}");
    ensure!(site.stored().await? == [right.clone()], "the public entry has changed");
    let answer = site.rest(page, &route, &json!({ "meta": { "gongkai_entry": wrong.to_string() } })).await?;
    ensure!(answer.body["message"].as_str().is_some_and(|said| said.contains(STILL_PUBLIC)), "{answer:?}");
    page.open(&site.url(&format!("/?p={post}"))).await?;
    page.find(CALLED).await.context("the command is asked what citizens read")?;

    // Neither a shortcode nor the open data show citizens what is not meant for them.
    let seen = site.run_php(&format!(
        "$draft = wp_insert_post(array('meta_input' => array('gongkai_entry' => wp_slash({}))));
        echo do_shortcode(\"[gongkai_entry id=$draft]\");
        $read = static fn() => rest_do_request(new WP_REST_Request('GET', '/wp/v2/posts/{post}'))->get_data()['meta']['gongkai_entry'];
        wp_update_post(array('ID' => {post}, 'post_password' => 'secret'));
        echo $read();
        wp_update_post(array('ID' => {post}, 'post_password' => ''));
        echo '|', $read();",
        php(&right)
    ))?;
    let open_data = seen.strip_prefix('|').with_context(|| format!("citizens see {seen}"))?;
    ensure!(serde_json::from_str::<Value>(open_data)? == right, "{open_data}");

    discussion::is_closed(&site, page, &right).await?;
    who_may_not_publish_cannot(&site, page, &right, post).await?;
    ensure!(site.complaints()?.is_empty(), "{:#?}", site.complaints()?);
    Ok(())
}

/// Contributors write drafts of their own.
async fn who_may_not_publish_cannot(site: &WordPress, page: &Page, right: &Value, others: u64) -> Result<()> {
    site.sign_in_as(page, Role::Contributor).await?;
    let publish = json!({ "entry": right, "status": "publish" });
    let change = json!({ "entry": right, "status": "draft", "id": others });
    for body in [publish, change] {
        let answer = site.rest(page, "/gongkai/v1/entries", &body).await?;
        ensure!(answer.status == 403, "{answer:?}");
    }
    let answer = site.save_by_rest(page, "publish", right).await?;
    ensure!(answer.status == 403, "{answer:?}");
    page.open(&site.url("/wp-admin/options-general.php?page=gongkai")).await?;
    ensure!(page.find_all("#gongkai-command").await?.is_empty(), "contributors see the settings");

    // What is unfinished can be handed in for review.
    site.open_form(page).await?;
    page.replace_text(&control("/title"), "待审学校").await?;
    page.click("#publish").await?;
    page.find("#message").await?;
    let handed_in = site.newest_post()?;
    ensure!(site.status(handed_in)?.as_deref() == Some("pending"), "{:?}", site.status(handed_in)?);
    ensure!(site.entry(handed_in)?["title"] == "待审学校", "the entry is lost");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_judge_nothing_is_published_and_without_the_plugin_all_stays_readable() -> Result<()> {
    let mut site = WordPress::start(Judge::Sidecar).await?;
    let browser = hosts::browser().await?;
    let page = browser.page();
    let right = entry(RIGHT_PHONE)?;
    site.sign_in(page).await?;
    let answer = site.save_by_rest(page, "publish", &right).await?;
    ensure!(answer.status == 201, "{answer:?}");
    let public = answer.body["id"].as_u64().context("a post has an id")?;

    site.stop_sidecar();
    citizens::read_on(&site, page, public).await?;
    site.open_new(page).await?;
    fill(page, &school()?.form(), &right).await?;
    site.publish(page).await?;
    site.expect_notice(page, "无法检查").await?;
    page.find("gongkai-form >>> #f-title").await?;
    ensure!(page.value(&control(PHONE)).await? == RIGHT_PHONE, "what was typed is lost");
    page.screenshot("wordpress-no-judge").await?;
    let draft = site.newest_post()?;
    ensure!(site.status(draft)?.as_deref() == Some("draft"), "published without a verdict");
    ensure!(site.entry(draft)?["elements"] == right["elements"], "the draft is not as typed");
    let answer = site.save_by_rest(page, "publish", &right).await?;
    ensure!(answer.status == 503, "{answer:?}");
    // What is public already can be filed elsewhere, and taken back.
    let answer = site.rest(page, &format!("/wp/v2/posts/{public}"), &json!({ "slug": "school" })).await?;
    ensure!(answer.status == 200, "{answer:?}");

    site.sign_in_as(page, Role::Administrator).await?;
    page.open(&site.url("/wp-admin/options-general.php?page=gongkai")).await?;
    page.wait_for_text(".notice-error", "无法在服务器上检查").await?;
    page.screenshot("wordpress-settings").await?;
    set_up_by_hand(&mut site, page).await?;
    ensure!(site.by_shortcode(public, "zh_CN")?.contains("<a href=\"tel:"), "the plain text was kept");
    let english = site.by_shortcode(public, "en_US")?;
    ensure!(english.contains("<dt>Channels</dt>"), "an English site shows {english}");
    // What was kept of an earlier sidecar goes when the settings are saved.
    site.spoil_readings()?;
    ensure!(!site.by_shortcode(public, "zh_CN")?.contains("<a href=\"tel:"), "nothing is kept");
    page.open(&site.url("/wp-admin/options-general.php?page=gongkai")).await?;
    for width in [320, 1280] {
        page.set_viewport(width, 1400).await?;
        page.screenshot(&format!("wordpress-settings-{width}")).await?;
    }
    page.click("#submit").await?;
    page.find("#setting-error-settings_updated").await?;
    ensure!(site.by_shortcode(public, "zh_CN")?.contains("<a href=\"tel:"), "the old reading is shown");
    // WordPress lets one editor at a time change a post.
    site.sign_in(page).await?;
    site.open_post(page, draft).await?;
    site.publish(page).await?;
    page.find("#message").await?;
    ensure!(site.status(draft)?.as_deref() == Some("publish"), "the draft cannot be published later");

    let left = site.run_php(
        "require_once ABSPATH . 'wp-admin/includes/plugin.php';
        deactivate_plugins('gongkai/gongkai.php');
        uninstall_plugin('gongkai/gongkai.php');
        wp_cache_flush();
        echo wp_json_encode(get_option('gongkai')), $wpdb->get_var(\"SELECT COUNT(*) FROM $wpdb->options WHERE option_name LIKE '%gongkai%'\");",
    )?;
    ensure!(left == "false0", "something is left: {left}");
    ensure!(site.entry(public)? == right, "the entry is gone");
    page.open(&site.url(&format!("/?p={public}"))).await?;
    page.wait_for_text(".gongkai-entry", RIGHT_PHONE).await?;
    axe::expect_accessible_in(page, ".gongkai-entry").await?;
    page.screenshot("wordpress-uninstalled").await?;
    Ok(())
}

/// The settings page, as the README has it.
async fn set_up_by_hand(site: &mut WordPress, page: &Page) -> Result<()> {
    let address = site.start_sidecar()?;
    page.replace_text("#gongkai-sidecar", &address).await?;
    page.click("#gongkai-page option[value='']").await?;
    page.click("#submit").await?;
    page.wait_for_text(".notice-success.inline", "服务器端检查可用").await?;
    page.click("#create").await?;
    page.wait_until_gone("#create").await?;
    // In its place stands the way there.
    page.find("form + p > a.button[href]").await?;
    let created = page.value("#gongkai-page").await?;
    page.open(&site.url(&format!("/?page_id={created}"))).await?;
    page.find("gongkai-nav >>> #filter").await?;

    // The block editor knows the blocks.
    page.open(&site.url(&format!("/wp-admin/post.php?post={created}&action=edit"))).await?;
    page.find(".wp-block[data-type='gongkai/menu']").await?;
    page.find(".wp-block[data-type='gongkai/list']").await?;
    ensure!(
        page.find_all(".block-editor-warning").await?.is_empty(),
        "a block is not as the editor expects it"
    );
    page.screenshot("wordpress-blocks").await.map(drop)
}

#[test]
fn translations_are_those_of_the_sources() -> Result<()> {
    let example = workspace::root().join("examples/wordpress");
    let made = tempfile::TempDir::with_prefix("gongkai-translations-")?;
    let status = Command::new(example.join("build-languages.sh")).arg(made.path()).status()?;
    ensure!(status.success(), "the translations cannot be built");
    for name in ["gongkai.pot", "gongkai-zh_CN.po", "gongkai-zh_CN.mo"] {
        let committed = fs::read(example.join("gongkai/languages").join(name))?;
        ensure!(
            committed == fs::read(made.path().join(name))?,
            "{name}: run examples/wordpress/build-languages.sh"
        );
    }
    let mut count = Command::new("msgfmt");
    count.args(["--statistics", "--output-file=/dev/null"]).arg(made.path().join("gongkai-zh_CN.po"));
    let counts = String::from_utf8(count.env("LC_ALL", "C").output()?.stderr)?;
    ensure!(!counts.contains("untranslated") && !counts.contains("fuzzy"), "{counts}");
    Ok(())
}
