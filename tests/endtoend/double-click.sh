#!/bin/bash
# Installs the .deb in /shared, then does what a person does on a desktop: double-clicks the program's icon, then, with
# that window still there, a document; looks at it in Russian, in the dark, at twice the size; and removes it. Run by
# test_double_click.py inside a fresh system. Writes into /shared: report.txt with a line for each fact, and screenshots.
set -u
report() { printf '%s\n' "$*" | tee -a /shared/report.txt; }
if [ -z "${DBUS_SESSION_BUS_ADDRESS-}" ]; then
    apt-get install -y -qq --no-install-recommends /shared/mission-tracker_*.deb >/shared/install.log 2>&1 || exit 1
    exec dbus-run-session -- "$0"
fi

program=/usr/lib/mission-tracker own=$HOME/.local/share/mission-tracker/missions.tracker
export XDG_CONFIG_HOME=$HOME/.config XDG_RUNTIME_DIR=$HOME/run
mkdir -m 700 -p "$XDG_RUNTIME_DIR"

# --- before any window ---------------------------------------------------------

# GTK's own look is for desktops that have GTK. The program itself tells its libraries where it brought others along.
missing=$(LD_LIBRARY_PATH=$program/_internal find $program -name '*.so*' -not -name libqgtk3.so -exec ldd {} + 2>/dev/null | grep 'not found' | sort -u)
[ -z "$missing" ] && report 'libraries: all are there' || report "libraries: $missing"
mission-tracker list crew | grep -q Peresild && report 'command line: answers'
# Typed as by a person, once the prompt is there. bash finds the completion by the command's name.
coproc TERMINAL { TERM=dumb timeout 60 script -qec 'bash --rcfile /usr/share/bash-completion/bash_completion -i' /dev/null; }
read -r -t 30 -d '#' -u "${TERMINAL[0]}"
printf 'mission-tracker exp\t--the\tdar\t\025exit\n' >&"${TERMINAL[1]}"
typed=$(cat <&"${TERMINAL[0]}")
report "bash: $(grep -ao 'mission-tracker export --theme dark' <<<"$typed" | head -n 1)"

# --- screen and desktop ----------------------------------------------------------

desk=$XDG_CONFIG_HOME/pcmanfm/default
mkdir -p "$HOME/Desktop" "$desk" "$XDG_CONFIG_HOME/libfm"
printf '[config]\nsingle_click=0\nquick_exec=1\n' >"$XDG_CONFIG_HOME/libfm/libfm.conf"
install -m 755 /usr/share/applications/mission-tracker.desktop "$HOME/Desktop/"
cp "$own" "$HOME/Desktop/Salyut.tracker"
cp "$own" "$HOME/Desktop/Nameless"
{
    printf '[*]\nwallpaper_mode=color\ndesktop_bg=#305070\ndesktop_fg=#ffffff\nshow_trash=0\nshow_mounts=0\nshow_documents=0\n'
    printf '\n[mission-tracker.desktop]\nx=1400\ny=100\n\n[Salyut.tracker]\nx=1400\ny=300\n\n[Nameless]\nx=1400\ny=500\n'
} | tee "$desk/desktop-items-0.conf" >"$desk/desktop-items.conf"

# A screen of its own from here on; with a window manager that puts windows where they leave the icons free.
screen() {
    local pipe
    pipe=$(mktemp -u) && mkfifo "$pipe"
    Xvfb -displayfd 3 -screen 0 "$1x24" -nolisten tcp 3>"$pipe" 2>/dev/null &
    read -r number <"$pipe"
    export DISPLAY=:$number
    openbox >/dev/null 2>&1 &
}
shot() { import -window root "/shared/$1.png"; }
shown() { xdotool search --onlyvisible --name "$1" 2>/dev/null | head -n 1; }
# Waits for a window whose title fits, ten seconds at most.
await() { for _ in $(seq 100); do [ -n "$(shown "$1")" ] && return 0; sleep 0.1; done; return 1; }
gone() { for _ in $(seq 100); do [ -z "$(shown "$1")" ] && return 0; sleep 0.1; done; return 1; }
# Until a second passes in which no pixel changes, and what is shown is more than one colour.
still() {
    local now before=
    for _ in $(seq 30); do
        now=$(import -window root rgb:- | cksum)
        [ "$now" = "$before" ] && return 0
        before=$now
        sleep 1
    done
}
double_click() { xdotool mousemove "$1" "$2" sleep 0.3 click --repeat 2 --delay 120 1; }
# A file manager that is still reading its folder takes the first double click for two single ones.
opened() { for _ in 1 2 3; do double_click "$1" "$2"; await "$3" && return 0; done; return 1; }

