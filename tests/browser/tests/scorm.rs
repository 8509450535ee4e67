//! The package for learning platforms, in a platform that nobody here wrote (scorm-again): what it is told and when, and what
//! a learner sees where it is missing, foreign, late, throwing or refusing.

use anyhow::{Result, ensure};
use browser_tests::{Engine, Page, in_every_engine, wait};
use serde_json::{Value, json};
use xtask::scorm::{unpack, write};
use xtask::server::{Requests, Site, bind, port};
use xtask::{root, supply::fetched};

in_every_engine!(
    a_case_is_recorded_stage_by_stage_and_completed_at_its_end,
    a_visit_that_was_left_in_mid_case_is_gone_on_with,
    without_a_platform_it_says_so_and_works,
    something_else_of_that_name_is_no_platform,
    a_platform_that_comes_late_is_found_and_no_work_is_lost,
    a_platform_that_throws_is_said,
    a_platform_that_refuses_is_said_and_asked_again,
    a_completed_case_stays_completed_when_it_is_looked_at_again,
    the_longest_answers_fit_into_what_a_platform_keeps,
    the_package_of_all_cases_opens_them_and_any_completes_it,
);

/// A case with few stages.
const CASE: &str = "haloperidol";

/// A platform with a package in it.
struct Platform {
    page: Page,
    address: String,
    folder: std::path::PathBuf,
}

impl Drop for Platform {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

impl Platform {
    /// Unpacks the package of a case, or of all, where scorm-again is; every file that is no page comes without its type.
    async fn start(engine: Engine, case: Option<&str>) -> Result<Self> {
        let server = bind(0)?;
        let folder = root().join(format!("target/xtask/platform-{}", port(&server)));
        std::fs::create_dir_all(&folder)?;
        let name = write(&root().join("dist"), &folder, case)?;
        unpack(&folder.join(name), &folder.join("activity"))?;
        let judge = fetched::fetch("scorm")?.join("node_modules/scorm-again/dist/scorm12.min.js");
        std::fs::copy(judge, folder.join("scorm12.js"))?;
        std::fs::copy(root().join("tests/browser/platform.js"), folder.join("platform.js"))?;
        std::fs::write(
            folder.join("lms.html"),
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A platform</title><link rel=\"icon\" href=\"data:,\"></head><body><h1>A platform</h1><script src=\"scorm12.js\"></script><script src=\"platform.js\"></script></body></html>",
        )?;
        let site = Site::recording(folder.clone(), Requests::default()).without_policy();
        let site = site.typed(&[(".xml", "application/octet-stream"), (".md", "application/octet-stream")]);
        let address = format!("http://127.0.0.1:{}/lms.html", port(&server));
        std::thread::spawn(move || site.serve(&server));
        Ok(Self { page: Page::start(engine).await?, address, folder })
    }

    async fn ask(&self, script: &str) -> Result<Value> {
        self.page.script(script).await
    }

    async fn until(&self, what: &str, script: &str) -> Result<()> {
        match wait(what, || async { Ok(self.ask(&format!("return !!({script})")).await? == json!(true)) }).await {
            Ok(()) => Ok(()),
            Err(error) => {
                let seen = self.ask("return [page()?.getElementById('said')?.textContent, advisor()?.exportProgress?.(), calls.slice(-12)]").await?;
                Err(error.context(format!("{what}: {seen}")))
            }
        }
    }

    /// Opens the activity in a platform as `wish` says, and waits for a stage of the case.
    async fn visit(&self, wish: &str) -> Result<()> {
        self.page.driver.goto(&format!("{}?{wish}", self.address)).await?;
        self.until("the case is there", "inside('[data-role=\"stages\"]') && inside('#nms-commit-grade-severe')").await
    }

    async fn says(&self, words: &str) -> Result<()> {
        let script = format!("page().getElementById('said').textContent.includes({})", json!(words));
        self.until(&format!("the page says “{words}”"), &script).await
    }

