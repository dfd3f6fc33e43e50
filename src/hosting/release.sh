#!/bin/sh
# Puts a release of the site on a server, whole or not at all, and keeps the ones before.
#
#   release.sh dist /srv/zhangju     a new release: checked, copied, then switched to
#   release.sh --back /srv/zhangju   the release before
#
# /srv/zhangju/current, which the server reads, is a link to releases/<release>; one
# rename puts another link in its place, so every request gets one release or the other.
# KEEP (3) is how many releases stay.
set -eu
umask 022
export LC_ALL=C

fail() { echo "release: $1" >&2; exit 1; }
usage='Usage: release.sh <built site> <folder>, or release.sh --back <folder>'
[ $# -eq 2 ] || fail "$usage"
root=$2
releases=$root/releases

# The releases, the last one first: each has a line in the log when it is switched to.
log=$root/releases.log
current() { readlink "$root/current" 2>/dev/null | sed 's,.*/,,'; }

switch() {
  # The new link is made beside the old one and renamed over it.
  ln -s "releases/$1" "$root/current.$$"
  mv -T "$root/current.$$" "$root/current"
}

if [ "$1" = --back ]; then
  now=$(current)
  before=$(grep -vx -- "$now" "$log" | tail -n 1) || true
  [ -n "$before" ] && [ -d "$releases/$before" ] || fail 'no release is left to go back to'
  switch "$before"
  grep -vx -- "$now" "$log" > "$log.$$"
  mv "$log.$$" "$log"
  echo "$before (was $now)"
  exit 0
fi

site=$1
[ -f "$site/SHA256SUMS" ] || fail "$site has no SHA256SUMS: it is not what npm run build makes"
(cd "$site" && sha256sum --check --quiet SHA256SUMS) || fail "$site is not whole: nothing was changed"
release=$(sha256sum "$site/SHA256SUMS" | cut -c 1-16)
mkdir -p "$releases"
touch "$log"

if [ ! -d "$releases/$release" ]; then
  part=$releases/.part.$$
  trap 'rm -rf "$part"' EXIT
  cp -R "$site" "$part"
  # Who has an old page open still asks for its scripts and its index: their names hold a
  # digest, so those of the release before can stand beside the new ones.
  now=$(current)
  if [ -n "$now" ] && [ -f "$releases/$now/SHA256SUMS" ]; then
    sed -n 's,^[0-9a-f]*  \(\(assets\|pagefind\)/.*\)$,\1,p' "$releases/$now/SHA256SUMS" |
      while IFS= read -r file; do
        [ -e "$part/$file" ] && continue
        mkdir -p "$part/${file%/*}"
        cp -p "$releases/$now/$file" "$part/$file"
      done
  fi
  mv -T "$part" "$releases/$release"
fi

switch "$release"
grep -vx -- "$release" "$log" > "$log.$$" || true
echo "$release" >> "$log.$$"
mv "$log.$$" "$log"

# The oldest go, but never the one that is served.
head -n "-${KEEP:-3}" "$log" | while IFS= read -r old; do rm -rf "${releases:?}/$old"; done
tail -n "${KEEP:-3}" "$log" > "$log.$$"
mv "$log.$$" "$log"
echo "$release"
