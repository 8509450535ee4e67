//! Where the WebAssembly comes from, in which order that is asked, and pages that a file or a module is not made for.

use anyhow::{Context as _, Result, ensure};
use browser_tests::{Engine, Host, Page, in_every_engine, wait};
use serde_json::{Value, json};
use xtask::root;
use xtask::server::Site;

in_every_engine!(
    what_the_script_says_counts_although_the_element_stands_in_the_page,
    the_address_is_that_of_the_option_then_the_attribute_then_the_page,
    the_teaching_room_is_told_its_address_in_the_same_three_ways,
    only_this_version_is_taken_however_it_is_given,
    over_plain_http_an_address_is_checked_and_bytes_are_told_once,
    a_module_that_does_not_know_its_place_says_so,
    a_missing_file_is_told_once,
    two_versions_on_one_page_are_told_and_one_twice_is_not,
    the_single_file_works_without_an_address_of_its_own,
);

/// The package without its WebAssembly where it belongs: it lies at `elsewhere.wasm`; that of the room, at `room.wasm`.
fn moved() -> Result<Host> {
    let host = Host::start("npm", |site| site)?;
    std::fs::rename(host.folder.join("nms-advisor_bg.wasm"), host.folder.join("elsewhere.wasm"))?;
    std::fs::create_dir_all(host.folder.join("teaching"))?;
    let room = root().join("dist/npm/teaching");
    for name in ["nms-advisor-teaching.js", "nms-advisor-teaching_glue.js"] {
        std::fs::copy(room.join(name), host.folder.join("teaching").join(name))?;
    }
    std::fs::copy(room.join("nms-advisor-teaching_bg.wasm"), host.folder.join("room.wasm"))?;
    Ok(host)
}

/// A page with an element, what its head says, and a module script.
fn page_of(host: &Host, head: &str, element: &str, script: &str) -> Result<String> {
    host.put("said.js", script)?;
    host.put("said.html", format!("<!doctype html><html lang=\"en\"><head><title>Said</title><link rel=\"icon\" href=\"data:,\">{head}</head><body>{element}<script type=\"module\" src=\"said.js\"></script></body></html>"))?;
    Ok(format!("{}said.html", host.address))
}

/// How it ended: `ready`, or the code of the error.
async fn ended(page: &Page, address: &str) -> Result<Value> {
    page.driver.goto(address).await?;
    let script = "const done = arguments[0]; customElements.whenDefined('nms-advisor').then(() => document.querySelector('nms-advisor').ready).then(() => done('ready'), (error) => setTimeout(() => done(error.code ?? String(error)), 50))";
    Ok(page.driver.execute_async(script, vec![]).await?.json().clone())
}

const IMPORT: &str = "import './nms-advisor.js';";
const ELEMENT: &str = "<nms-advisor></nms-advisor>";
const ROOM: &str = "<nms-advisor room></nms-advisor>";
const META: &str = "<meta name=\"nms-advisor-wasm\" content=\"elsewhere.wasm\">";

async fn what_the_script_says_counts_although_the_element_stands_in_the_page(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let host = moved()?;
    for script in [
        "import init from './nms-advisor.js'; init({ wasm: 'elsewhere.wasm' });",
        "import init from './nms-advisor.js'; await init({ wasm: new URL('elsewhere.wasm', location.href) });",
        "import('./nms-advisor.js').then(({ default: init }) => init({ wasm: fetch('elsewhere.wasm') }));",
        // too late for the first attempt, and in time for the second
        "import init from './nms-advisor.js'; setTimeout(() => init({ wasm: 'elsewhere.wasm' }), 5);",
        // made by the script itself
        "import init from './nms-advisor.js'; document.querySelector('nms-advisor').remove(); document.body.append(document.createElement('nms-advisor')); init({ wasm: 'elsewhere.wasm' });",
    ] {
        let found = ended(&page, &page_of(&host, "", ELEMENT, script)?).await?;
        // the attempt that is too late may find that all is over: then it says so, and nothing hangs
        let late = script.contains("setTimeout") && found == json!("missing");
        ensure!(found == json!("ready") || late, "{script} ends with {found}");
    }
    let found = ended(&page, &page_of(&host, "", ELEMENT, IMPORT)?).await?;
    ensure!(found == json!("missing"), "without a word it ends with {found}");
    page.close().await
}

