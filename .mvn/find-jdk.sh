# Sourced by mvnw: points JAVA_HOME at a JDK that can build this, when the one at hand is too old.
# Plain POSIX sh; mvnw runs under `set -euf`, so file name patterns are switched on for the search only.
need=25
jdk_major() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || {
    echo 0
    return
  }
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}
if [ "$(jdk_major "${JAVA_HOME-/nonexistent}")" -lt $need ]; then
  set +f
  for d in "${JAVA25_HOME-}" /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* /opt/*jdk* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$d" ] && [ "$(jdk_major "$d")" -ge $need ]; then
      JAVA_HOME="$d"
      export JAVA_HOME
      break
    fi
  done
  set -f
  [ "$(jdk_major "${JAVA_HOME-/nonexistent}")" -ge $need ] || {
    echo "This build needs JDK $need or newer, and none was found. Install one (for example from https://adoptium.net) or set JAVA_HOME to it." >&2
    exit 1
  }
fi
