package vn.soto.contracts.person;

import java.util.Optional;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.support.SupportRequestId;
import vn.soto.contracts.team.MemberId;

/** The subject of personal data; each subject has one key. Written {@code member:<id>}, like the tags of events. */
public record Subject(SubjectKind kind, String id) implements Comparable<Subject> {

    public Subject {
        Id.checked(id);
    }

    /** @throws IllegalArgumentException if ids of this type do not identify a subject */
    public static Subject of(Id id) {
        return find(id).orElseThrow(
                        () -> new IllegalArgumentException("personal data is not about a " + id.getClass()));
    }

    /** The subject that an id names; empty for an id of something else, such as a team. */
    public static Optional<Subject> find(Id id) {
        return switch (id) {
            case MemberId member -> Optional.of(new Subject(SubjectKind.MEMBER, member.value()));
            case HouseholdId household -> Optional.of(new Subject(SubjectKind.HOUSEHOLD, household.value()));
            case BusinessId business -> Optional.of(new Subject(SubjectKind.BUSINESS, business.value()));
            case SupportRequestId request -> Optional.of(new Subject(SubjectKind.REQUEST, request.value()));
            default -> Optional.empty();
        };
    }

    public static Subject parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("a subject is written like member:<id>");
        }
        SubjectKind kind = SubjectKind.find(text.substring(0, colon))
                .orElseThrow(() -> new IllegalArgumentException(
                        "personal data is about a member, a household, a business or a request"));
        return new Subject(kind, text.substring(colon + 1));
    }

    /** The subject that a text names; empty for a text of another form. */
    public static Optional<Subject> find(String text) {
        try {
            return Optional.of(parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The subject that the tag of an event names; empty for a tag of something else, such as a team. */
    public static Optional<Subject> ofTag(String tag) {
        int colon = tag.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : SubjectKind.find(tag.substring(0, colon)).map(kind -> new Subject(kind, tag.substring(colon + 1)));
    }

    @Override
    public int compareTo(Subject other) {
        int byKind = kind.text().compareTo(other.kind.text());
        return byKind == 0 ? id.compareTo(other.id) : byKind;
    }

    @Override
    public String toString() {
        return kind.text() + ":" + id;
    }
}
