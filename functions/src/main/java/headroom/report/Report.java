package headroom.report;

/// @param subject at most 99 characters of ASCII: SNS takes less than a hundred. What matters
///   stands first, as a long name of a cluster leaves no room for the rest
/// @param body plain text
public record Report(String subject, String body) {
    private static final int LONGEST_SUBJECT = 99;

    public Report {
        subject = subject.replaceAll("[^\\x20-\\x7E]+", "?");
        if (subject.length() > LONGEST_SUBJECT) {
            subject = subject.substring(0, LONGEST_SUBJECT - 3) + "...";
        }
    }
}
