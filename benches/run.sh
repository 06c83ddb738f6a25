#!/usr/bin/env bash
# benches/run.sh [--quick | --million] [--only-table]: measures the program on catalogues made for it, prints the tables and writes them into docs/performance.md.
#
# Nothing is installed and nothing is fetched: what is absent is listed as absent. The catalogues are made below $TMPDIR and taken away again.
# --million adds the largest catalogue (4 GB of disk), --quick leaves out that of 100,000; --only-table leaves docs/performance.md alone.
set -euo pipefail
cd "$(dirname "$0")/.."

sizes=(1000 20000 100000)
write=yes
for flag in "$@"; do
  case $flag in
    --million) sizes+=(1000000) ;;
    --quick) sizes=(1000 20000) ;;
    --only-table) write=no ;;
    *) sed -n '2,5s/^# //p' "$0"; exit 2 ;;
  esac
done
# The law of one day, so that the same files have the same findings on every day; findings are no failure here.
flags=(--as-of 2026-07-01 --fail-on never)
# The one rule that other programs are given too.
rule=time/limit-missing
peer_size=1000

work=$(mktemp -d "${TMPDIR:-/tmp}/redtape-bench.XXXXXX")
trap 'rm -rf "$work"' EXIT
export LC_ALL=C

cargo build --quiet --release
cargo bench --quiet --no-run --bench check --bench catalogue 2>/dev/null
target=$(cargo metadata --format-version 1 --no-deps | sed 's/.*"target_directory":"\([^"]*\)".*/\1/')
redtape=$target/release/redtape

# seconds of wall, seconds of processor, peak memory in KB of a command, whatever it returns; its words go to $work/out.
measure() {
  if [ -x /usr/bin/time ]; then
    /usr/bin/time -q -f '%e %U %S %M' -o "$work/time" "$@" >"$work/out" 2>"$work/err" || true
    awk 'NF == 4 { print $1, $2 + $3, $4 }' "$work/time"
  else
    local TIMEFORMAT='%R %U %S'
    { time { "$@" >"$work/out" 2>"$work/err" || true; }; } 2>&1 | awk '{ print $1, $2 + $3, 0 }'
  fi
}

# The fastest of several runs: other work on the machine only ever adds.
best() {
  local runs=$1; shift
  for _ in $(seq "$runs"); do measure "$@"; done | sort -n | head -1
}

bench() { cargo bench --quiet --bench "$@"; }
catalogue() { bench catalogue -- "$work/$1" "$1" >"$work/$1.size"; }
bytes() { awk '{ print $3 }' "$work/$1.size"; }

machine() {
  local cpu memory
  cpu=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2>/dev/null | head -1 || true)
  memory=$(awk '/^MemTotal/ { printf "%.0f GB", $2 / 1048576 }' /proc/meminfo 2>/dev/null || true)
  echo "Measured on $(date -u +%Y-%m-%d) at commit $(git rev-parse --short HEAD), $(uname -sm), ${cpu:-processor not known}, \
$(getconf _NPROCESSORS_ONLN) cores, ${memory:-memory not known}, $(rustc --version | cut -d' ' -f1,2)."
}

