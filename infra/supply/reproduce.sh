#!/usr/bin/env bash
# Builds the jars of one commit (HEAD, or the one named) twice, in two folders that differ in all that must not matter, and compares them byte by byte.
set -euo pipefail
cd "$(dirname "$0")/../.."

commit=$(git rev-parse --verify "${1:-HEAD}^{commit}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

build() {
  git clone -q --no-checkout . "$work/$1"
  git -C "$work/$1" checkout -q --detach "$commit"
  (cd "$work/$1" && ./mvnw -q -B package -DskipTests </dev/null)
}

sums() { (cd "$work/$1" && find . -path '*/target/*.jar' | LC_ALL=C sort | xargs sha256sum); }

# the rights of folders and resources go into the jars as they are on disk, so the umask is part of the recipe
umask 022
TZ=Pacific/Kiritimati LC_ALL=C build one
TZ=America/Los_Angeles LC_ALL=C.UTF-8 build another/and/deeper

sums one >"$work/one.sums"
sums another/and/deeper >"$work/another.sums"
[ -s "$work/one.sums" ] || { echo "no jar was built" >&2; exit 1; }
diff "$work/one.sums" "$work/another.sums" >&2 || { echo "commit $commit gave different jars" >&2; exit 1; }
cat "$work/one.sums"
echo "the same $(wc -l <"$work/one.sums") jars twice from commit $commit"
