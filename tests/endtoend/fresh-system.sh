#!/bin/sh
# A Debian system just installed, in which a command is run; thrown away afterwards.
#   fresh-system.sh FOLDER "PACKAGES" COMMAND...      FOLDER is seen inside as /shared
# Needs root and debootstrap. The bare system is kept in $TMPDIR/fresh-systems for the next time.
set -eu
shared=$1 packages=$2
shift 2
kept=${TMPDIR:-/tmp}/fresh-systems
base=$kept/base
if [ ! -e "$base/ready" ]; then
    rm -rf "$base"
    mkdir -p "$kept"
    # From where this system's own packages come.
    mirror=$(sed -n 's/^URIs: *//p; s/^deb \(\[.*\] \)*\(http[^ ]*\).*/\2/p' \
        /etc/apt/sources.list.d/*.sources /etc/apt/sources.list 2>/dev/null | grep -v security | head -n 1)
    debootstrap --variant=minbase bookworm "$base" "$mirror" >"$kept/debootstrap.log" 2>&1
    touch "$base/ready"
fi
here=$(mktemp -d "$kept/system.XXXXXX")
root=$here/root
mkdir "$here/upper" "$here/work" "$root"
leave() {
    for place in shared dev/pts dev proc sys; do umount -l "$root/$place" 2>/dev/null || true; done
    umount -l "$root" 2>/dev/null || true
    rm -rf "$here"
}
trap leave EXIT
trap 'exit 130' INT TERM
mount -t overlay overlay -o "lowerdir=$base,upperdir=$here/upper,workdir=$here/work" "$root"
mount -t proc proc "$root/proc"
mount -t sysfs sys "$root/sys"
mount --rbind /dev "$root/dev"
mount --make-rslave "$root/dev"
mkdir "$root/shared"
mount --bind "$shared" "$root/shared"
cp /etc/resolv.conf /etc/hosts "$root/etc/"
inside() { env -i HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive PATH=/usr/sbin:/usr/bin:/sbin:/bin chroot "$root" "$@"; }
# shellcheck disable=SC2086  # several names in one variable
{ inside apt-get -qq update && inside apt-get -qq install -y --no-install-recommends $packages; } >"$kept/apt.log" 2>&1 ||
    { tail -n 20 "$kept/apt.log"; exit 1; }
# In a tree of processes of its own: nothing that it started is left when it ends.
inside_alone() { env -i HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive PATH=/usr/sbin:/usr/bin:/sbin:/bin \
    unshare --pid --fork --kill-child chroot "$root" "$@"; }
inside_alone "$@"
