//! The page in a browser: search, filter, sort, a phone, paper, Arabic, the keyboard, no script, and a large catalogue.
//!
//! Each test drives Chromium by chromedriver over HTTP on this machine, and says that it is skipped where one of them is not installed.

use std::{
    fs,
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::LazyLock,
    thread,
    time::{Duration, Instant},
};

use serde_json::{Value, json};

/// What a browser is started with, so that it does nothing but show the page.
const QUIET: [&str; 9] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
];

/// A running chromedriver with one window.
struct Browser {
    driver: Child,
    port: u16,
    session: String,
    _profile: tempfile::TempDir,
}

impl Browser {
    /// A window of that size; nothing where no browser is installed, which is said by name.
    fn open(test: &str, width: u32, height: u32) -> Option<Self> {
        let program = ["chromium", "chromium-browser", "google-chrome"].into_iter().find(|name| is_installed(name));
        let (Some(program), true) = (program, is_installed("chromedriver")) else {
            let _told = std::io::Write::write_fmt(
                &mut std::io::stderr(),
                format_args!("skipped: {test}: chromium or chromedriver is not installed\n"),
            );
            return None;
        };
        let port = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port").port();
        let driver = Command::new("chromedriver").arg(format!("--port={port}")).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
        let profile = tempfile::tempdir().expect("a folder");
        let mut browser = Self { driver: driver.expect("chromedriver starts"), port, session: String::new(), _profile: profile };
        let waited = (0..100).any(|_| {
            thread::sleep(Duration::from_millis(100));
            TcpStream::connect(("127.0.0.1", port)).is_ok()
        });
        assert!(waited, "chromedriver answers");
        let mut args: Vec<String> = QUIET.map(str::to_owned).to_vec();
        args.push(format!("--user-data-dir={}", browser._profile.path().display()));
        args.push(format!("--window-size={width},{height}"));
        let binary = path_of(program).expect("it is installed");
        let options = json!({"args": args, "binary": binary});
        let wanted = json!({"capabilities": {"alwaysMatch": {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"}}}});
        let made = browser.call("POST", "/session", Some(&wanted));
        browser.session = format!("/session/{}", made["sessionId"].as_str().expect("a session"));
        browser.devtools(
            "Emulation.setDeviceMetricsOverride",
            json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600}),
        );
        Some(browser)
    }

    fn call(&self, method: &str, path: &str, body: Option<&Value>) -> Value {
        let body = body.map(Value::to_string).unwrap_or_default();
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("chromedriver listens");
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
            body.len()
        );
        stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body.as_bytes())).expect("sent");
        let json = answer(&mut BufReader::new(stream));
        let value: Value = serde_json::from_str(&json).expect("an answer in JSON");
        assert!(value["value"].get("error").is_none(), "{}", value["value"]["message"]);
        value["value"].clone()
    }

    fn devtools(&self, command: &str, with: Value) {
        self.call("POST", &format!("{}/goog/cdp/execute", self.session), Some(&json!({"cmd": command, "params": with})));
    }

    fn show(&self, page: &Path) {
        self.call("POST", &format!("{}/url", self.session), Some(&json!({"url": format!("file://{}", page.display())})));
    }

    /// What a line of script gives in the page.
    fn ask(&self, script: &str) -> Value {
        self.call("POST", &format!("{}/execute/sync", self.session), Some(&json!({"script": format!("return ({script})"), "args": []})))
    }

    fn count(&self, script: &str) -> u64 {
        self.ask(script).as_u64().expect("a number")
    }

    /// Asks until it is true.
    fn wait(&self, script: &str) {
        let there = (0..100).any(|_| {
            thread::sleep(Duration::from_millis(50));
            self.ask(script) == json!(true)
        });
        assert!(there, "never true: {script}");
    }

    /// Types into the search, or chooses, and waits until the page has followed.
    fn choose(&self, name: &str, value: &str) {
        self.ask(&format!("(() => {{ const one = document.querySelector('.tools').elements.{name}; one.value = {}; one.dispatchEvent(new Event('input', {{bubbles: true}})); }})()", json!(value)));
        thread::sleep(Duration::from_millis(400));
    }

    fn press(&self, keys: &str) {
        let strokes: Vec<Value> =
            keys.chars().flat_map(|key| ["keyDown", "keyUp"].map(|kind| json!({"type": kind, "value": key.to_string()}))).collect();
        self.call(
            "POST",
            &format!("{}/actions", self.session),
            Some(&json!({"actions": [{"type": "key", "id": "keys", "actions": strokes}]})),
        );
    }

    fn log(&self, kind: &str) -> Vec<Value> {
        let log = self.call("POST", &format!("{}/se/log", self.session), Some(&json!({"type": kind})));
        log.as_array().cloned().unwrap_or_default()
    }
}