screen 1600x900
pcmanfm --desktop >/shared/pcmanfm.log 2>&1 &
for _ in $(seq 150); do # until the icons are painted: the corner of the first one is no longer the desktop's colour
    [ "$(import -window root -crop 40x40+1430+110 -unique-colors txt:- 2>/dev/null | wc -l)" -gt 8 ] && break
    sleep 0.2
done
shot desktop

# --- the icon, the document --------------------------------------------------------

if opened 1450 130 'missions.tracker'; then
    window=$(shown 'missions.tracker')
    report "icon: opened $(xdotool getwindowname "$window")"
    report "class: $(xprop -id "$window" WM_CLASS | cut -d= -f2)"
    still
fi
shot after-icon
report "type: $(gio info -a standard::content-type "$HOME/Desktop/Salyut.tracker" | sed -n 's/.*content-type: //p')"
report "type without a name: $(gio info -a standard::content-type "$HOME/Desktop/Nameless" | sed -n 's/.*content-type: //p')"
report "its icon: $(gio info -a standard::icon "$HOME/Desktop/Nameless" | grep -o 'application-vnd.mission-tracker' | head -n 1)"
if opened 1450 330 'Salyut.tracker'; then
    window=$(shown 'Salyut.tracker')
    report "document: opened $(xdotool getwindowname "$window")"
    still
    top=$(xprop -root _NET_CLIENT_LIST_STACKING | grep -o '0x[0-9a-f]*$')
    report "document: $( ((top == window && window == $(xdotool getactivewindow))) && echo raised || echo "$window is below $top")"
fi
shot after-document
for title in Salyut.tracker missions.tracker; do
    for window in $(xdotool search --onlyvisible --name "$title"); do xdotool windowclose "$window"; done
    gone "$title" || report "$title: does not close"
done

# --- another language, look and size -----------------------------------------------

localedef -i ru_RU -f UTF-8 ru_RU.UTF-8
printf '[General]\ntheme="\\"dark\\""\n' >"$XDG_CONFIG_HOME/mission-tracker/mission-tracker.conf"
screen 2560x1600
LANG=ru_RU.UTF-8 QT_SCALE_FACTOR=2 mission-tracker 2>/shared/russian.log &
if await 'missions.tracker'; then
    report "in Russian: opened $(xdotool getwindowname "$(shown 'missions.tracker')")"
    still
    shot russian-dark-2x
    xdotool windowclose "$(shown 'missions.tracker')"
    gone 'missions.tracker'
fi
[ -s /shared/russian.log ] && report "in Russian: said $(cat /shared/russian.log)"

# --- away again ----------------------------------------------------------------------

before=$(cksum <"$own")
apt-get remove -y -qq mission-tracker >/dev/null 2>&1
left=$(find / -xdev \( -path /proc -o -path /shared -o -path "$HOME" -o -path /var/log \) -prune -o -name '*mission-tracker*' -print)
left=$left$(dpkg -l mission-tracker 2>/dev/null | grep '^rc')$(gio mime application/vnd.mission-tracker 2>/dev/null | grep desktop)
[ -z "$left" ] && report 'removed: nothing is left' || report "left: $left"
[ "$(cksum <"$own")" = "$before" ] && report 'removed: the store is kept'
exit 0
