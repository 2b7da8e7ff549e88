package vn.soto.contracts.person;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Kinds of subject; the lower-case name is part of the subject's text and never changes. */
public enum SubjectKind {
    MEMBER,
    HOUSEHOLD,
    BUSINESS,
    /** A requester of support whose household is not known. */
    REQUEST;

    private static final Map<String, SubjectKind> BY_TEXT =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(SubjectKind::text, kind -> kind));

    private final String text = name().toLowerCase(Locale.ROOT);

    String text() {
        return text;
    }

    static Optional<SubjectKind> find(String text) {
        return Optional.ofNullable(BY_TEXT.get(text));
    }
}
