# For the commands beside the root pom, which set $home and source this: builds what is missing or
# out of date, and starts a command without Maven, on the JDK that the build selected.

# Whether a file is missing, or older than any of its sources. All are paths below $home.
is_stale() (
    cd "$home"
    product=$1
    shift
    [ ! -f "$product" ] || [ -n "$(find "$@" -newer "$product" -type f -print | head -n 1)" ]
)

# Packages a module and those that it depends on. Options for Maven may follow.
package() {
    echo "Building $1 first..." >&2
    (cd "$home" && mvn -B -q -ntp -Dstyle.color=never -am package -Dmaven.test.skip -pl "$@" >&2) || {
        echo "The build failed; Maven says why above. It needs Maven 3.8 and a JDK 25." >&2
        exit 2
    }
}
