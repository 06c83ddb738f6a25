//! Lists all that is in the binary, as CycloneDX 1.5: `cargo metadata --format-version 1 | cargo run --example sbom`.

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
};

use serde_json::{Value, json};

/// The list, of what `cargo metadata` says: the crates that the binary is built from, without those that only tests need.
pub(crate) fn sbom(metadata: &Value) -> Value {
    let list = |value: &Value, key: &str| value[key].as_array().cloned().unwrap_or_default();
    let text = |value: &Value, key: &str| value[key].as_str().unwrap_or_default().to_owned();
    let nodes: BTreeMap<String, Value> = list(&metadata["resolve"], "nodes").into_iter().map(|node| (text(&node, "id"), node)).collect();
    let root = text(&metadata["resolve"], "root");
    let (mut reached, mut left) = (BTreeSet::new(), vec![root.clone()]);
    while let Some(id) = left.pop() {
        let needed = nodes.get(&id).map(|node| list(node, "deps")).unwrap_or_default();
        if reached.insert(id) {
            let built = |dep: &Value| list(dep, "dep_kinds").iter().any(|kind| kind["kind"] != "dev");
            left.extend(needed.iter().filter(|dep| built(dep)).map(|dep| text(dep, "pkg")));
        }
    }
    let component = |package: &Value, kind: &str| {
        let (name, version) = (text(package, "name"), text(package, "version"));
        let purl = format!("pkg:cargo/{name}@{version}");
        let mut value = json!({"type": kind, "bom-ref": purl, "name": name, "version": version, "purl": purl});
        if let Some(licence) = package["license"].as_str() {
            value["licenses"] = json!([{"expression": licence.replace('/', " OR ")}]);
        }
        value
    };
    let packages = list(metadata, "packages");
    let of = |package: &&Value| package["id"] != root.as_str() && reached.contains(&text(package, "id"));
    let components: Vec<Value> = packages.iter().filter(of).map(|package| component(package, "library")).collect();
    let own = packages.iter().find(|package| package["id"] == root.as_str()).map(|package| component(package, "application"));
    json!({"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1, "metadata": {"component": own}, "components": components})
}

#[allow(dead_code, reason = "a test reads this file for the function above")]
fn main() -> Result<(), Box<dyn std::error::Error>> {
    let metadata: Value = serde_json::from_reader(io::stdin())?;
    serde_json::to_writer_pretty(io::stdout(), &sbom(&metadata))?;
    Ok(())
}
