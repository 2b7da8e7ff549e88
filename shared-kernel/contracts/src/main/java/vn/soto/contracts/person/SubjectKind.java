package vn.soto.contracts.person;

import java.util.Locale;

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

    static SubjectKind parse(String text) {
        for (SubjectKind kind : values()) {
            if (kind.text().equals(text)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("personal data is about a member, a household, a business or a request");
    }
}
