package vn.soto.contracts.person;

import java.util.Locale;

/** What kind of thing personal data is about; the lower-case name is part of the subject's text for ever. */
public enum SubjectKind {
    MEMBER,
    HOUSEHOLD,
    BUSINESS,
    /** Whoever asked for support and belongs to no household we know. */
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