    /// Answers the stage, and compares.
    async fn compare(&self) -> Result<()> {
        self.ask("answer('severe', 'cool-externally', 'Hot.')").await?;
        self.until("the answer is there", "answered").await?;
        self.ask("inside('[data-action=\"reveal\"]').click()").await?;
        self.until("both sides are there", "inside('[data-role=\"compared\"]')").await
    }

    async fn next(&self) -> Result<()> {
        self.ask("inside('[data-action=\"next-stage\"]').click()").await?;
        self.until("the plan is covered", "!inside('[data-role=\"compared\"]')").await
    }

    /// How many stages the case has.
    async fn stages(&self) -> Result<usize> {
        let count = self.ask("return inside('[data-role=\"stages\"]').children.length").await?;
        Ok(usize::try_from(count.as_u64().unwrap_or_default())?)
    }

    /// From the stage that is open to the last.
    async fn answer_all(&self, from: usize) -> Result<()> {
        for stage in from..=self.stages().await? {
            if stage > from {
                self.next().await?;
            }
            self.compare().await?;
        }
        Ok(())
    }

    async fn holds(&self, script: &str, wanted: Value) -> Result<()> {
        let found = self.ask(&format!("return {script}")).await?;
        ensure!(found == wanted, "{script} is {found}, not {wanted}");
        Ok(())
    }
}

async fn a_case_is_recorded_stage_by_stage_and_completed_at_its_end(engine: Engine) -> Result<()> {
    let platform = Platform::start(engine, Some(CASE)).await?;
    platform.visit("").await?;
    platform.says("records how far you are").await?;
    platform.holds("told('cmi.core.lesson_status')", json!(["incomplete"])).await?;
    let stages = platform.stages().await?;
    for stage in 1..=stages {
        let before = platform.ask("return count('LMSCommit')").await?;
        if stage > 1 {
            platform.next().await?;
        }
        platform.holds("told('cmi.core.lesson_status').includes('completed')", json!(false)).await?;
        platform.compare().await?;
        platform.until("it is committed", &format!("count('LMSCommit') > {before}")).await?;
        platform.holds("told('cmi.core.lesson_location').at(-1)", json!(format!("{CASE}/{stage}"))).await?;
    }
    platform.says("completed").await?;
    platform.holds("told('cmi.core.lesson_status').at(-1)", json!("completed")).await?;
    platform.ask("leave()").await?;
    platform.until("it has finished", "count('LMSFinish') > 0").await?;
    platform.holds("count('LMSInitialize') * 10 + count('LMSFinish')", json!(11)).await?;
    platform.holds("calls.at(-1)", json!(["LMSFinish", ""])).await?;
    platform.holds("calls.filter(([, what]) => /score/.test(what)).length", json!(0)).await?;
    let time = "/^\\d{4}:\\d\\d:\\d\\d\\.\\d\\d$/.test(told('cmi.core.session_time').at(-1))";
    platform.holds(time, json!(true)).await?;
    platform.page.driver.clone().quit().await?;
    Ok(())
}

async fn a_visit_that_was_left_in_mid_case_is_gone_on_with(engine: Engine) -> Result<()> {
    let platform = Platform::start(engine, Some(CASE)).await?;
    platform.visit("").await?;
    platform.compare().await?;
    platform.next().await?;
    // typed, and not compared: what is left on the way is kept as well
    platform.ask("answer('moderate', 'start-supportive-care', 'Zwölf Ärzte, 十二人')").await?;
    platform.until("it is in the progress", "advisor().exportProgress().includes('十二人')").await?;
    platform.ask("leave()").await?;
    platform.until("it has finished", "count('LMSFinish') === 1").await?;
    platform.holds("told('cmi.core.exit')", json!(["suspend"])).await?;

    platform.visit("").await?;
    platform
        .until("the second stage is open", "inside('.rail-stage[aria-current]').textContent.startsWith('2')")
        .await?;
    platform.holds("inside('#nms-commit-grade-moderate').checked", json!(true)).await?;
    platform.holds("inside('#nms-commit-0').value", json!("start-supportive-care")).await?;
    platform.holds("inside('#nms-commit-reason').value", json!("Zwölf Ärzte, 十二人")).await?;
    platform.ask("inside('[data-action=\"stage-before\"]').click()").await?;
    platform.until("the first is as it was left", "inside('[data-role=\"compared\"]')").await?;
    platform.holds("told('cmi.core.lesson_status')", json!(["incomplete"])).await?;
    platform.page.driver.clone().quit().await?;
    Ok(())
}

async fn without_a_platform_it_says_so_and_works(engine: Engine) -> Result<()> {
    let platform = Platform::start(engine, Some(CASE)).await?;
    platform.visit("api=missing").await?;
    platform.says("Not recorded: no learning platform was found around this page").await?;
    platform.holds("page().getElementById('said').getAttribute('role')", json!("alert")).await?;
    platform.answer_all(1).await?;
    platform.says("Not recorded").await?;
    platform.holds("calls.length", json!(0)).await?;
    platform.page.driver.clone().quit().await?;
    Ok(())
}

async fn something_else_of_that_name_is_no_platform(engine: Engine) -> Result<()> {
    let platform = Platform::start(engine, Some(CASE)).await?;
    platform.visit("api=foreign").await?;
    platform.says("Not recorded: what is around this page is no learning platform of SCORM 1.2").await?;
    platform.answer_all(1).await?;
    platform.page.driver.clone().quit().await?;
    Ok(())
}

async fn a_platform_that_comes_late_is_found_and_no_work_is_lost(engine: Engine) -> Result<()> {
    let platform = Platform::start(engine, Some(CASE)).await?;
    platform.visit("").await?;
    platform.compare().await?;
    platform.next().await?;
    platform.ask("leave()").await?;
    platform.until("it has finished", "count('LMSFinish') === 1").await?;

    // late, and nothing done: as if it had been there
    platform.visit("api=late").await?;
    platform.says("Not recorded").await?;
    platform.ask("appear()").await?;
    platform.says("records how far you are").await?;
    platform
        .until("the second stage is open", "inside('.rail-stage[aria-current]').textContent.startsWith('2')")
        .await?;
    // late, and something done: the learner says which of the two is kept
    platform.visit("api=late").await?;
    platform.says("Not recorded").await?;
    platform.compare().await?;
    platform.ask("appear()").await?;
    platform.until("it asks", "page().querySelectorAll('#choice button').length === 2").await?;
    platform.holds("told('cmi.suspend_data')", json!([])).await?;
    platform.ask("page().querySelectorAll('#choice button')[1].click()").await?;
    platform.says("Recorded by the learning platform").await?;
    platform.holds("told('cmi.suspend_data').at(-1) === advisor().exportProgress()", json!(true)).await?;
    platform.holds("page().getElementById('choice').hidden", json!(true)).await?;
    platform.page.driver.clone().quit().await?;
    Ok(())
}

async fn a_platform_that_throws_is_said(engine: Engine) -> Result<()> {
    let platform = Platform::start(engine, Some(CASE)).await?;
    platform.visit("throws=LMSInitialize").await?;
    platform.says("Not recorded: the learning platform failed at LMSInitialize").await?;
    platform.answer_all(1).await?;
    platform.visit("throws=LMSCommit").await?;
    platform.says("Not recorded: the learning platform failed at LMSCommit").await?;
    platform.answer_all(1).await?;
    platform.says("Not recorded: the learning platform failed at LMSCommit").await?;
    platform.ask("leave()").await?;
    platform.until("it has finished all the same", "count('LMSFinish') === 1").await?;
    platform.page.driver.clone().quit().await?;
    Ok(())
}

async fn a_platform_that_refuses_is_said_and_asked_again(engine: Engine) -> Result<()> {
    let platform = Platform::start(engine, Some(CASE)).await?;
    platform.visit("refuses=LMSInitialize").await?;
    platform.says("Not recorded: the learning platform refused LMSInitialize").await?;
    platform.answer_all(1).await?;
    platform.holds("count('LMSSetValue')", json!(0)).await?;

    platform.visit("refuses=cmi.suspend_data").await?;
    platform.compare().await?;
    platform.says("Not recorded: the learning platform refused LMSSetValue cmi.suspend_data").await?;
    platform.holds("page().getElementById('said').dataset.recorded", json!("no")).await?;
    // the platform has come to itself: what it did not take is given again
    platform.ask("window.wish.refuses = 'nothing'").await?;
    platform.next().await?;
    platform.compare().await?;
    platform.says("Recorded by the learning platform: stage 2").await?;
    platform.holds("told('cmi.suspend_data').at(-1) === advisor().exportProgress()", json!(true)).await?;
    platform.page.driver.clone().quit().await?;
    Ok(())
}

async fn a_completed_case_stays_completed_when_it_is_looked_at_again(engine: Engine) -> Result<()> {
    let platform = Platform::start(engine, Some(CASE)).await?;
    platform.visit("").await?;
    platform.answer_all(1).await?;
    platform.says("completed").await?;
    platform.ask("leave()").await?;
    platform.until("it has finished", "count('LMSFinish') === 1").await?;
    for mode in ["review", "browse"] {
        platform.visit(&format!("mode={mode}")).await?;
        platform.says("Review or preview: nothing of this visit is recorded").await?;
        platform.ask("inside('[data-action=\"stage-before\"]').click()").await?;
        platform.until("an earlier stage is open", "inside('[data-role=\"compared\"]')").await?;
        platform.ask("leave()").await?;
        platform.until("it has finished", "count('LMSFinish') === 1").await?;
        platform.holds("count('LMSSetValue') + count('LMSCommit')", json!(0)).await?;
    }
    // and a usual visit takes nothing back
    platform.visit("").await?;
    platform.says("completed").await?;
    platform.ask("leave()").await?;
    platform.until("it has finished", "count('LMSFinish') === 1").await?;
    platform.holds("told('cmi.core.lesson_status').filter((status) => status !== 'completed')", json!([])).await?;
    platform.holds("JSON.parse(sessionStorage.getItem('cmi')).core.lesson_status", json!("completed")).await?;
    platform.page.driver.clone().quit().await?;
    Ok(())
}

async fn the_longest_answers_fit_into_what_a_platform_keeps(engine: Engine) -> Result<()> {
    let platform = Platform::start(engine, Some(CASE)).await?;
    platform.visit("").await?;
    for stage in 1..=platform.stages().await? {
        if stage > 1 {
            platform.next().await?;
        }
        platform.ask("answer('severe', 'cool-externally', '高熱と筋強剛。'.repeat(140))").await?;
        platform.until("the answer is there", "answered").await?;
        platform.ask("inside('[data-action=\"reveal\"]').click()").await?;
        platform.until("both sides are there", "inside('[data-role=\"compared\"]')").await?;
    }
    platform.says("completed").await?;
    let length = "told('cmi.suspend_data').every((text) => new TextEncoder().encode(text).length <= 4096)";
    platform.holds(length, json!(true)).await?;
    platform.holds("told('cmi.suspend_data').at(-1).length > 1000", json!(true)).await?;
    platform.page.driver.clone().quit().await?;
    Ok(())
}

async fn the_package_of_all_cases_opens_them_and_any_completes_it(engine: Engine) -> Result<()> {
    let platform = Platform::start(engine, None).await?;
    platform.page.driver.goto(&platform.address).await?;
    platform.until("the cases are there", "inside('[data-action=\"open-case\"]')").await?;
    platform.ask("inside('[data-case=\"kidneys\"]').click()").await?;
    platform.until("the case is there", "inside('#nms-commit-grade-severe')").await?;
    platform.answer_all(1).await?;
    platform.says("completed").await?;
    platform.holds("told('cmi.core.lesson_location').at(-1).startsWith('kidneys/')", json!(true)).await?;
    platform.page.driver.clone().quit().await?;
    Ok(())
}
