//! The widgets, held in memory with their digests. Below the digest of them all they are kept by browsers for good;
//! without it they are asked for again each time, and mostly answered with 304.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path as FilePath, PathBuf};
use std::sync::OnceLock;

use axum::body::Bytes;
use axum::extract::State;
use axum::http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, ETAG, IF_NONE_MATCH, VARY,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use sha2::{Digest, Sha256, Sha384};

use super::answer::{Answer, lasting};
use super::limits;
use super::parameters::{Nothing, Path, Query};
use super::problem::Problem;
use super::service::Service;
use crate::failure::Failure;

/// Half of what the slowest quality takes, and near its size; a file is compressed once, when it is first asked for.
const QUALITY: u32 = 9;
const WINDOW_BITS: u32 = 22;
/// Smaller ones gain nothing by it.
const WORTH_COMPRESSING: usize = 1 << 10;

struct Asset {
    bytes: Bytes,
    kind: HeaderValue,
    etag: HeaderValue,
    integrity: String,
    compressed: OnceLock<Option<Bytes>>,
}

/// The files of the folder of widgets.
pub struct Assets {
    files: BTreeMap<String, Asset>,
    digest: String,
}

impl Assets {
    /// Reads all files of the folder.
    pub fn read(folder: &FilePath) -> Result<Self, Failure> {
        let mut files = BTreeMap::new();
        read_folder(folder, "", &mut files)?;
        let mut all = Sha256::new();
        for (name, asset) in &files {
            all.update(name.as_bytes());
            all.update([0]);
            all.update(asset.integrity.as_bytes());
        }
        let digest = hex(&all.finalize()[..8]);
        Ok(Assets { files, digest })
    }

    fn manifest(&self) -> Value {
        let files: serde_json::Map<String, Value> = self
            .files
            .iter()
            .map(|(name, asset)| {
                (name.clone(), json!({ "integrity": asset.integrity, "bytes": asset.bytes.len() }))
            })
            .collect();
        json!({ "base": format!("/dist/{}/", self.digest), "files": files })
    }
}

fn read_folder(folder: &FilePath, prefix: &str, files: &mut BTreeMap<String, Asset>) -> Result<(), Failure> {
    let failed = |path: PathBuf| move |error| Failure::SourceUnreadable { path, error };
    for entry in fs::read_dir(folder).map_err(failed(folder.to_owned()))? {
        let entry = entry.map_err(failed(folder.to_owned()))?;
        let path = entry.path();
        let Ok(name) = entry.file_name().into_string() else { continue };
        let name = format!("{prefix}{name}");
        if path.is_dir() {
            read_folder(&path, &format!("{name}/"), files)?;
        } else {
            let bytes = fs::read(&path).map_err(failed(path.clone()))?;
            let kind = mime_guess::from_path(&path).first_or_octet_stream();
            let kind = match (kind.type_().as_str(), kind.subtype().as_str()) {
                ("text", kind) => format!("text/{kind}; charset=utf-8"),
                _ => kind.essence_str().to_owned(),
            };
            let digest = Sha384::digest(&bytes);
            let header = |text: &str| HeaderValue::from_str(text).ok();
            let (Some(kind), Some(etag)) = (header(&kind), header(&format!("\"{}\"", hex(&digest[..16]))))
            else {
                continue;
            };
            let integrity = format!("sha384-{}", BASE64_STANDARD.encode(digest));
            let bytes = Bytes::from(bytes);
            files.insert(name, Asset { bytes, kind, etag, integrity, compressed: OnceLock::new() });
        }
    }
    Ok(())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Where the widgets lie, with what their bytes have to be.
pub async fn list(State(service): State<Service>, _: Query<Nothing>) -> Answer {
    lasting(&service.assets.as_ref().ok_or_else(no_assets)?.manifest())
}

fn no_assets() -> Problem {
    Problem::new(
        StatusCode::NOT_FOUND,
        "no-widgets",
        "启动时未用 --dist 指定组件文件夹",
        "no folder of widgets was named with --dist",
    )
}

/// A file of the widgets.
pub async fn serve(State(service): State<Service>, Path(path): Path<String>, headers: HeaderMap) -> Answer {
    let assets = service.assets.as_ref().ok_or_else(no_assets)?;
    let lasting = path.strip_prefix(&assets.digest).and_then(|path| path.strip_prefix('/'));
    let Some(asset) = assets.files.get(lasting.unwrap_or(&path)) else {
        return Err(limits::nothing_here().await);
    };
    let is_known = headers
        .get_all(IF_NONE_MATCH)
        .iter()
        .filter_map(|known| known.to_str().ok())
        .flat_map(|known| known.split(','))
        .any(|known| known.trim().trim_start_matches("W/").as_bytes() == asset.etag.as_bytes());
    let accepts = headers.get_all(ACCEPT_ENCODING).iter().any(accepts_brotli);
    let compressed = if accepts && !is_known { asset.compressed(&service).await? } else { None };
    let is_compressed = compressed.is_some();
    let mut response = if is_known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        compressed.unwrap_or_else(|| asset.bytes.clone()).into_response()
    };
    let cache = if lasting.is_some() { "public, max-age=31536000, immutable" } else { "no-cache" };
    describe(&mut response, asset, cache, is_compressed);
    Ok(response)
}

fn describe(response: &mut Response, asset: &Asset, cache: &'static str, is_compressed: bool) {
    let is_whole = response.status() == StatusCode::OK;
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(cache));
    headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    // Pages of the CMS are of another origin; what is served here is the same for everybody.
    headers.insert("access-control-allow-origin", HeaderValue::from_static("*"));
    headers.insert("cross-origin-resource-policy", HeaderValue::from_static("cross-origin"));
    headers.insert("x-content-type-options", HeaderValue::from_static("nosniff"));
    headers.insert(ETAG, asset.etag.clone());
    if is_whole {
        headers.insert(CONTENT_TYPE, asset.kind.clone());
        if is_compressed {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static("br"));
        }
    }
}

/// Whether the value of Accept-Encoding has brotli in it, and not with the weight 0.
fn accepts_brotli(value: &HeaderValue) -> bool {
    value.to_str().unwrap_or_default().split(',').any(|coding| {
        let mut parts = coding.split(';');
        let name = parts.next().unwrap_or_default().trim();
        let weight = parts.find_map(|part| part.trim().strip_prefix("q=")?.parse::<f32>().ok());
        name.eq_ignore_ascii_case("br") && weight != Some(0.0)
    })
}

impl Asset {
    /// With brotli, when that is worth it. Takes up to seconds, once for each file.
    async fn compressed(&self, service: &Service) -> Result<Option<Bytes>, Problem> {
        if let Some(compressed) = self.compressed.get() {
            return Ok(compressed.clone());
        }
        let bytes = self.bytes.clone();
        let compressed = service.at_length(move || compress(&bytes)).await?;
        Ok(self.compressed.get_or_init(|| compressed).clone())
    }
}

fn compress(bytes: &[u8]) -> Option<Bytes> {
    if bytes.len() < WORTH_COMPRESSING {
        return None;
    }
    let mut compressed = Vec::new();
    let mut writer = brotli::CompressorWriter::new(&mut compressed, 1 << 16, QUALITY, WINDOW_BITS);
    // Writing into memory does not fail.
    writer.write_all(bytes).ok()?;
    drop(writer);
    (compressed.len() < bytes.len()).then(|| Bytes::from(compressed))
}
