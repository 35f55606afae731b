//! WebDriver on the wire: JSON over HTTP to the driver. A thin client, because most of a full one would stay unused.

use std::time::Duration;

use serde_json::{Value, json};
use ureq::Agent;

/// Longer than any command may take: a page that hangs ends the test, not the whole run.
const PATIENCE: Duration = Duration::from_secs(60);

/// A screenshot of a long page is some megabytes of base64.
const LARGEST: u64 = 200 * 1024 * 1024;

/// A refusal by the driver or the browser.
#[derive(Debug)]
pub(crate) struct Refusal(pub String);

/// A connection to a driver, and to a session once there is one.
#[derive(Debug)]
pub(crate) struct Wire {
    agent: Agent,
    base: String,
}

impl Wire {
    /// To a driver on this port.
    pub fn new(port: u16) -> Self {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            // Whatever the machine's proxy is, it does not know our loopback address.
            .proxy(None)
            .timeout_global(Some(PATIENCE))
            .build();
        Self { agent: config.new_agent(), base: format!("http://127.0.0.1:{port}") }
    }

    /// Opens a session; from then on paths are relative to it.
    pub fn open_session(&mut self, capabilities: &Value) -> Result<(), Refusal> {
        let body = json!({ "capabilities": { "alwaysMatch": capabilities } });
        let answer = self.post("/session", &body)?;
        let id = answer["sessionId"].as_str().ok_or_else(|| Refusal(format!("no session id in {answer}")))?;
        self.base = format!("{}/session/{id}", self.base);
        Ok(())
    }

    /// Asks.
    pub fn get(&self, path: &str) -> Result<Value, Refusal> {
        self.read(path, self.agent.get(format!("{}{path}", self.base)).call())
    }

    /// Commands.
    pub fn post(&self, path: &str, body: &Value) -> Result<Value, Refusal> {
        let request = self.agent.post(format!("{}{path}", self.base)).header("content-type", "application/json");
        self.read(path, request.send(body.to_string()))
    }

    /// Ends.
    pub fn delete(&self, path: &str) -> Result<Value, Refusal> {
        self.read(path, self.agent.delete(format!("{}{path}", self.base)).call())
    }

    fn read(
        &self,
        path: &str,
        answer: Result<ureq::http::Response<ureq::Body>, ureq::Error>,
    ) -> Result<Value, Refusal> {
        let mut answer = answer.map_err(|error| Refusal(format!("{path}: {error}")))?;
        let text = answer.body_mut().with_config().limit(LARGEST).read_to_string();
        let text = text.map_err(|error| Refusal(format!("{path}: {error}")))?;
        let body: Value =
            serde_json::from_str(&text).map_err(|error| Refusal(format!("{path}: not JSON ({error}): {text}")))?;
        let value = &body["value"];
        match value["error"].as_str() {
            Some(error) if !answer.status().is_success() => {
                Err(Refusal(format!("{error}: {}", value["message"].as_str().unwrap_or_default())))
            }
            _ => Ok(value.clone()),
        }
    }
}