/// The body of an answer over HTTP; chromedriver leaves the line open, so its length says where it ends.
fn answer(from: &mut impl BufRead) -> String {
    let mut length = 0;
    loop {
        let mut line = String::new();
        from.read_line(&mut line).expect("a head");
        let Some((name, value)) = line.trim().split_once(':') else {
            if line.trim().is_empty() {
                break;
            }
            continue;
        };
        if name.eq_ignore_ascii_case("content-length") {
            length = value.trim().parse().expect("a length");
        }
    }
    let mut body = vec![0; length];
    from.read_exact(&mut body).expect("a body");
    String::from_utf8(body).expect("UTF-8")
}

impl Drop for Browser {
    fn drop(&mut self) {
        if !self.session.is_empty() && !thread::panicking() {
            self.call("DELETE", &self.session, None);
        }
        self.driver.kill().and_then(|()| self.driver.wait().map(|_| ())).expect("chromedriver ends");
    }
}

fn path_of(program: &str) -> Option<PathBuf> {
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders).map(|folder| folder.join(program)).find(|path| path.is_file())
}

fn is_installed(program: &str) -> bool {
    path_of(program).is_some()
}

/// The page of a catalogue in a language.
fn written(folder: &Path, catalogue: &str, language: &str) -> PathBuf {
    let page = folder.join(format!("{language}.html"));
    let run = Command::new(env!("CARGO_BIN_EXE_redtape"))
        .args(["report", "--format", "html", "--as-of", "2026-07-01", "--lang", language, "-o"])
        .args([&page, &PathBuf::from(catalogue)])
        .output()
        .expect("the command runs");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    page
}

/// The pages of the catalogue of this repository.
static PAGES: LazyLock<(tempfile::TempDir, [PathBuf; 3])> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder");
    let pages = ["en", "vi", "ar"].map(|language| written(folder.path(), "procedures", language));
    (folder, pages)
});

const SHOWN: &str = "[...document.querySelectorAll('.card')].filter(card => !card.hidden)";
/// How far the page is wider than the window.
const OVERFLOW: &str = "Math.max(0, document.documentElement.scrollWidth - innerWidth)";

#[test]
fn search_filter_and_sort_find_what_is_there() {
    let Some(browser) = Browser::open("search_filter_and_sort_find_what_is_there", 1280, 900) else { return };
    browser.show(&PAGES.1[1]);
    let all = browser.count(&format!("{SHOWN}.length"));
    assert!(all > 50);
    assert_eq!(browser.ask("document.querySelector('.tools').hidden"), json!(false));
    // Marks and capitals are not needed to find Vietnamese words.
    browser.choose("words", "KHAI SINH");
    let found = browser.count(&format!("{SHOWN}.length"));
    assert!(0 < found && found < all, "{found} of {all}");
    browser.choose("words", "khai sinh");
    assert_eq!(browser.count(&format!("{SHOWN}.length")), found);
    assert_eq!(browser.ask(&format!("{SHOWN}.every(card => ['khai', 'sinh'].every(word => card.textContent.toLowerCase().normalize('NFD').replace(/\\p{{M}}/gu, '').includes(word)))")), json!(true));
    assert!(
        browser.ask("document.querySelector('.tools output').textContent").as_str().is_some_and(|words| words.contains(&found.to_string()))
    );
    browser.choose("words", "");
    browser.choose("who", "government");
    assert_eq!(browser.ask(&format!("{SHOWN}.every(card => card.dataset.who.split(' ').includes('government'))")), json!(true));
    browser.choose("sure", "proved");
    browser.choose("sector", "labour");
    assert_eq!(
        browser.ask(&format!("{SHOWN}.every(card => card.dataset.sector === 'labour' && card.dataset.sure.includes('proved'))")),
        json!(true)
    );
    browser.ask("document.querySelector('.tools button[type=reset]').click()");
    browser.wait(&format!("{SHOWN}.length === {all}"));
    browser.choose("sort", "saved");
    assert_eq!(
        browser.ask(&format!("{SHOWN}.map(card => Number(card.dataset.saved)).every((saved, at, all) => !at || saved <= all[at - 1])")),
        json!(true)
    );
    // A head sorts its table by number, whatever the language writes between the digits.
    browser.ask("document.querySelector('section table th:nth-child(2) button').click()");
    let sorted = "[...document.querySelectorAll('section table')[0].tBodies[0].rows].map(row => Number(row.cells[1].textContent.replace(/\\D/g, ''))).every((n, at, all) => !at || n >= all[at - 1])";
    assert_eq!(browser.ask(sorted), json!(true));
    assert_eq!(browser.ask("document.querySelector('section table th:nth-child(2)').getAttribute('aria-sort')"), json!("ascending"));
}

