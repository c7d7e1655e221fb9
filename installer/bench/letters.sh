#!/bin/bash
# Trepart beside LibreOffice: the same letters made into PDF, in turn, processor seconds of the whole process.
#   installer/bench/letters.sh [LETTERS [RUNS]]
# soffice must be on the path. MAVEN_OPTIONS may hold -o. Java runs as the program's own launcher starts it.
set -euo pipefail
LETTERS=${1:-500}; RUNS=${2:-3}
ROOT=$(cd "$(dirname "$0")/../.." && pwd); OUT=$(mktemp -d)
cd "$ROOT"
bench() { JDK_JAVA_OPTIONS="-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dletters.count=$LETTERS $1" ./mvnw -q -B ${MAVEN_OPTIONS:-} -pl installer -am -Pbench test-compile -Dbench=LetterBench -Dspotless.check.skip; }
mkdir "$OUT/fodt"; bench "-Dletters.rival=$OUT/fodt" > /dev/null 2>&1
echo "| run | Trepart, processor s | letters a processor s | first letter, s | LibreOffice, processor s | letters a processor s |"
echo "|---|---|---|---|---|---|"
for run in $(seq "$RUNS"); do
  rm -rf "$OUT/ours" "$OUT/theirs"; mkdir "$OUT/ours" "$OUT/theirs"
  read -r _ ours first sheets of < <(bench "-Dletters.out=$OUT/ours" 2> "$OUT/err" | grep '^FIGURES' || { cat "$OUT/err" >&2; exit 1; })
  TIMEFORMAT='%U %S'
  # more than about 240 documents in one go make soffice end without a word
  times=$( { time ls "$OUT"/fodt/*.fodt | xargs -n 200 soffice --headless -env:UserInstallation="file://$OUT/profile" \
    --convert-to 'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"},"SelectPdfVersion":{"type":"long","value":"2"}}' \
    --outdir "$OUT/theirs" > "$OUT/soffice.log" 2>&1; } 2>&1 )
  [ "$(ls "$OUT/theirs" | wc -l)" = "$LETTERS" ] || { tail -5 "$OUT/soffice.log" >&2; exit 1; }
  awk -v n="$LETTERS" -v r="$run" -v o="$ours" -v f="$first" -v t="$times" 'BEGIN { split(t, s, " "); l = s[1] + s[2];
    printf "| %d | %.1f | %.1f | %.2f | %.1f | %.1f |\n", r, o, n / o, f, l, n / l }'
done
echo "pages: $sheets in $of letters of ours" >&2
rm -r "$OUT"
