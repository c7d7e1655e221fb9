#!/bin/bash
# Trepart beside its peers: three interleaved runs of the same work, medians as a Markdown table.
#   installer/bench/compare.sh PEERS [DOCUMENTS [EDITS [RUNS]]]
# PEERS holds pouchdb/ and actual/ with what npm installs for them; "none" measures Trepart alone. MAVEN_OPTIONS may hold -o.
set -euo pipefail
PEERS=${1:?the folder of the peers, or none}; DOCUMENTS=${2:-20000}; EDITS=${3:-2000}; RUNS=${4:-3}
ROOT=$(cd "$(dirname "$0")/../.." && pwd); OUT=$(mktemp -d); TABLE=$ROOT/installer/target/bench/comparison.md
cd "$ROOT"
bench() { JDK_JAVA_OPTIONS="$2" ./mvnw -q -B ${MAVEN_OPTIONS:-} -pl installer -am -Pbench test-compile -Dbench="$1" -Dspotless.check.skip; }
for run in $(seq "$RUNS"); do
  echo "run $run of $RUNS, load $(cut -d' ' -f1 /proc/loadavg)" >&2
  bench SyncBench "-Dbench.documents=$DOCUMENTS -Dbench.edits=$EDITS" 2> "$OUT/trepart-$run.err" | sed -n 's/^FIGURES //p' > "$OUT/trepart-$run.json"
  [ -s "$OUT/trepart-$run.json" ] || { cat "$OUT/trepart-$run.err" >&2; exit 1; }
  if [ "$PEERS" != none ]; then
    for peer in pouchdb actual; do
      (cd "$PEERS/$peer" && ./run.sh "$DOCUMENTS" "$EDITS" 1) 2>&1 | grep '^{"initial"' > "$OUT/$peer-$run.json" || true
      [ -s "$OUT/$peer-$run.json" ] || echo "no figures from $peer" >&2
    done
  fi
done
bench SyncTable "-Dbench.folder=$OUT -Dbench.table=$TABLE" 2> /dev/null
rm -r "$OUT"
echo "written to $TABLE" >&2