sizes_table() {
  echo "| files | MB | findings shown | wall s | processor s | files a second | MB a second | peak memory MB | KB a file | KB a file, nothing found |"
  echo "|---|---|---|---|---|---|---|---|---|---|"
  local base quiet_base wall cpu peak quiet found runs
  mkdir -p "$work/one"
  cp "$work/1000/0000/0000001.yaml" "$work/one/"
  read -r _ _ base <<<"$(best 1 "$redtape" check "${flags[@]}" --format summary "$work/one")"
  read -r _ _ quiet_base <<<"$(best 1 "$redtape" check "${flags[@]}" --rule format --format summary "$work/one")"
  for size in "${sizes[@]}"; do
    [ -d "$work/$size" ] || catalogue "$size"
    find "$work/$size" -type f -exec cat {} + >/dev/null
    runs=3
    [ "$size" -gt 20000 ] && runs=1
    read -r wall cpu peak <<<"$(best "$runs" "$redtape" check "${flags[@]}" --format summary "$work/$size")"
    found=$(sed -n 's/^\([0-9][0-9,]*\) findings.*/\1/p' "$work/out" | head -1)
    read -r _ _ quiet <<<"$(best 1 "$redtape" check "${flags[@]}" --rule format --format summary "$work/$size")"
    awk -v n="$size" -v b="$(bytes "$size")" -v f="${found:-?}" -v w="$wall" -v c="$cpu" -v p="$peak" -v q="$quiet" -v pb="$base" -v qb="$quiet_base" \
      'BEGIN { printf "| %d | %.1f | %s | %.2f | %.2f | %.0f | %.1f | %.0f | %.2f | %.2f |\n", n, b / 1e6, f, w, c, n / w, b / 1e6 / w, p / 1024, (p - pb) / n, (q - qb) / n }'
    # Only what is measured again stays on the disk.
    [ "$size" -gt 20000 ] && rm -rf "${work:?}/$size"
  done
  return 0
}

stages_table() {
  bench check -- "$work/1000" >"$work/stages"
  awk -F'\t' '
    NR <= 4 { next }
    { time[$1] = $2; order[++n] = $1 }
    END {
      events = time["granit-parser, bare events"]
      if (time["saphyr-parser, bare events"] < events) events = time["saphyr-parser, bare events"]
      print "| stage | µs a file | of the faster parser'"'"'s bare events |\n|---|---|---|"
      for (i = 1; i <= n; i++) printf "| %s | %s | %.2f |\n", order[i], time[order[i]], time[order[i]] / events
    }' "$work/stages"
}

stage() { awk -F'\t' -v name="$1" '$1 == name { print $2 }' "$work/stages"; }

promises_table() {
  local one two start read_two
  read -r one _ _ <<<"$(RAYON_NUM_THREADS=1 best 3 "$redtape" check "${flags[@]}" --format summary "$work/20000")"
  read -r two _ _ <<<"$(RAYON_NUM_THREADS=2 best 3 "$redtape" check "${flags[@]}" --format summary "$work/20000")"
  read -r start _ _ <<<"$(best 9 "$redtape" check "${flags[@]}" --format summary "$work/one")"
  echo "| promise | wanted | measured |"
  echo "|---|---|---|"
  awk -v c="$(stage 'full check, from memory, one thread')" -v g="$(stage 'granit-parser, bare events')" -v s="$(stage 'saphyr-parser, bare events')" \
    'BEGIN { f = g < s ? g : s; printf "| full check / bare events of the faster parser, one thread | at most 0.5 | %.2f |\n", c / f }'
  awk -v c="$(stage 'full check, from the disk, two threads')" -v r="$(stage 'read (open, read, close), two threads')" \
    'BEGIN { printf "| full check / merely reading the files, two threads | at most 10 | %.1f |\n", c / r }'
  awk -v o="$one" -v t="$two" 'BEGIN { printf "| two threads against one, 20,000 files, the whole command | at least 1.7 | %.2f |\n", o / t }'
  awk -v s="$start" 'BEGIN { printf "| start-up: one small file, all registers and rules | under 50 ms | %.0f ms |\n", s * 1000 }'
}

rules_table() {
  "$redtape" check "${flags[@]}" --profile-rules --format summary "$work/1000" 2>&1 >/dev/null |
    awk 'NR == 1 { print "| rule | µs a file | share | asked | said |\n|---|---|---|---|---|"; next } NR <= 21 { printf "| `%s` | %.3f | %s | %d | %d |\n", $5, $1, $2, $3, $4 }'
}

# One row: its name, the command that tells its version, how it reads the files, and the command that asks each whether it has a time limit.
peer() {
  local name=$1 version=$2 how=$3 wall cpu said; shift 3
  if ! said=$($version 2>/dev/null | head -1) || [ -z "$said" ]; then
    echo "| $name | absent | $how | | |"
    return 0
  fi
  read -r wall cpu _ <<<"$(best 1 "$@")"
  awk -v name="$name" -v said="$said" -v how="$how" -v w="$wall" -v c="$cpu" -v n="$peer_size" \
    'BEGIN { gsub(/\|/, "/", said); printf "| %s | %s | %s | %.2f | %.2f |\n", name, said, how, w, c }'
}

