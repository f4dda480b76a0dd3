#!/bin/sh
# Tells this person's desktop where the program lies: menu entry, icons, document type, manual page, completion, and the
# command itself. With --remove it takes all of them away.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
data=${XDG_DATA_HOME:-$HOME/.local/share}
command=$HOME/.local/bin/mission-tracker
each() { (cd "$here/share" && find . -type f) | while read -r file; do "$@"; done; }
add() { install -D -m 644 "$here/share/$file" "$data/$file"; }
remove() { rm -f "$data/$file"; }
have() { command -v "$1" >/dev/null 2>&1; }

if [ "${1-}" = --remove ]; then
    each remove
    rm -f "$command"
else
    each add
    sed -i "s|^Exec=mission-tracker|Exec=\"$here/mission-tracker\"|" "$data/applications/mission-tracker.desktop"
    mkdir -p "$(dirname "$command")"
    ln -sf "$here/mission-tracker" "$command"
fi
# What desktops have read once they read again only when told.
tell() { if have "$1" && [ -d "$2" ]; then "$@"; fi; }
tell update-mime-database "$data/mime"
tell update-desktop-database "$data/applications"
tell gtk-update-icon-cache "$data/icons/hicolor" -qt
