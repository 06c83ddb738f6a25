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
    "keys-million": head + "".join(f"key{at}: 1\n" for at in range(1_000_000)),
    "keys-in-flow": head + "level: {" + "".join(f"k{at}: 1, " for at in range(200_000)) + "}\n",
    "items-million": head + "audience: [" + "1, " * 1_000_000 + "]\n",
    "ones": head + "audience: [" + "1," * 30_000_000 + "]\n",
    "comments": head + "#\n" * 30_000_000,
    "accepts": head + "# redtape: accept a/b until=2027-01-01 -- x\n" * 20_000,
    "cases": head + "cases: {" + "".join(f"c{at}: 1, " for at in range(100_000)) + "}\n",
    "case-names": head + "time_limit:\n  - {in: 1 day, case: [" + "".join(f"c{at}, " for at in range(100_000)) + "]}\n",
    "anchors": head + "".join(f"k{at}: &a{at} x\n" for at in range(50_000)),
    "equal-keys": head + "a: 1\n" * 100_000,
    "equal-keys-million": head + "a: 1\n" * 1_000_000,
    "long-line": head + "level: " + "x" * 10_000_000 + "\n",
    "long-quoted": head + 'level: "' + "x" * 10_000_000 + '"\n',
    "scalar-60-mb": head + "level: " + "x" * (60 << 20) + "\n",
    "scalar-100-mb": head + "level: " + "x" * (100 << 20) + "\n",
    "title-60-mb": "title: " + "đ " * (20 << 20) + "\n",
    "block-60-mb": head + "notes: |\n" + "  xxxxxxxxxxxxxx\n" * (4 << 20),
    "open-quote": head + 'level: "' + "x\n" * 500_000,
    "documents": (head + "---\n") * 2_000,
    "procedures": "".join(f'procedure: "9.{at}"\ntitle: A\n---\n' for at in range(10_000)),
    "papers": head + "dossier:\n  documents:\n" + "".join(f"    - Giấy tờ {at}\n" for at in range(2_000)),
    "papers-many": head + "dossier:\n  documents:\n" + "".join(f"    - Giấy tờ {at}\n" for at in range(20_000)),
    "steps": head + "steps:\n" + "".join(f"  - {{id: s{at}, by: one-stop-shop, in: 1 day, after: [s{at - 1}]}}\n" for at in range(1, 5_000)),
}
for name, text in texts.items():
    with open(f"{name}.yaml", "w") as file:
        file.write(text)
    if name in ("papers", "deep-block", "keys"):
        # The same broken off: within a character, a line and a map.
        with open(f"{name}-cut.yaml", "wb") as file:
            file.write(text.encode()[:len(text.encode()) * 2 // 3 + 1])
with open("huge.yaml", "wb") as file:
    file.truncate(1 << 30)
with open("zeros.yaml", "wb") as file:
    file.truncate(60 << 20)
PYTHON

failed=0
for file in ${LIMITS_ONLY:-*.yaml}; do
    code=0
    /usr/bin/time -o figures -f '%e %M %U' timeout 60 "$redtape" check "$file" --as-of 2026-07-01 --format summary > out 2> err || code=$?
    read -r took held worked < <(tail -n 1 figures)
    verdict=ok
    [ "$code" -le 3 ] || verdict="ended with $code"
    awk -v took="$took" -v most="$seconds" 'BEGIN { exit !(took > most) }' && verdict="took longer than $seconds s"
    [ "$held" -le "$kilobytes" ] || verdict="held more than $((kilobytes / 1000)) MB"
    printf '%-24s %6s s %8s kB %6s s at work  exit %s  %s\n' "$file" "$took" "$held" "$worked" "$code" "$verdict"
    [ "$verdict" = ok ] || failed=$((failed + 1))
done
[ "$failed" = 0 ] || { echo "$failed beyond the limits"; exit 1; }
