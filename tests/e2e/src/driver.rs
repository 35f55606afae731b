//! A driver process and what belongs to it: its port, its home folder, its virtual screen. All of it ends with the value.

use std::io::{BufRead, BufReader, Read};
use std::net::TcpListener;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant, SystemTime};

use crate::engine::{Engine, find};
use crate::wire::Wire;

const PATIENCE: Duration = Duration::from_secs(20);

/// A running driver.
#[derive(Debug)]
pub(crate) struct Driver {
    pub port: u16,
    process: Group,
    _screen: Option<Group>,
    // After the processes: they may still write to it while they end.
    _home: Home,
}

impl Driver {
    /// Starts the driver of an engine on a port that nobody else has.
    pub fn start(engine: Engine) -> Self {
        let home = Home::new();
        let screen = (engine == Engine::WebKit).then(virtual_screen);
        let mut tries = 0;
        loop {
            tries += 1;
            let display = screen.as_ref().map(|(_, display)| display.as_str());
            match launch(engine, &home, display) {
                Ok((process, port)) => {
                    return Self { port, process, _screen: screen.map(|(group, _)| group), _home: home };
                }
                Err(why) => assert!(tries < 3, "{engine:?}: the driver does not start: {why}"),
            }
        }
    }

    /// What it printed last, for a message.
    pub fn last_words(&self) -> String {
        self.process.said.lock().unwrap_or_else(PoisonError::into_inner).join("\n")
    }
}

fn launch(engine: Engine, home: &Home, display: Option<&str>) -> Result<(Group, u16), String> {
    let mut command = Command::new(engine.driver());
    // A home of its own: Firefox refuses another user's, and nothing of a test stays behind in the person's.
    command.env("HOME", &home.0).env_remove("DBUS_SESSION_BUS_ADDRESS");
    command.env("TZ", a_zone_where_it_is_noon());
    let chosen = match engine {
        Engine::Chromium => {
            command.arg("--port=0");
            None
        }
        Engine::Firefox => {
            command.args(["--port", "0", "--websocket-port", "0", "--profile-root"]).arg(&home.0);
            None
        }
        Engine::WebKit => {
            // This one cannot choose its port. If somebody takes it in between, it ends, and we try another.
            let port = free_port()?;
            command.args(["--host=127.0.0.1".to_string(), format!("--port={port}")]);
            command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1").env("LIBGL_ALWAYS_SOFTWARE", "1");
            command.env("GDK_BACKEND", "x11").env("DISPLAY", display.unwrap_or_default());
            Some(port)
        }
    };
    let mut process = Group::spawn(&mut command)?;
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        if let Ok(Some(status)) = process.child.try_wait() {
            return Err(format!("it ended at once ({status}): {:?}", process.said));
        }
        let port = chosen.or_else(|| process.said_port());
        // Ready when it answers and still runs: the answer is then its own.
        if let Some(port) = port
            && Wire::new(port).get("/status").is_ok()
            && matches!(process.child.try_wait(), Ok(None))
        {
            return Ok((process, port));
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    Err(format!("no answer within {PATIENCE:?}: {:?}", process.said))
}

/// A time zone in which midnight is far: a test that lets minutes or hours pass stays within the day.
fn a_zone_where_it_is_noon() -> String {
    let now = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    let utc = i64::try_from(now.as_secs() / 3600 % 24).unwrap_or_default();
    // These names count westwards: Etc/GMT+2 is two hours behind.
    format!("Etc/GMT{:+}", utc - 12)
}

fn free_port() -> Result<u16, String> {
    let listener = TcpListener::bind("127.0.0.1:0").map_err(|error| error.to_string())?;
    listener.local_addr().map(|address| address.port()).map_err(|error| error.to_string())
}

/// A screen that nobody sees, with a number of the server's own choice.
fn virtual_screen() -> (Group, String) {
    let program = find(&["Xvfb"]).expect("Xvfb on the PATH; run `cargo xtask setup`");
    let mut command = Command::new(program);
    command.args(["-displayfd", "1", "-screen", "0", "1600x1600x24", "-nolisten", "tcp"]);
    let group = Group::spawn(&mut command).expect("Xvfb starts");
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        let number = group
            .said
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .iter()
            .find_map(|line| line.trim().parse::<u32>().ok());
        if let Some(number) = number {
            return (group, format!(":{number}"));
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    panic!("Xvfb gave no display within {PATIENCE:?}: {:?}", group.said);
}

/// A process and all it starts; dropped, all of them are gone.
#[derive(Debug)]
struct Group {
    child: Child,
    /// The last lines it printed, for us and for messages.
    said: Arc<Mutex<Vec<String>>>,
}

impl Group {
    fn spawn(command: &mut Command) -> Result<Self, String> {
        command.process_group(0).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().map_err(|error| error.to_string())?;
        let said = Arc::default();
        keep_lines(child.stdout.take(), &said);
        keep_lines(child.stderr.take(), &said);
        Ok(Self { child, said })
    }

    /// The port in `... on port 1234.` or `Listening on 127.0.0.1:1234`.
    fn said_port(&self) -> Option<u16> {
        let said = self.said.lock().unwrap_or_else(PoisonError::into_inner);
        said.iter().find_map(|line| {
            let (_, rest) =
                line.split_once("successfully on port ").or_else(|| line.split_once("Listening on 127.0.0.1:"))?;
            let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
            digits.parse().ok()
        })
    }
}

/// Reads in a thread of its own for as long as the process lives: a full pipe would stop it.
fn keep_lines(pipe: Option<impl Read + Send + 'static>, said: &Arc<Mutex<Vec<String>>>) {
    let Some(pipe) = pipe else { return };
    let said = Arc::clone(said);
    std::thread::spawn(move || {
        for line in BufReader::new(pipe).lines().map_while(Result::ok) {
            let mut said = said.lock().unwrap_or_else(PoisonError::into_inner);
            if said.len() > 60 {
                // The first lines tell the port.
                said.remove(20);
            }
            said.push(line);
        }
    });
}

impl Drop for Group {
    fn drop(&mut self) {
        // The group, because a driver leaves its browser behind. A process that is gone already is fine.
        let group = format!("-{}", self.child.id());
        let _ = Command::new("kill").args(["-KILL", "--", &group]).stderr(Stdio::null()).status();
        let _ = self.child.wait();
    }
}

/// A home folder for one driver.
#[derive(Debug)]
struct Home(PathBuf);

impl Home {
    fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("rpe-e2e-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap_or_else(|error| panic!("making {}: {error}", path.display()));
        Self(path)
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
