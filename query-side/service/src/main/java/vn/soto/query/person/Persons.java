package vn.soto.query.person;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
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
import vn.soto.projection.Documents;
import vn.soto.query.http.Viewer;

/**
 * Persons as they were known at a commit, each opened with its key at the moment it is asked for. Nothing else opens anything,
 * so whatever somebody gets to read stands in the {@link AccessLog}.
 */
@Component
public final class Persons {

    private final Documents documents;
    private final PersonalDataReader reader;
    private final AccessLog log;

    Persons(Documents documents, PersonalDataReader reader, AccessLog log) {
        this.documents = documents;
        this.reader = reader;
        this.log = log;
    }

    /** What somebody gets to see of texts that were sealed elsewhere than in a profile. */
    @FunctionalInterface
    public interface Texts {

        /**
         * In the clear, or why not; absent if there is none. Never the sealed text, which is of no use to anybody.
         *
         * @param subject one of those asked about
         * @param field   of the command that brought the text, as it was sealed
         */
        @Nullable
        String shown(Subject subject, String field, @Nullable String sealed);
    }

    public Optional<Person> find(Subject subject, Viewer viewer, long asOf) {
        return Optional.ofNullable(find(List.of(subject), viewer, asOf).get(subject));
    }

    /** Of those something was recorded about: two questions to the stores, however many they are. */
    public Map<Subject, Person> find(Collection<Subject> subjects, Viewer viewer, long asOf) {
        Map<String, PersonalRecord> profiles = profiles(subjects);
        Opening opening = opening(profiles.keySet().stream().map(Subject::parse).collect(Collectors.toSet()), viewer);
        Map<Subject, Person> persons = new HashMap<>();
        profiles.forEach((id, profile) -> {
            Subject subject = Subject.parse(id);
            person(subject, profile, viewer, asOf, opening).ifPresent(person -> persons.put(subject, person));
        });
        return persons;
    }

    /** Of texts about these subjects: two questions to the stores as well. The erased are erased at every moment. */
    public Texts texts(Collection<Subject> subjects, Viewer viewer) {
        Map<String, PersonalRecord> profiles = profiles(subjects);
        Opening opening = opening(subjects, viewer);
        return (subject, field, text) -> {
            if (text == null) {
                return null;
            }
            PersonalRecord profile = profiles.get(subject.toString());
            if (profile != null && profile.erasure() != null) {
                return Person.ERASED;
            }
            return viewer.mayRead() ? text(subject, field, text, opening) : Person.SEALED;
        };
    }

    private Map<String, PersonalRecord> profiles(Collection<Subject> subjects) {
        return documents.find(
                PersonalRecord.KIND, subjects.stream().map(Subject::toString).toList());
    }

    /** No key is fetched for who may not read. */
    private Opening opening(Collection<Subject> subjects, Viewer viewer) {
        Opening opening = reader.of(viewer.mayRead() ? subjects : Set.of());
        Set<Subject> read = new HashSet<>();
        return (subject, field, text) -> {
            Opened opened = opening.text(subject, field, text);
            if (opened instanceof Opened.Clear && read.add(subject)) {
                log.read(subject, viewer);
            }
            return opened;
        };
    }

    private static Optional<Person> person(
            Subject subject, PersonalRecord profile, Viewer viewer, long asOf, Opening opening) {
        PersonalRecord.Erasure erasure = profile.erasure();
        if (erasure != null) {
            return Optional.of(Person.gone(erasure.basis()));
        }
        return profile.asOf(asOf)
                .map(version ->
                        viewer.mayRead() ? opened(subject, version, opening) : Person.named(pseudonym(subject)));
    }

    private static Person opened(Subject subject, PersonalRecord.Version version, Opening opening) {
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
