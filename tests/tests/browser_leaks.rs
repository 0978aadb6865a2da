//! Elements that come and go leave nothing behind: neither nodes, listeners and objects of the page nor memory of the module.
#![cfg(feature = "browser")]

use anyhow::{Context, Result, ensure};
use gongkai_tests::driver::Browser;
use gongkai_tests::page::Page;
use gongkai_tests::widgets::{page as around, school, site};
use serde_json::json;

const ROUNDS: usize = 10;
const MOUNTS: usize = 500;
/// As many stand on the page at once.
const TOGETHER: usize = 25;

/// What is in use after a collection of garbage.
#[derive(Debug, Clone, Copy)]
struct InUse {
    nodes: f64,
    listeners: f64,
    heap_bytes: f64,
    module_bytes: f64,
}

async fn in_use(page: &Page) -> Result<InUse> {
    // Twice: what waits for one collection to let go of something else goes with the next.
    for _ in 0..2 {
        page.devtools("HeapProfiler.collectGarbage", json!({})).await?;
    }
    let metrics = page.devtools("Performance.getMetrics", json!({})).await?;
    let metric = |name: &str| {
        let all = metrics["metrics"].as_array().into_iter().flatten();
        all.filter(|one| one["name"] == name).find_map(|one| one["value"].as_f64()).context(name.to_owned())
    };
    let module = page.run("return window.memory.buffer.byteLength;", vec![]).await?;
    Ok(InUse {
        nodes: metric("Nodes")?,
        listeners: metric("JSEventListeners")?,
        heap_bytes: metric("JSHeapUsedSize")?,
        module_bytes: module.as_f64().context("a size")?,
    })
}

/// Puts the markup on the page and takes it off again, round after round.
async fn expect_flat(markup: &str) -> Result<()> {
    let bare = around("").replace("<script type=\"module\" src=\"/widgets/gongkai.js\"></script>", "");
    let site = site(vec![("/".to_owned(), bare)]).await?;
    let browser = Browser::start().await?;
    if !browser.has_devtools(&format!("what is left in memory of {markup}")) {
        return Ok(());
    }
    let page = browser.page();
    page.open(&site.url("/")).await?;
    page.devtools("Performance.enable", json!({})).await?;
    page.run(
        "const original = WebAssembly.instantiateStreaming;
         WebAssembly.instantiateStreaming = async (...all) => {
             const made = await original.apply(WebAssembly, all);
             window.memory = Object.values(made.instance.exports).find(one => one instanceof WebAssembly.Memory);
             return made;
         };
         return import('/widgets/gongkai.js').then(({ ready }) => ready).then(() => null);",
        vec![],
    )
    .await?;
    let mut rounds: Vec<InUse> = Vec::new();
    for _ in 0..ROUNDS {
        for _ in 0..MOUNTS / TOGETHER {
            let mounted = page
                .run(
                    "const [markup, together] = arguments;
                     const main = document.querySelector('main');
                     return (async () => {
                         const elements = Array.from({ length: together }, () => {
                             const holder = document.createElement('div');
                             holder.innerHTML = markup;
                             return holder;
                         });
                         let mounted = 0;
                         await Promise.all(elements.map(one => new Promise((done, fail) => {
                             one.addEventListener('gongkai-ready', () => { mounted++; done(); });
                             one.addEventListener('gongkai-error', event => fail(new Error(event.detail.message)));
                             main.append(one);
                         })));
                         await new Promise(requestAnimationFrame);
                         elements.forEach(one => one.remove());
                         return mounted;
                     })();",
                    vec![json!(markup), json!(TOGETHER)],
                )
                .await?;
            ensure!(mounted == json!(TOGETHER), "{mounted} elements were drawn");
        }
        rounds.push(in_use(page).await?);
    }
    println!("{markup}");
    for (round, use_now) in rounds.iter().enumerate() {
        println!("{:>2} {use_now:?}", round + 1);
    }
    // The first two rounds fill what is kept on purpose.
    let (early, late) = (rounds[1], rounds[ROUNDS - 1]);
    let mounts = ((ROUNDS - 2) * MOUNTS) as f64;
    ensure!(late.nodes - early.nodes < mounts / 50.0, "nodes: {early:?} to {late:?}");
    ensure!(late.listeners - early.listeners < mounts / 50.0, "listeners: {early:?} to {late:?}");
    ensure!((late.heap_bytes - early.heap_bytes) / mounts < 50.0, "heap: {early:?} to {late:?}");
    // It grows by pages of 64 KiB, and one may be taken late for want of a piece that is large enough.
    ensure!((late.module_bytes - early.module_bytes) / mounts < 20.0, "module: {early:?} to {late:?}");
    assert_eq!(page.console_errors().await?, Vec::<String>::new());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn forms_that_come_and_go_leave_nothing_behind() -> Result<()> {
    let item = school()?;
    expect_flat(&format!(
        "<gongkai-form draft-key=\"new\" upload pack=\"/widgets/packs/{}.json\" item=\"{}\"><input slot=\"field:xue_xiao_di_zhi\"></gongkai-form>",
        item.pack.id, item.id
    ))
    .await
}

#[tokio::test(flavor = "multi_thread")]
async fn menus_that_come_and_go_leave_nothing_behind() -> Result<()> {
    expect_flat(
        "<gongkai-nav src=\"/widgets/navigation.json\" href-template=\"/{domain}/{item}\"></gongkai-nav>",
    )
    .await
}
