#!/usr/bin/env bash
# Makes docs/screenshots anew from the catalogue of this repository: the page on a desk, on a phone, and in Arabic.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p docs/screenshots

# shot NAME LANGUAGE WIDTH HEIGHT
shot() {
    cargo run -q --locked -- report --format html --as-of 2026-07-01 --lang "$2" -o "$work/$2.html" procedures
    # A window is never narrower than 500 pixels, so a phone is a frame within one.
    printf '<!DOCTYPE html><style>body{margin:0}iframe{border:0;width:%spx;height:%spx}</style><iframe src="%s.html"></iframe>' "$3" "$4" "$2" >"$work/frame.html"
    chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
        --disable-component-update --disable-sync --hide-scrollbars --user-data-dir="$work/profile" \
        --window-size="$3,$4" --screenshot="docs/screenshots/$1.png" "file://$work/frame.html" 2>/dev/null
}

shot desktop en 1280 1400
shot phone vi 390 1200
shot arabic ar 1280 1400
