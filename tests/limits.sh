#!/usr/bin/env bash
# Hostile files, each read within two seconds and 200 MB by the command as it is given away: `tests/limits.sh target/release/redtape`.
# Needs GNU time, Python and a file system that takes holes; without GNU time or Python it says so and leaves.
set -euo pipefail
redtape=$(realpath "${1:-target/release/redtape}")
for tool in /usr/bin/time python3; do
    command -v "$tool" > /dev/null || { echo "skipped: $tool is not here"; exit 0; }
done
seconds=2 kilobytes=200000
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place"

python3 - << 'PYTHON'
head = 'procedure: "9.1"\ntitle: A\n'
deep = 10_000
laughs = "a0: &a0 [x, y]\n" + "".join(f"a{at}: &a{at} [{', '.join([f'*a{at - 1}'] * 9)}]\n" for at in range(1, 10))
texts = {
    "laughs": laughs,
    "long-alias": 'a: &a "' + "x" * 1_000_000 + '\\n"\nb: [' + ", ".join(["*a"] * 15_000) + "]\n",
    "deep-flow": "[" * deep,
    "deep-flow-closed": "[" * deep + "]" * deep,
    "deep-flow-million": "[" * 1_000_000,
    "deep-maps": "{a: " * deep,
    "deep-dashes": "- " * 200_000 + "x",
    "deep-questions": "? " * 50_000 + "x",
    "deep-block": "".join(" " * at + "a:\n" for at in range(2_000)),
    "breaks": "\n" * 10_000_000 + ":",
    "keys": head + "".join(f"key{at}: 1\n" for at in range(100_000)),
    "anchors": head + "".join(f"k{at}: &a{at} x\n" for at in range(50_000)),
    "equal-keys": head + "a: 1\n" * 50_000,
    "long-line": head + "level: " + "x" * 10_000_000 + "\n",
    "long-quoted": head + 'level: "' + "x" * 10_000_000 + '"\n',
    "open-quote": head + 'level: "' + "x\n" * 500_000,
    "documents": (head + "---\n") * 2_000,
    "papers": head + "dossier:\n  documents:\n" + "".join(f"    - Giấy tờ {at}\n" for at in range(2_000)),
}
for name, text in texts.items():
    with open(f"{name}.yaml", "w") as file:
        file.write(text)
with open("huge.yaml", "wb") as file:
    file.truncate(1 << 30)
with open("zeros.yaml", "wb") as file:
    file.truncate(60 << 20)
PYTHON

failed=0
for file in *.yaml; do
    code=0
    /usr/bin/time -o figures -f '%e %M' timeout 60 "$redtape" check "$file" --as-of 2026-07-01 --format summary > out 2> err || code=$?
    read -r took held < <(tail -n 1 figures)
    verdict=ok
    [ "$code" -le 3 ] || verdict="ended with $code"
    awk -v took="$took" -v most="$seconds" 'BEGIN { exit !(took > most) }' && verdict="took longer than $seconds s"
    [ "$held" -le "$kilobytes" ] || verdict="held more than $((kilobytes / 1000)) MB"
    printf '%-24s %6s s %8s kB  exit %s  %s\n' "$file" "$took" "$held" "$code" "$verdict"
    [ "$verdict" = ok ] || failed=$((failed + 1))
done
[ "$failed" = 0 ] || { echo "$failed beyond the limits"; exit 1; }
