package headroom.cases;

/// What a decision is given, told in words. A word that is not understood fails, so that no row
/// tests something else than it says.
public interface Case {
    /// @param differences from what it is, as `key value; key value`
    Case but(String differences);

    /// Adds what a column of a table says.
    Case but(String key, String value);

    /// What is decided, in few words.
    String answer();
}