#[test]
fn a_link_opens_the_procedure_it_leads_to_and_the_keyboard_reaches_it() {
    let Some(browser) = Browser::open("a_link_opens_the_procedure_it_leads_to_and_the_keyboard_reaches_it", 1280, 900) else { return };
    browser.show(&PAGES.1[0]);
    browser.press("\u{e004}");
    assert_eq!(browser.ask("document.activeElement.className"), json!("skip"));
    browser.ask("document.querySelector('main table a').click()");
    browser.wait("document.querySelector(location.hash).closest('details').open");
    let top = browser.ask("Math.round(document.querySelector(location.hash).getBoundingClientRect().top)").as_i64().unwrap_or(-1);
    assert!((0..900).contains(&top), "{top}");
    browser.ask("document.querySelectorAll('.card summary')[3].focus()");
    browser.press("\u{e006}");
    browser.wait("document.querySelectorAll('.card')[3].open");
}

#[test]
fn a_phone_shows_all_of_it_without_a_sideways_scroll() {
    let Some(browser) = Browser::open("a_phone_shows_all_of_it_without_a_sideways_scroll", 390, 844) else { return };
    for page in &PAGES.1 {
        browser.show(page);
        browser.ask("document.querySelector('[name=open]').click()");
        assert_eq!(browser.ask(OVERFLOW), json!(0), "{}", page.display());
        // Each cell says what it is, since the heads are not seen.
        assert_ne!(
            browser.ask("getComputedStyle(document.querySelector('.card table td:nth-child(2)'), '::before').content"),
            json!("none")
        );
    }
}

#[test]
fn arabic_runs_from_right_to_left_and_codes_do_not() {
    let Some(browser) = Browser::open("arabic_runs_from_right_to_left_and_codes_do_not", 1280, 900) else { return };
    browser.show(&PAGES.1[2]);
    assert_eq!(browser.ask("getComputedStyle(document.body).direction"), json!("rtl"));
    assert_eq!(
        browser.ask(
            "document.querySelector('nav').getBoundingClientRect().left > document.querySelector('main').getBoundingClientRect().left"
        ),
        json!(true)
    );
    assert_eq!(
        browser.ask("[...document.querySelectorAll('code')].every(code => getComputedStyle(code).direction === 'ltr')"),
        json!(true)
    );
    assert_eq!(browser.ask(OVERFLOW), json!(0));
}

#[test]
fn without_its_script_the_page_is_whole() {
    let Some(browser) = Browser::open("without_its_script_the_page_is_whole", 1280, 900) else { return };
    browser.show(&PAGES.1[1]);
    let with = browser.count("document.querySelector('#cards').textContent.length");
    browser.devtools("Emulation.setScriptExecutionDisabled", json!({"value": true}));
    browser.show(&PAGES.1[1]);
    assert_eq!(browser.ask("document.querySelector('.tools').hidden"), json!(true));
    assert_eq!(browser.count("document.querySelector('#cards').textContent.length"), with);
    // A procedure opens by its summary, and by a link into it.
    browser.ask("document.querySelector('.card summary').click()");
    browser.wait("document.querySelector('.card').open");
}

#[test]
fn paper_shows_every_procedure_open_and_begins_it_on_a_page() {
    let Some(browser) = Browser::open("paper_shows_every_procedure_open_and_begins_it_on_a_page", 1280, 900) else { return };
    browser.show(&PAGES.1[1]);
    let procedures = browser.count(&format!("{SHOWN}.length"));
    browser.devtools("Emulation.setEmulatedMedia", json!({"media": "print"}));
    assert_eq!(
        browser.ask("[...document.querySelectorAll('.card')].every(card => card.querySelector('div').getBoundingClientRect().height > 40)"),
        json!(true)
    );
    assert_eq!(
        browser.ask("['nav', '.tools', '.skip'].every(one => getComputedStyle(document.querySelector(one)).display === 'none')"),
        json!(true)
    );
    browser.devtools("Emulation.setEmulatedMedia", json!({"media": ""}));
    let pdf = browser.call("POST", &format!("{}/print", browser.session), Some(&json!({"page": {"width": 21.0, "height": 29.7}})));
    let bytes = pdf.as_str().map_or(0, str::len);
    assert!(bytes > 100_000 && procedures > 50, "{bytes} characters of PDF");
}

