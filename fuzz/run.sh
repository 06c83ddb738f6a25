#!/usr/bin/env bash
# Fuzzes every target, from real files: `fuzz/run.sh [SECONDS] [TARGET…]`, a minute each by default. Needs cargo-fuzz and a nightly
# compiler. What it finds lies in fuzz/artifacts; it becomes a test before it is mended.
set -euo pipefail
cd "$(dirname "$0")/.."
cargo fuzz --version > /dev/null 2>&1 || { echo "cargo-fuzz is not here: cargo install --locked cargo-fuzz"; exit 2; }
cargo +nightly --version > /dev/null 2>&1 || { echo "a nightly compiler is not here: rustup toolchain install nightly --profile minimal"; exit 2; }
seconds=${1:-60}
[ $# = 0 ] || shift
[ $# != 0 ] || set -- text citation duration names expression importer edits

# One seed for each line on standard input.
lines() { mkdir -p "fuzz/corpus/$1"; sort -u | head -n 2000 | split -l 1 -a 4 - "fuzz/corpus/$1/seed-"; }

seeds() {
    mkdir -p fuzz/corpus/{text,importer,edits}
    local file
    while read -r file; do
        cp "$file" "fuzz/corpus/text/$(basename "$file")"
        { echo /dossier/documents/0; cat "$file"; } > "fuzz/corpus/edits/$(basename "$file")"
    done < <(find procedures -name '*.yaml')
    cp tests/import/*.json fuzz/corpus/importer/
    grep -rhoE '(Luật|Nghị định|Thông tư|Decree|Law|Circular) [^",]{3,60}' procedures rules | lines citation
    { grep -rhoE '[0-9.]+ (working )?(day|hour|month)s?' procedures; grep -rhoE '[0-9]{4}-[0-9]{2}-[0-9]{2}' procedures; } | lines duration
    grep -rhoE 'title: .*' procedures | cut -c 8- | lines names
    grep -rhoE '^  when: .*' rules | cut -c 9- | lines expression
}

seeds
for target; do
    echo "== $target"
    cargo +nightly fuzz run "$target" -- -max_total_time="$seconds" -timeout=10 -rss_limit_mb=512 -max_len=65536
done
