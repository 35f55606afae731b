//! A static file server on the loopback address, for `serve` and for the end-to-end tests. Not for the open internet.
//!
//! It keeps a log of what was asked, adds headers on request (a policy, say), and can stop and come back on its port,
//! which is how the tests go offline. One answer per connection: stopping then leaves nothing half open.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use anyhow::{Context, Result};

/// How long a silent connection is kept: browsers open some that they never use.
const PATIENCE: Duration = Duration::from_secs(20);

/// One request, as it was asked and answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// GET or HEAD, mostly.
    pub method: String,
    /// The path with its query, as sent.
    pub path: String,
    /// The Host header: which origin the browser believed it spoke to.
    pub host: String,
    /// The status of the answer.
    pub status: u16,
}

/// The answers that were packed so far, by file.
type Packed = Arc<Mutex<BTreeMap<PathBuf, Vec<u8>>>>;

/// What to serve: folders that are tried in turn, each under its own prefix, and headers that go with every answer.
#[derive(Clone, Debug, Default)]
pub struct Site {
    mounts: Vec<(String, PathBuf)>,
    headers: Vec<(String, String)>,
    /// What was packed so far, if answers are packed.
    packed: Option<Packed>,
}

impl Site {
    /// A site whose `/` is this folder.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self::default().mount("/", folder)
    }

    /// Serves one more folder under a prefix such as `/pages/`; the mounts are tried in the order they were added.
    #[must_use]
    pub fn mount(mut self, prefix: &str, folder: impl Into<PathBuf>) -> Self {
        self.mounts.push((prefix.to_string(), folder.into()));
        self
    }

    /// Adds a header to every answer.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_string(), value.to_string()));
        self
    }

    /// Packs every answer with brotli, as a server on the open internet does.
    #[must_use]
    pub fn packed(mut self) -> Self {
        self.packed = Some(Arc::default());
        self
    }

    fn pack(&self, file: &Path, body: Vec<u8>) -> std::io::Result<Vec<u8>> {
        let Some(packed) = &self.packed else { return Ok(body) };
        if let Some(done) = packed.lock().unwrap_or_else(PoisonError::into_inner).get(file) {
            return Ok(done.clone());
        }
        let done = crate::brotli(&body)?;
        packed.lock().unwrap_or_else(PoisonError::into_inner).insert(file.to_path_buf(), done.clone());
        Ok(done)
    }

    /// The Content-Security-Policy of every answer.
    #[must_use]
    pub fn policy(self, policy: &str) -> Self {
        self.header("content-security-policy", policy)
    }

    fn find(&self, path: &str) -> Option<PathBuf> {
        let path = decode(path.split(['?', '#']).next().unwrap_or_default());
        if path.split('/').any(|part| part == ".." || part.contains('\\')) {
            return None;
        }
        self.mounts.iter().find_map(|(prefix, folder)| {
            let inside = path.strip_prefix(prefix.as_str())?.trim_start_matches('/');
            let file = folder.join(inside);
            let file = if inside.is_empty() || path.ends_with('/') { file.join("index.html") } else { file };
            file.is_file().then_some(file)
        })
    }
}

/// A running server. Dropping it stops it.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    site: Site,
    log: Arc<Mutex<Vec<Request>>>,
    running: Option<(Arc<AtomicBool>, JoinHandle<()>)>,
}

impl Server {
    /// Starts on a port of the system's choice.
    pub fn start(site: Site) -> Result<Self> {
        Self::start_on(site, 0)
    }

    /// Starts on a port of your choice.
    pub fn start_on(site: Site, port: u16) -> Result<Self> {
        let mut server =
            Self { address: SocketAddr::from((Ipv4Addr::LOCALHOST, port)), site, log: Arc::default(), running: None };
        server.restart()?;
        Ok(server)
    }

    /// Where it listens, without a slash at the end.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The address of a path on this server.
    pub fn url(&self, path: &str) -> String {
        format!("{}/{}", self.origin(), path.trim_start_matches('/'))
    }