async fn the_address_is_that_of_the_option_then_the_attribute_then_the_page(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let host = moved()?;
    let wrong_meta = META.replace("elsewhere", "nowhere");
    let option = "import init from './nms-advisor.js'; init({ wasm: 'elsewhere.wasm' });";
    for (head, element, script, ends) in [
        (META, ELEMENT, IMPORT, "ready"),
        (META, ELEMENT, "import init from './nms-advisor.js'; await init();", "ready"),
        ("", "<nms-advisor wasm=\"elsewhere.wasm\"></nms-advisor>", IMPORT, "ready"),
        (&wrong_meta, "<nms-advisor wasm=\"elsewhere.wasm\"></nms-advisor>", IMPORT, "ready"),
        (&wrong_meta, "<nms-advisor wasm=\"nowhere.wasm\"></nms-advisor>", option, "ready"),
        (META, "<nms-advisor wasm=\"nowhere.wasm\"></nms-advisor>", IMPORT, "missing"),
        (
            "",
            ELEMENT,
            "import './nms-advisor.js'; document.querySelector('nms-advisor').wasm = 'elsewhere.wasm';",
            "ready",
        ),
    ] {
        let found = ended(&page, &page_of(&host, head, element, script)?).await?;
        ensure!(found == json!(ends), "{head} {element} {script} ends with {found}");
    }
    page.close().await
}

async fn the_teaching_room_is_told_its_address_in_the_same_three_ways(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let host = moved()?;
    for (head, element, script, ends) in [
        ("", ROOM, IMPORT, "missing"),
        ("<meta name=\"nms-advisor-teaching-wasm\" content=\"room.wasm\">", ROOM, IMPORT, "ready"),
        ("", "<nms-advisor room teaching-wasm=\"room.wasm\"></nms-advisor>", IMPORT, "ready"),
        (
            "",
            ROOM,
            "import init from './nms-advisor.js'; init({ teachingWasm: 'room.wasm' }).catch(() => {});",
            "ready",
        ),
        // a view that is set just after the definition is asked for in time
        (
            "",
            ELEMENT,
            "import './nms-advisor.js'; const one = document.querySelector('nms-advisor'); one.teachingWasm = 'room.wasm'; one.view = 'run';",
            "ready",
        ),
    ] {
        let found = ended(&page, &page_of(&host, head, element, script)?).await?;
        ensure!(found == json!(ends), "{head} {element} {script} ends with {found}");
        let room =
            page.script("return document.querySelector('nms-advisor').shadowRoot.adoptedStyleSheets.length").await?;
        ensure!(ends != "ready" || room == json!(2), "{head} {element} {script}: it is the room");
    }
    page.close().await
}

async fn only_this_version_is_taken_however_it_is_given(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let host = moved()?;
    for name in ["elsewhere", "room"] {
        let mut bytes = std::fs::read(host.folder.join(format!("{name}.wasm")))?;
        bytes.extend([0, 2, 1, b'x']);
        host.put(&format!("{name}-changed.wasm"), &bytes)?;
    }
    let call = |given: &str| {
        format!(
            "const get = (name) => fetch(name + '.wasm'); const bytes = async (name) => (await get(name)).arrayBuffer(); import('./nms-advisor.js').then(({{ default: init }}) => init({{ {given} }})).catch(() => {{}});"
        )
    };
    let compiled = "wasm: bytes('elsewhere').then((all) => WebAssembly.compile(all))";
    let changed = "wasm: bytes('elsewhere-changed')";
    let changed_meta = META.replace("elsewhere", "elsewhere-changed");
    for (head, element, script, ends) in [
        (changed_meta.as_str(), ELEMENT, IMPORT.to_string(), "integrity"),
        ("", ELEMENT, call("wasm: 'elsewhere-changed.wasm'"), "integrity"),
        ("", ELEMENT, call("wasm: get('elsewhere-changed')"), "integrity"),
        ("", ELEMENT, call(changed), "integrity"),
        ("", ELEMENT, call("wasm: bytes('elsewhere')"), "ready"),
        ("", ELEMENT, call("wasm: get('elsewhere')"), "ready"),
        ("", ELEMENT, call("wasm: get('nowhere')"), "missing"),
        ("", ELEMENT, call(compiled), "unchecked"),
        // whoever says so answers for it
        ("", ELEMENT, call(&format!("{compiled}, unchecked: true")), "ready"),
        ("", ELEMENT, call(&format!("{changed}, unchecked: true")), "ready"),
        ("", ELEMENT, call("wasm: 'elsewhere-changed.wasm', unchecked: true"), "ready"),
        // what the page says in its own markup is never waived
        (changed_meta.as_str(), ELEMENT, call("unchecked: true"), "integrity"),
        ("", ROOM, call("wasm: get('elsewhere'), teachingWasm: get('room-changed')"), "integrity"),
        ("", ROOM, call("wasm: get('elsewhere'), teachingWasm: get('room')"), "ready"),
    ] {
        let found = ended(&page, &page_of(&host, head, element, &script)?).await?;
        ensure!(found == json!(ends), "{head} {script} ends with {found}");
    }
    page.close().await
}

