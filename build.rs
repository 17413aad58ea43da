//! Builds the browser client and lays it into the binary.
//!
//! `npm ci` runs when the lock file has changed, `vite build` when a file of the client has. `WEB_DIST` names a
//! folder with a client built elsewhere; then Node is not needed.

use std::fmt::Write as _;
use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

fn main() -> ExitCode {
    match build() {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            println!("cargo::error={sentence}");
            ExitCode::FAILURE
        }
    }
}

fn build() -> Result<(), String> {
    println!("cargo::rerun-if-env-changed=WEB_DIST");
    let root = PathBuf::from(env("CARGO_MANIFEST_DIR")?);
    let dist = if let Some(given) = std::env::var_os("WEB_DIST") {
        let given = PathBuf::from(given);
        println!("cargo::rerun-if-changed={}", given.display());
        given
    } else {
        // What is built here is not watched: it is always newer than the build that wrote it, which would begin anew each time.
        vite(&root.join("web"))?
    };
    // A copy, so that the program is still compiled once the folder is gone.
    let out = PathBuf::from(env("OUT_DIR")?);
    let client = out.join("client");
    if client.exists() {
        fs::remove_dir_all(&client)
            .map_err(|error| format!("{} cannot be emptied: {error}", client.display()))?;
    }
    copy(&dist, &client)?;
    embed(&client, &out.join("assets.rs"))
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    let told = |error| format!("{} cannot be copied to {}: {error}", from.display(), to.display());
    fs::create_dir_all(to).map_err(told)?;
    for entry in fs::read_dir(from).map_err(told)? {
        let (path, to) = entry.map(|entry| (entry.path(), to.join(entry.file_name()))).map_err(told)?;
        if path.is_dir() {
            copy(&path, &to)?;
        } else {
            fs::copy(&path, &to).map_err(told)?;
        }
    }
    Ok(())
}

fn env(name: &str) -> Result<String, String> {
    std::env::var(name).map_err(|_| format!("{name} is not set; run this through cargo"))
}

/// Builds the client and tells where it is.
fn vite(web: &Path) -> Result<PathBuf, String> {
    let inputs = [
        "src",
        "index.html",
        "package.json",
        "package-lock.json",
        "vite.config.ts",
        "tsconfig.json",
        "scripts",
    ];
    for input in inputs.map(|input| web.join(input)) {
        println!("cargo::rerun-if-changed={}", input.display());
    }
    println!("cargo::rerun-if-changed={}", web.join("../proto/protocol.ts").display());
    let lock = read(&web.join("package-lock.json"))?;
    let stamp = web.join("node_modules/.installed-from");
    if fs::read(&stamp).ok().as_deref() != Some(&lock[..]) {
        npm(web, &["ci", "--no-audit", "--no-fund"])?;
        fs::write(&stamp, &lock)
            .map_err(|error| format!("{} cannot be written: {error}", stamp.display()))?;
    }
    npm(web, &["run", "build", "--silent"])?;
    Ok(web.join("dist"))
}

fn npm(web: &Path, arguments: &[&str]) -> Result<(), String> {
    let line = format!("npm {}", arguments.join(" "));
    let output = Command::new("npm").args(arguments).current_dir(web).output().map_err(|error| {
        format!(
            "The browser client needs Node 20 and npm, and npm cannot be run ({error}): install Node, or set \
             WEB_DIST to a folder with a built client."
        )
    })?;
    if output.status.success() {
        return Ok(());
    }
    let told = [&output.stdout[..], &output.stderr[..]].map(String::from_utf8_lossy).concat();
    for told in told.lines() {
        println!("cargo::warning={told}");
    }
    Err(format!("`{line}` failed in {}: what it said stands above.", web.display()))
}

/// Writes the table of files that the gateway serves, each with what was laid beside it compressed.
fn embed(dist: &Path, table: &Path) -> Result<(), String> {
    let mut files = Vec::new();
    collect(dist, &mut files)?;
    files.sort();
    let packed = |file: &Path, ending: &str| {
        let packed = PathBuf::from(format!("{}.{ending}", file.display()));
        if packed.exists() { format!("include_bytes!({packed:?})") } else { "&[]".to_owned() }
    };
    let is_packed = |file: &Path| file.extension().is_some_and(|end| end == "br" || end == "gz");
    let mut code = String::from("static ASSETS: &[Asset] = &[\n");
    for file in files.iter().filter(|file| !is_packed(file)) {
        let path = file.strip_prefix(dist).map_err(|error| error.to_string())?;
        let mut hasher = DefaultHasher::new();
        read(file)?.hash(&mut hasher);
        writeln!(
            code,
            "    Asset {{ path: {path:?}, mime: {:?}, tag: \"{:016x}\", plain: include_bytes!({file:?}), gzip: {}, \
             brotli: {} }},",
            mime(file),
            hasher.finish(),
            packed(file, "gz"),
            packed(file, "br"),
        )
        .map_err(|error| error.to_string())?;
    }
    code.push_str("];\n");
    fs::write(table, code).map_err(|error| format!("{} cannot be written: {error}", table.display()))
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), String> {
    let told = |error| format!("{} cannot be read: {error}", folder.display());
    for entry in fs::read_dir(folder).map_err(told)? {
        let path = entry.map_err(told)?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else {
            files.push(path.canonicalize().map_err(told)?);
        }
    }
    Ok(())
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| format!("{} cannot be read: {error}", path.display()))
}

/// What a file is, by its ending.
fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|end| end.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("webmanifest") => "application/manifest+json",
        Some("txt") => "text/plain; charset=utf-8",
        _other => "application/octet-stream",
    }
}