# Sourcemeta's program and that of the Python library have the same name; only the first knows the word `version`.
sourcemeta_version() { jsonschema version 2>/dev/null | grep -E '^[0-9.]+$'; }
# It does not tell its own version.
ajv_version() { [ -n "$(command -v ajv)" ] && echo "installed"; }

peers_table() {
  local files=("$work/$peer_size"/*/*.yaml) each=()
  cat >"$work/limit.json" <<'SCHEMA'
{"$schema": "http://json-schema.org/draft-07/schema#", "type": "object", "required": ["time_limit"]}
SCHEMA
  cat >"$work/limit.spectral.yaml" <<'RULES'
rules:
  limit:
    given: $
    severity: error
    then: {field: time_limit, function: truthy}
RULES
  cat >"$work/limit.rego" <<'POLICY'
package limit
missing if not input.time_limit
POLICY
  printf '[lint]\n' >"$work/ryl.toml"
  for file in "${files[@]}"; do each+=(-i "$file"); done
  echo "| program | version | how | wall s | processor s |"
  echo "|---|---|---|---|---|"
  peer "redtape, this rule alone" "$redtape --version" "one command; all registers read" "$redtape" check "${flags[@]}" --rule "$rule" --format concise "$work/$peer_size"
  peer "redtape, all rules" "$redtape --version" "one command" "$redtape" check "${flags[@]}" --format concise "$work/$peer_size"
  peer jsonschema-cli "jsonschema-cli --version" "one command, a JSON Schema" jsonschema-cli "$work/limit.json" "${each[@]}"
  peer "sourcemeta jsonschema" sourcemeta_version "one command, the same schema" jsonschema validate "$work/limit.json" "$work/$peer_size" --extension .yaml
  peer check-jsonschema "check-jsonschema --version" "one command, the same schema" check-jsonschema --schemafile "$work/limit.json" "${files[@]}"
  peer ajv-cli ajv_version "one command, the same schema" ajv validate --spec=draft7 --errors=no -s "$work/limit.json" -d "$work/$peer_size/*/*.yaml"
  peer Spectral "spectral --version" "one command, a rule of its own" spectral lint --quiet --ruleset "$work/limit.spectral.yaml" "$work/$peer_size/*/*.yaml"
  peer yamllint "yamllint --version" "cannot ask it; reads the YAML alone" yamllint -d '{rules: {}}' "$work/$peer_size"
  peer ryl "ryl --version" "cannot ask it; one rule on the end of files" ryl check --enable new-line-at-end-of-file "$work/$peer_size"
  peer regorus "regorus --version" "one command a file, a policy" "$work/each_file" "$work/limit.rego" "${files[@]}"
}

# A script of its own, since a function cannot be timed by another program.
cat >"$work/each_file" <<'EACH'
#!/bin/sh
policy=$1; shift
for file in "$@"; do regorus eval -d "$policy" -i "$file" data.limit.missing; done
EACH
chmod +x "$work/each_file"

write_out() {
  local page=docs/performance.md
  awk -v tables="$work/tables" '
    /^<!-- measured: begin -->$/ { print; while ((getline line < tables) > 0) print line; skip = 1 }
    /^<!-- measured: end -->$/ { skip = 0 }
    !skip { print }' "$page" >"$work/page"
  cp "$work/page" "$page"
}

catalogue 1000
catalogue 20000
{
  echo
  machine
  echo
  echo "## By the number of files"
  echo
  sizes_table
  echo
  echo "## By stage, 1,000 files"
  echo
  stages_table
  echo
  echo "## Promises"
  echo
  promises_table
  echo
  echo "## Beside others: each procedure has a time limit, $peer_size files"
  echo
  peers_table
  echo
  echo "## Rules, the dearest twenty, 1,000 files"
  echo
  rules_table
  echo
} | tee "$work/tables"
[ "$write" = no ] || write_out
