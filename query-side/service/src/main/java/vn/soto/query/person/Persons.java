package vn.soto.query.person;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.person.SubjectKind;
import vn.soto.contracts.shared.Sealed;
import vn.soto.ledger.Hash;
import vn.soto.privacy.Opened;
import vn.soto.privacy.PersonalDataReader;
import vn.soto.privacy.PersonalDataReader.Opening;
import vn.soto.query.http.Viewer;
import vn.soto.query.projection.Documents;

/** Persons as they were known at a commit, each opened with its key at the moment it is asked for. */
@Component
public final class Persons {

    private final Documents documents;
    private final PersonalDataReader reader;

    Persons(Documents documents, PersonalDataReader reader) {
        this.documents = documents;
        this.reader = reader;
    }

    public Optional<Person> find(Subject subject, Viewer viewer, long asOf) {
        return Optional.ofNullable(find(List.of(subject), viewer, asOf).get(subject));
    }

    /** Of those something was recorded about: two questions to the stores, however many they are. */
    public Map<Subject, Person> find(Collection<Subject> subjects, Viewer viewer, long asOf) {
        Map<String, Profile> profiles = documents.find(
                Profile.KIND, subjects.stream().map(Subject::toString).toList());
        Set<Subject> readable = viewer.mayRead()
                ? profiles.keySet().stream().map(Subject::parse).collect(Collectors.toSet())
                : Set.of();
        Opening opening = reader.of(readable);
        Map<Subject, Person> persons = new HashMap<>();
        profiles.forEach((id, profile) -> {
            Subject subject = Subject.parse(id);
            person(subject, profile, viewer, asOf, opening).ifPresent(person -> persons.put(subject, person));
        });
        return persons;
    }

    private static Optional<Person> person(
            Subject subject, Profile profile, Viewer viewer, long asOf, Opening opening) {
        Profile.Erasure erasure = profile.erasure();
        if (erasure != null) {
            return Optional.of(Person.gone(erasure.basis()));
        }
        return profile.asOf(asOf)
                .map(version ->
                        viewer.mayRead() ? opened(subject, version, opening) : Person.named(pseudonym(subject)));
    }

    private static Person opened(Subject subject, Profile.Version version, Opening opening) {
        String field = subject.kind() == SubjectKind.HOUSEHOLD ? "headName" : "name";
        return switch (opening.text(subject, field, new Sealed(version.name()))) {
            case Opened.Erased _ -> Person.gone(null);
            case Opened.Unreadable _ -> Person.named(Person.UNREADABLE);
            case Opened.Clear name ->
                new Person(
                        name.text(),
                        text(subject, "phone", version.phone(), opening),
                        text(subject, "address", version.address(), opening),
                        null);
        };
    }

    private static @Nullable String text(Subject subject, String field, @Nullable String sealed, Opening opening) {
        return sealed == null
                ? null
                : switch (opening.text(subject, field, new Sealed(sealed))) {
                    case Opened.Clear clear -> clear.text();
                    case Opened.Erased _ -> Person.ERASED;
                    case Opened.Unreadable _ -> Person.UNREADABLE;
                };
    }

    /** The same for the same subject, and nothing to recognise anybody by. */
    private static String pseudonym(Subject subject) {
        String prefix = switch (subject.kind()) {
            case MEMBER -> "TV-";
            case HOUSEHOLD -> "HO-";
            case BUSINESS -> "CS-";
            case REQUEST -> "YC-";
        };
        return prefix
                + Hash.sha256(subject.toString().getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .substring(0, 8)
                        .toUpperCase(Locale.ROOT);
    }
}
