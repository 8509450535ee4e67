//! A small static server on loopback, with the content security policy that the product promises to work under.

use std::fmt::Write as _;
use std::io::Write as _;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicU16, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use anyhow::{Result, anyhow};
use tiny_http::{Method, Request, Server};

/// The policy of every page: no inline script or style, no other host, Trusted Types.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; require-trusted-types-for 'script'; trusted-types 'none'";

const ISOLATION: [(&str, &str); 2] =
    [("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Embedder-Policy", "require-corp")];

/// The script that reloads a page when the build behind it has changed; served to developers only.
const RELOAD: &str = "let seen;
const look = async () => {
  try {
    const build = await (await fetch('/__build')).text();
    if (seen !== undefined && build !== seen) location.reload();
    seen = build;
  } catch { /* the server is being restarted; look again */ }
  setTimeout(look, 700);
};
look();
";

/// The paths that a server was asked for, in order.
pub type Requests = Arc<Mutex<Vec<String>>>;

/// A folder served on loopback.
#[derive(Debug)]
pub struct Site {
    folder: PathBuf,
    /// Counts builds; `None` where pages do not reload.
    build: Option<Arc<AtomicU64>>,
    /// What was asked for; `None` where nobody wants to know.
    requests: Option<Requests>,
    /// The policy that is sent; a page may carry its own.
    policy: Option<&'static str>,
    /// What is sent with another type than its own: the end of its name, and the type.
    types: &'static [(&'static str, &'static str)],
    /// Whether pages are isolated from every other origin.
    isolated: bool,
    /// The status of every answer; `None` or 200 where the files are served.
    status: Option<Arc<AtomicU16>>,
}

/// Binds a port on loopback; 0 takes any free one.
///
/// # Errors
/// If the port is taken.
pub fn bind(port: u16) -> Result<Server> {
    Server::http(SocketAddr::from((Ipv4Addr::LOCALHOST, port))).map_err(|error| anyhow!("port {port}: {error}"))
}

/// The port of a bound server.
#[must_use]
pub fn port(server: &Server) -> u16 {
    server.server_addr().to_ip().map_or(0, |address| address.port())
}

impl Site {
    /// A folder whose pages never change.
    #[must_use]
    pub const fn fixed(folder: PathBuf) -> Self {
        Self { folder, build: None, requests: None, policy: Some(POLICY), types: &[], isolated: false, status: None }
    }

    /// The same, and writes down what it is asked for.
    #[must_use]
    pub const fn recording(folder: PathBuf, requests: Requests) -> Self {
        Self {
            folder,
            build: None,
            requests: Some(requests),
            policy: Some(POLICY),
            types: &[],
            isolated: false,
            status: None,
        }
    }

    /// The same without a policy in the headers, as a plain static host answers.
    #[must_use]
    pub const fn without_policy(mut self) -> Self {
        self.policy = None;
        self
    }

    /// The same under another policy.
    #[must_use]
    pub const fn under(mut self, policy: &'static str) -> Self {
        self.policy = Some(policy);
        self
    }

    /// The same with other types for some names, as a server that is set up wrongly answers.
    #[must_use]
    pub const fn typed(mut self, types: &'static [(&'static str, &'static str)]) -> Self {
        self.types = types;
        self
    }

    /// The same with pages isolated from every other origin, to which browsers give a clock of microseconds.
    #[must_use]
    pub const fn isolated(mut self) -> Self {
        self.isolated = true;
        self
    }

    /// The same, and answers everything with this status, unless it is 200.
    #[must_use]
    pub fn closing(mut self, status: Arc<AtomicU16>) -> Self {
        self.status = Some(status);
        self
    }

    /// A folder whose pages reload when `build` changes.
    #[must_use]
    pub const fn reloading(folder: PathBuf, build: Arc<AtomicU64>) -> Self {
        Self {
            folder,
            build: Some(build),
            requests: None,
            policy: Some(POLICY),
            types: &[],
            isolated: false,
            status: None,
        }
    }

    /// Answers requests until the server is dropped.
    pub fn serve(&self, server: &Server) {
        for request in server.incoming_requests() {
            // a browser that goes away while it is answered is no error of ours
            let _ = self.answer(request);
        }
    }

    fn answer(&self, request: Request) -> std::io::Result<()> {
        if let Some(Ok(mut requests)) = self.requests.as_ref().map(|requests| requests.lock()) {
            requests.push(request.url().to_string());
        }
        let path = request.url().split(['?', '#']).next().unwrap_or("/").to_string();
        if let Some(status) =
            self.status.as_ref().map(|status| status.load(Ordering::SeqCst)).filter(|status| *status != 200)
        {
            return self.send(request, status, "text/plain", b"closed");
        }
        if !matches!(request.method(), Method::Get | Method::Head) {
            return self.send(request, 405, PLAIN, b"only GET and HEAD");
        }
        if let Some(build) = &self.build {
            match path.as_str() {
                "/__build" => {
                    let build = build.load(Ordering::SeqCst).to_string();
                    return self.send(request, 200, PLAIN, build.as_bytes());
                }
                "/__reload.js" => return self.send(request, 200, "text/javascript", RELOAD.as_bytes()),
                _ => {}
            }
        }
        let Some(file) = self.file(&path) else { return self.send(request, 404, PLAIN, b"not found") };
        let name = file.to_string_lossy();
        let other = self.types.iter().find(|(end, _)| name.ends_with(end));
        let kind = other.map_or_else(|| mime(&file), |(_, kind)| kind);
        let mut body = std::fs::read(&file)?;
        if self.build.is_some() && kind.starts_with("text/html") {
            let page = String::from_utf8_lossy(&body);
            let reloading = page.replace("</head>", "<script src=\"/__reload.js\" defer></script></head>");
            body = reloading.into_bytes();
        }
        self.send(request, 200, kind, &body)
    }

    /// Answers and has the browser close the connection. One that it keeps would go on when the server has stopped; and those
    /// that come while all of the server's threads hold a kept one would wait for ever.
    fn send(&self, request: Request, status: u16, kind: &str, body: &[u8]) -> std::io::Result<()> {
        let length = body.len();
        let mut head = format!("HTTP/1.1 {status} Answer\r\nConnection: close\r\nContent-Length: {length}\r\n");
        let policy = self.policy.map(|policy| ("Content-Security-Policy", policy));
        let isolation = ISOLATION.into_iter().filter(|_| self.isolated);
        for (name, value) in headers(kind).into_iter().chain(policy).chain(isolation) {
            // writing into a string cannot fail
            let _ = write!(head, "{name}: {value}\r\n");
        }
        let without_body = *request.method() == Method::Head;
        let mut writer = request.into_writer();
        writer.write_all(head.as_bytes())?;
        writer.write_all(b"\r\n")?;
        if !without_body {
            writer.write_all(body)?;
        }
        writer.flush()
    }

    /// The file behind a path; nothing outside the folder, whatever the path says.
    fn file(&self, path: &str) -> Option<PathBuf> {
        let relative = Path::new(path.trim_start_matches('/'));
        let plain = relative.components().all(|part| matches!(part, Component::Normal(_)));
        if !plain || path.contains(['\\', '%', '\0']) {
            return None;
        }
        let file = self.folder.join(relative);
        let file = if file.is_dir() { file.join("index.html") } else { file };
        file.is_file().then_some(file)
    }
}

const PLAIN: &str = "text/plain; charset=utf-8";

fn headers(kind: &str) -> [(&str, &str); 4] {
    [
        ("Content-Type", kind),
        ("Cache-Control", "no-store"),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"),
    ]
}

fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("png") => "image/png",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    }
}
