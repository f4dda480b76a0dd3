#!/bin/bash
# Installs the .deb in /shared, then does what a person does on a desktop: double-clicks the program's icon, closes the
# window, double-clicks a document. Run by test_double_click.py inside a fresh system. Writes into /shared: report.txt
# with a line for each fact, and screenshots.
set -u
report() { printf '%s\n' "$*" | tee -a /shared/report.txt; }
if [ -z "${DBUS_SESSION_BUS_ADDRESS-}" ]; then
    apt-get install -y -qq --no-install-recommends /shared/mission-tracker_*.deb >/shared/install.log 2>&1 || exit 1
    exec dbus-run-session -- "$0"
fi

export XDG_CONFIG_HOME=$HOME/.config XDG_RUNTIME_DIR=$HOME/run
desk=$XDG_CONFIG_HOME/pcmanfm/default
mkdir -p "$HOME/Desktop" "$desk" "$XDG_CONFIG_HOME/libfm"
mkdir -m 700 -p "$XDG_RUNTIME_DIR"
printf '[config]\nsingle_click=0\nquick_exec=1\n' >"$XDG_CONFIG_HOME/libfm/libfm.conf"
install -m 755 /usr/share/applications/mission-tracker.desktop "$HOME/Desktop/"
mission-tracker list crew >/dev/null && cp "$HOME/.local/share/mission-tracker/missions.tracker" "$HOME/Desktop/Salyut.tracker"
{
    printf '[*]\nwallpaper_mode=color\ndesktop_bg=#305070\ndesktop_fg=#ffffff\nshow_trash=0\nshow_mounts=0\nshow_documents=0\n'
    printf '\n[mission-tracker.desktop]\nx=100\ny=100\n\n[Salyut.tracker]\nx=100\ny=300\n'
} | tee "$desk/desktop-items-0.conf" >"$desk/desktop-items.conf"

mkfifo "$HOME/display"
Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>"$HOME/display" 2>/dev/null &
read -r number <"$HOME/display"
export DISPLAY=:$number
openbox >/dev/null 2>&1 &
pcmanfm --desktop >/shared/pcmanfm.log 2>&1 &

shot() { import -window root "/shared/$1.png"; }
shown() { xdotool search --onlyvisible --name "$1" 2>/dev/null | head -n 1; }
# Waits for a window whose title fits, ten seconds at most.
await() { for _ in $(seq 100); do [ -n "$(shown "$1")" ] && return 0; sleep 0.1; done; return 1; }
gone() { for _ in $(seq 100); do [ -z "$(shown "$1")" ] && return 0; sleep 0.1; done; return 1; }
double_click() { xdotool mousemove "$1" "$2" sleep 0.3 click --repeat 2 --delay 120 1; }

for _ in $(seq 50); do # until the icons are painted: the corner of the first one is no longer the desktop's colour
    [ "$(import -window root -crop 40x40+130+110 -unique-colors txt:- 2>/dev/null | wc -l)" -gt 8 ] && break
    sleep 0.2
done
shot desktop
# A file manager that is still reading its folder takes the first double click for two single ones.
opened() { for _ in 1 2 3; do double_click "$1" "$2"; await "$3" && return 0; done; return 1; }
if opened 150 130 'missions.tracker'; then
    window=$(shown 'missions.tracker')
    report "icon: opened $(xdotool getwindowname "$window")"
    report "class: $(xprop -id "$window" WM_CLASS | cut -d= -f2)"
    xdotool windowfocus --sync "$window" sleep 2 && shot after-icon
    xdotool windowclose "$window"
    gone 'missions.tracker' || report 'icon: does not close'
else
    shot after-icon
fi
report "type: $(gio info -a standard::content-type "$HOME/Desktop/Salyut.tracker" | sed -n 's/.*content-type: //p')"
if opened 150 330 'Salyut.tracker'; then
    window=$(shown 'Salyut.tracker')
    report "document: opened $(xdotool getwindowname "$window")"
    [ "$(xdotool getactivewindow)" = "$window" ] && report 'document: raised'
    sleep 2
    xdotool windowclose "$window"
    gone 'Salyut.tracker'
fi
shot after-document
before=$(cksum <"$HOME/.local/share/mission-tracker/missions.tracker")
apt-get remove -y -qq mission-tracker >/dev/null 2>&1
left=$(find / -xdev -path /proc -prune -o -path /shared -prune -o -path "$HOME" -prune -o -path /var -prune -o -name '*mission-tracker*' -print)
[ -z "$left" ] && report 'removed: nothing is left' || report "left: $left"
[ "$(cksum <"$HOME/.local/share/mission-tracker/missions.tracker")" = "$before" ] && report 'removed: the store is kept'
exit 0