/// A page that is not secure has no `crypto.subtle`; loopback is secure, so it is taken away.
async fn over_plain_http_an_address_is_checked_and_bytes_are_told_once(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let host = moved()?;
    let mut bytes = std::fs::read(host.folder.join("elsewhere.wasm"))?;
    bytes.extend([0, 2, 1, b'x']);
    host.put("changed.wasm", &bytes)?;
    for (given, ends, told) in [
        ("wasm: 'elsewhere.wasm'", "ready", 0),
        ("wasm: 'changed.wasm'", "integrity", 0),
        ("wasm: fetch('changed.wasm'), teachingWasm: fetch('room.wasm')", "ready", 1),
        ("wasm: fetch('changed.wasm'), teachingWasm: fetch('room.wasm'), unchecked: true", "ready", 0),
    ] {
        let script = format!(
            "Object.defineProperty(globalThis, 'crypto', {{ value: undefined }}); window.__told = 0; console.warn = (line) => {{ window.__told += /digest .* cannot be checked/.test(line); }}; import('./nms-advisor.js').then(({{ default: init }}) => init({{ {given} }})).catch(() => {{}});"
        );
        let element = if given.contains("teaching") { ROOM } else { ELEMENT };
        let found = ended(&page, &page_of(&host, "", element, &script)?).await?;
        ensure!(found == json!(ends), "{given} ends with {found}");
        let found = page.script("return window.__told").await?;
        ensure!(found == json!(told), "{given} is told {found} times");
    }
    page.close().await
}

async fn a_module_that_does_not_know_its_place_says_so(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let host = Host::start("npm", Site::without_policy)?;
    let module = std::fs::read_to_string(host.folder.join("nms-advisor.js"))?;
    ensure!(module.contains("import.meta.url"), "the module looks for its place");
    let said = "const note = document.querySelector('nms-advisor').shadowRoot.querySelector('[role=\"alert\"]'); return note && [note.dataset.code, note.innerText]";
    let told = async |how: &str| -> Result<()> {
        wait("the message is there", || async { Ok(!page.script(said).await?.is_null()) }).await?;
        let found = page.script(said).await?;
        ensure!(found.get(0) == Some(&json!("format")), "{how}: {found}");
        let text = found.get(1).and_then(Value::as_str).unwrap_or_default();
        for word in ["does not know where it was loaded from", "init({ wasm: address })", "single file"] {
            ensure!(text.contains(word), "{how}: `{word}` is not said: {text}");
        }
        Ok(())
    };
    // as builders write it: nothing in a classic script, or the address on the machine that built it
    for place in ["({}).url", "'file:///home/build/nms-advisor.js'"] {
        host.put("nms-advisor.js", module.replace("import.meta.url", place))?;
        let address = page_of(&host, "", ELEMENT, IMPORT)?;
        ensure!(ended(&page, &address).await? == json!("format"), "{place}");
        told(place).await?;
        // with an address it starts
        host.put("elsewhere.wasm", std::fs::read(host.folder.join("nms-advisor_bg.wasm"))?)?;
        let found = ended(&page, &page_of(&host, META, ELEMENT, IMPORT)?).await?;
        ensure!(found == json!("ready"), "{place}, with an address: {found}");
    }
    host.put("nms-advisor.js", &module)?;
    let blob = "import(URL.createObjectURL(new Blob([await (await fetch('nms-advisor.js')).text()], { type: 'text/javascript' })));";
    ensure!(ended(&page, &page_of(&host, "", ELEMENT, blob)?).await? == json!("format"), "from a blob");
    told("from a blob").await?;
    page.close().await
}

async fn a_missing_file_is_told_once(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let host = moved()?;
    let script = "window.__said = []; for (const kind of ['error', 'unhandledrejection']) addEventListener(kind, (event) => window.__said.push(`${kind} ${event.message ?? event.reason}`)); for (const kind of ['error', 'warn']) { const before = console[kind]; console[kind] = (...all) => { window.__said.push(all.join(' ')); before(...all); }; } addEventListener('nms-error', () => window.__said.push('nms-error')); import './nms-advisor.js';";
    ensure!(ended(&page, &page_of(&host, "", ELEMENT, script)?).await? == json!("missing"), "it is missing");
    wait("the page is told", || async {
        Ok(page.script("return window.__said.includes('nms-error')").await? == json!(true))
    })
    .await?;
    let said = page.script("return window.__said").await?;
    ensure!(said == json!(["nms-error"]), "{said}");
    // a second look, with a digest that the text of a 404 cannot have, would lead astray
    let asked = host.requests().iter().filter(|path| path.ends_with("_bg.wasm")).count();
    ensure!(asked == 1, "the missing file is asked for {asked} times");
    page.close().await
}