#[test]
fn light_and_dark_differ_and_nothing_is_asked_of_the_network() {
    let Some(browser) = Browser::open("light_and_dark_differ_and_nothing_is_asked_of_the_network", 1280, 900) else { return };
    browser.devtools("Network.enable", json!({}));
    let paper = |scheme: &str| {
        browser.devtools("Emulation.setEmulatedMedia", json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]}));
        browser.show(&PAGES.1[0]);
        browser.ask("getComputedStyle(document.documentElement).backgroundColor")
    };
    assert_ne!(paper("light"), paper("dark"));
    let asked: Vec<String> = browser
        .log("performance")
        .iter()
        .filter_map(|entry| {
            let message: Value = serde_json::from_str(entry["message"].as_str()?).expect("JSON");
            let message = &message["message"];
            (message["method"] == "Network.requestWillBeSent")
                .then(|| message["params"]["request"]["url"].as_str().unwrap_or_default().to_owned())
        })
        .collect();
    let outside: Vec<&String> =
        asked.iter().filter(|url| !["file:", "data:", "chrome:", "chrome-untrusted:"].iter().any(|own| url.starts_with(own))).collect();
    assert_eq!(outside, Vec::<&String>::new());
    // A policy that stops the page's own script or style would say so here.
    assert_eq!(browser.log("browser"), Vec::<Value>::new());
}

/// How many procedures a large catalogue has.
const MANY: usize = 2_000;
/// How large its page may be, and how many elements it may hold.
const BYTES: u64 = 21_000_000;
const ELEMENTS: u64 = 380_000;

/// As many procedures as are wanted, copied from this repository under codes of their own.
fn copies(folder: &Path, wanted: usize) {
    let mut texts: Vec<String> = Vec::new();
    let mut folders = vec![PathBuf::from("procedures")];
    while let Some(from) = folders.pop() {
        for entry in fs::read_dir(from).expect("the catalogue") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "yaml") {
                texts.push(fs::read_to_string(path).expect("a procedure"));
            }
        }
    }
    texts.retain(|text| text.lines().filter(|line| line.starts_with("procedure: ")).count() == 1 && !text.contains("\n---"));
    texts.sort();
    for (at, text) in texts.iter().cycle().take(wanted).enumerate() {
        let line = |line: &str| if line.starts_with("procedure: ") { format!("procedure: \"9.{at:06}\"\n") } else { format!("{line}\n") };
        fs::write(folder.join(format!("{at:04}.yaml")), text.lines().map(line).collect::<String>()).expect("written");
    }
}

#[test]
fn a_catalogue_of_two_thousand_procedures_opens_at_once() {
    let Some(browser) = Browser::open("a_catalogue_of_two_thousand_procedures_opens_at_once", 1280, 900) else { return };
    let folder = tempfile::tempdir().expect("a folder");
    // Some of those copied are not in force on that day.
    copies(folder.path(), MANY * 6 / 5);
    let page = written(folder.path(), folder.path().to_str().expect("a path"), "vi");
    let bytes = fs::metadata(&page).expect("written").len();
    let opened = (0..3).map(|_| {
        let begun = Instant::now();
        browser.show(&page);
        let done = "performance.getEntriesByType('navigation')[0].loadEventEnd > 0 && document.querySelectorAll('.card').length >= 2000";
        browser.wait(done);
        begun.elapsed()
    });
    let opened = opened.min().expect("three times");
    let elements = browser.count("document.querySelectorAll('*').length");
    browser.ask("(window.begun = performance.now(), document.querySelector('.tools').elements.words.value = 'khai sinh', document.querySelector('.tools').requestSubmit(), window.took = performance.now() - window.begun)");
    let searched = Duration::from_millis(browser.count("Math.round(window.took)"));
    println!("{MANY} procedures: {bytes} bytes, {elements} elements, opened in {opened:?}, searched in {searched:?}");
    assert!(bytes < BYTES, "{bytes} bytes");
    // The times are printed and not held against a limit: they depend on what else the machine does. What costs the time is.
    assert!(elements < ELEMENTS, "{elements} elements");
}
