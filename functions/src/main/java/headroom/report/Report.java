package headroom.report;

/// @param subject at most 100 characters of ASCII, SNS's own bound for an e-mail's subject
/// @param body plain text
public record Report(String subject, String body) {
    private static final int LONGEST_SUBJECT = 100;

    public Report {
        subject = subject.replaceAll("[^\\x20-\\x7E]+", "?");
        if (subject.length() > LONGEST_SUBJECT) {
            subject = subject.substring(0, LONGEST_SUBJECT - 3) + "...";
        }
    }
}
