package vn.soto.contracts.person;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Kinds of subject; the lower-case name is part of the subject's text and never changes. */
public enum SubjectKind {
    MEMBER,
    HOUSEHOLD,
    BUSINESS,
    /** A requester of support whose household is not known. */
    REQUEST;

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<SubjectKind> find(String text) {
        return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }
}