    /// All that was asked so far.
    pub fn requests(&self) -> Vec<Request> {
        self.log.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Forgets what was asked so far.
    pub fn clear_requests(&self) {
        self.log.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// Stops listening: to a browser the network is gone. Waits until the port is free.
    pub fn stop(&mut self) {
        if let Some((alive, thread)) = self.running.take() {
            alive.store(false, Ordering::SeqCst);
            // The accepting thread sleeps until somebody knocks.
            drop(TcpStream::connect_timeout(&self.address, Duration::from_secs(1)));
            drop(thread.join());
        }
    }

    /// Listens again, on the same port.
    pub fn restart(&mut self) -> Result<()> {
        self.stop();
        let listener = TcpListener::bind(self.address)
            .with_context(|| format!("port {} is taken; choose another one", self.address.port()))?;
        self.address = listener.local_addr().context("asking for our own port")?;
        let alive = Arc::new(AtomicBool::new(true));
        let (site, log, still) = (self.site.clone(), Arc::clone(&self.log), Arc::clone(&alive));
        let thread = std::thread::spawn(move || accept(&listener, &Arc::new(site), &log, &still));
        self.running = Some((alive, thread));
        Ok(())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

fn accept(listener: &TcpListener, site: &Arc<Site>, log: &Arc<Mutex<Vec<Request>>>, alive: &AtomicBool) {
    for stream in listener.incoming() {
        if !alive.load(Ordering::SeqCst) {
            return;
        }
        let Ok(stream) = stream else { continue };
        let (site, log) = (Arc::clone(site), Arc::clone(log));
        // A browser that hangs up is no error of ours.
        std::thread::spawn(move || answer(stream, &site, &log).ok());
    }
}

fn answer(stream: TcpStream, site: &Site, log: &Mutex<Vec<Request>>) -> std::io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new((&stream).take(64 * 1024));
    let mut first = String::new();
    reader.read_line(&mut first)?;
    let mut words = first.split_whitespace();
    let (Some(method), Some(path)) = (words.next(), words.next()) else { return Ok(()) };
    let mut host = String::new();
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line)? == 0 || line.trim().is_empty() {
            break;
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("host")
        {
            host = value.trim().to_string();
        }
    }
    let file = if matches!(method, "GET" | "HEAD") { site.find(path) } else { None };
    let (status, kind, body) = match &file {
        Some(file) => (200, mime(file), site.pack(file, std::fs::read(file)?)?),
        None => (404, "text/plain; charset=utf-8", b"not found\n".to_vec()),
    };
    let request = Request { method: method.into(), path: path.into(), host, status };
    log.lock().unwrap_or_else(PoisonError::into_inner).push(request);

    let reason = if status == 200 { "OK" } else { "Not Found" };
    let mut head = format!("HTTP/1.1 {status} {reason}\r\ncontent-type: {kind}\r\ncontent-length: {}\r\n", body.len());
    head.push_str("cache-control: no-store\r\nconnection: close\r\nx-content-type-options: nosniff\r\n");
    if site.packed.is_some() && file.is_some() {
        head.push_str("content-encoding: br\r\n");
    }
    for (name, value) in &site.headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str("\r\n");
    let mut out = &stream;
    out.write_all(head.as_bytes())?;
    if method != "HEAD" {
        out.write_all(&body)?;
    }
    out.flush()
}

/// The type a browser needs to see; WebAssembly and modules are refused under any other.
fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "xhtml" => "application/xhtml+xml",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" | "md" | "ts" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Undoes percent-encoding; what is not valid stays as it is.
fn decode(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&first, tail)) = rest.split_first() {
        let code = tail.get(..2).filter(|_| first == b'%').and_then(|hex| std::str::from_utf8(hex).ok());
        match code.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = tail.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn get(server: &Server, path: &str) -> Option<String> {
        let mut stream = TcpStream::connect(server.address).ok()?;
        write!(stream, "GET {path} HTTP/1.1\r\nHost: example\r\n\r\n").ok()?;
        let mut text = String::new();
        stream.read_to_string(&mut text).ok()?;
        Some(text)
    }

    #[test]
    fn it_serves_refuses_stops_and_comes_back_on_its_port() {
        let site = Site::new(crate::project::root().join("xtask")).header("x-test", "yes");
        let mut server = Server::start(site).unwrap();
        let address = server.address;
        let answer = get(&server, "/Cargo%2Etoml?x=1").unwrap();
        assert!(answer.starts_with("HTTP/1.1 200 OK") && answer.contains("x-test: yes"), "{answer}");
        assert!(get(&server, "/../Cargo.toml").unwrap().starts_with("HTTP/1.1 404"));
        assert_eq!(server.requests().len(), 2);
        server.stop();
        assert_eq!(get(&server, "/Cargo.toml"), None);
        server.restart().unwrap();
        assert_eq!(server.address, address);
        assert!(get(&server, "/src/").unwrap().starts_with("HTTP/1.1 404"));
    }
}