async fn two_versions_on_one_page_are_told_and_one_twice_is_not(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let host = Host::start("npm", |site| site)?;
    let module = std::fs::read_to_string(host.folder.join("nms-advisor.js"))?;
    let version = concat!("code: '", env!("CARGO_PKG_VERSION"), "'");
    ensure!(module.contains(version), "the module knows its version");
    host.put("other.js", module.replace(version, "code: '9.9.9'"))?;
    host.put("changed.js", module.replacen("const WASM_DIGEST = 'sha384-", "const WASM_DIGEST = 'sha384-changed", 1))?;
    for (second, words) in [
        ("nms-advisor.js?again", &[][..]),
        ("other.js", &["9.9.9", env!("CARGO_PKG_VERSION"), "two versions"]),
        ("changed.js", &["sha384-changed"]),
    ] {
        let script = format!(
            "window.__said = []; const before = console.error; console.error = (...all) => {{ window.__said.push(all.join(' ')); before(...all); }}; await import('./nms-advisor.js'); await import('./{second}');"
        );
        ensure!(
            ended(&page, &page_of(&host, "", ELEMENT, &script)?).await? == json!("ready"),
            "{second}: the first one works"
        );
        let said = page.script("return window.__said").await?;
        let lines: Vec<&str> = said.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        ensure!(lines.len() == usize::from(!words.is_empty()), "{second}: {lines:?}");
        ensure!(words.iter().all(|word| lines.iter().all(|line| line.contains(word))), "{second}: {lines:?}");
    }
    let own = page.script("return customElements.get('nms-advisor').versions.code").await?;
    ensure!(own == json!(env!("CARGO_PKG_VERSION")), "the element can be asked: {own}");
    page.close().await
}

async fn the_single_file_works_without_an_address_of_its_own(engine: Engine) -> Result<()> {
    let page = Page::start(engine).await?;
    let host = Host::start("npm", Site::without_policy)?;
    host.put("single.html", std::fs::read(root().join("dist/nms-advisor.html"))?)?;
    let around = "window.__heard = []; addEventListener('message', ({ data }) => window.__heard.push(data));";
    host.put("around.html", format!("<!doctype html><html lang=\"en\"><head><title>Around</title><link rel=\"icon\" href=\"data:,\"></head><body><script>{around}</script></body></html>"))?;
    // tells the page around, which may not look into a frame of another origin
    let tell = "document.querySelector('nms-advisor').ready.then(() => { const one = document.querySelector('nms-advisor'); one.findings = { temperature: 41.3 }; return one.assessment.severity.grade; }).then((said) => parent.postMessage(said, '*'), (error) => parent.postMessage(String(error), '*'));";
    for (how, place, sandbox) in [
        ("srcdoc", "frame.srcdoc = text", None),
        ("srcdoc in a sandbox", "frame.srcdoc = text", Some("allow-scripts")),
        ("blob", "frame.src = URL.createObjectURL(new Blob([text], { type: 'text/html' }))", None),
        (
            "blob in a sandbox",
            "frame.src = URL.createObjectURL(new Blob([text], { type: 'text/html' }))",
            Some("allow-scripts"),
        ),
    ] {
        page.driver.goto(&format!("{}around.html", host.address)).await?;
        let sandbox = sandbox.map_or(String::new(), |rights| format!("frame.setAttribute('sandbox', '{rights}');"));
        // its policy would stop the script that tells
        let script = format!(
            "const done = arguments[1]; (async () => {{ const text = (await (await fetch('single.html')).text()).replace(/<meta http-equiv[^>]*>/, '').replace('</body>', `<script>${{arguments_}}</script></body>`);
               const frame = document.createElement('iframe'); {sandbox} {place}; document.body.append(frame); }})().then(() => done(''), (error) => done(String(error)))"
        )
        .replace("arguments_", "tell");
        let script = format!("const tell = arguments[0]; {script}");
        let put = page.driver.execute_async(&script, vec![json!(tell)]).await?.json().clone();
        ensure!(put == json!(""), "{how}: {put}");
        wait("it says its grade", || async { Ok(page.script("return window.__heard").await? != json!([])) })
            .await
            .context(how)?;
        let heard = page.script("return window.__heard").await?;
        ensure!(heard == json!(["severe"]), "{how}: {heard}");
    }
    page.close().await
}
