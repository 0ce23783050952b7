# For the commands beside the root pom, which set $home and source this: builds what is missing or
# out of date, and starts a command without Maven, on the JDK that the build selected.

# Which of a command's streams are a terminal, for its JVM, which cannot tell.
terminal=-Dheadroom.terminal=
[ ! -t 1 ] || terminal=${terminal}out,
[ ! -t 2 ] || terminal=${terminal}err

# Whether a file is missing, or older than any of its sources. All are paths below $home.
is_stale() (
    cd "$home"
    product=$1
    shift
    [ ! -f "$product" ] || [ -n "$(find "$@" -newer "$product" -type f -print | head -n 1)" ]
)

# Packages a module and those that it depends on. Options for Maven may follow. Whatever colour Maven is
# told not to use, it resets the terminal as it ends, so that its escape codes are taken out.
package() {
    echo "Building $1 first..." >&2
    escape=$(printf '\033')
    status=$({
        {
            cd "$home" && mvn -B -q -ntp -Dstyle.color=never -am package -Dmaven.test.skip -pl "$@" \
                2>&1 && echo 0 >&3 || echo $? >&3
        } | sed "s/$escape\\[[0-9;]*m//g" >&2
    } 3>&1)
    if [ "$status" != 0 ]; then
        echo "The build failed; Maven says why above. It needs Maven 3.8 and a JDK 25." >&2
        exit 2
    fi
}
