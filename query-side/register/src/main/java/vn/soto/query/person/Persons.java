package vn.soto.query.person;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.access.Right;
import vn.soto.contracts.access.Role;
import vn.soto.contracts.person.PersonStage;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.person.SubjectKind;
import vn.soto.contracts.shared.Sealed;
import vn.soto.privacy.Opened;
import vn.soto.privacy.PersonalDataReader;
import vn.soto.privacy.PersonalDataReader.Opening;
import vn.soto.privacy.reads.PersonalDataRead;
import vn.soto.projection.Documents;
import vn.soto.query.http.AccessLog;
import vn.soto.query.reading.Reader;
import vn.soto.web.EndpointRight;

/**
 * Queries about persons as known at a commit; opens each with its key at the time of the query. No other class opens
 * personal data, so every access is in the {@link AccessLog}.
 */
@Component
public record Persons(Documents documents, PersonalDataReader reader, AccessLog log) {

    /** Sealed texts outside profiles, as shown to a reader. */
    @FunctionalInterface
    public interface Texts {

        /** Shown instead of a text. */
        Set<String> REASONS = Set.of(Person.ERASED, Person.RESTRICTED, Person.SEALED, Person.UNREADABLE);

        /** The text in the clear, if the reader may see it. */
        default Optional<String> clear(Subject subject, String field, String sealed) {
            return Optional.ofNullable(shown(subject, field, sealed)).filter(text -> !REASONS.contains(text));
        }

        /**
         * The text in the clear, or the reason why it is not shown; absent if there is none. Never the sealed text.
         *
         * @param subject one of the subjects of the query
         * @param field   name of the command's field under which the text was sealed
         */
        @Nullable
        String shown(Subject subject, String field, @Nullable String sealed);
    }

    public Optional<Person> find(Subject subject, long asOf) {
        return Optional.ofNullable(find(List.of(subject), asOf).get(subject));
    }

    /** The decisions about the data of a person now, whatever time is asked about. */
    public PersonStage stage(Subject subject) {
        return documents
                .find(PersonalRecord.KIND, subject.toString())
                .map(PersonalRecord::stage)
                .orElse(PersonStage.OPEN);
    }

    /** Whether a name was recorded for an id by a commit, also if it is erased. Opens nothing. */
    public boolean isRecorded(SubjectKind kind, String id, long asOf) {
        return documents
                .find(PersonalRecord.KIND, kind.name().toLowerCase(Locale.ROOT) + ":" + id)
                .filter(profile -> profile.asOf(asOf).isPresent())
                .isPresent();
    }

    /** The persons with recorded data; makes two queries to the stores for any number of subjects. */
    public Map<Subject, Person> find(Collection<Subject> subjects, long asOf) {
        Known known = known(subjects);
        Map<Subject, Person> persons = new HashMap<>();
        known.profiles.forEach((subject, profile) ->
                person(subject, profile, known, asOf).ifPresent(person -> persons.put(subject, person)));
        return persons;
    }

    /** The names that the reader may see, and of everybody whose data was erased that it was; opens nothing else of them. */
    public Map<Subject, String> names(Collection<Subject> subjects, long asOf) {
        Known known = known(subjects);
        Map<Subject, String> names = new HashMap<>();
        known.profiles.forEach((subject, profile) -> {
            if (profile.erasure() != null) {
                names.put(subject, Person.ERASED);
            } else {
                known.name(subject, asOf)
                        .ifPresent(name -> names.put(
                                subject, name instanceof Opened.Clear clear ? clear.text() : Person.UNREADABLE));
            }
        });
        return names;
    }

    /**
     * Some persons of whom something was recorded.
     *
     * @param named   whom the reader may see by name, and by which role
     * @param opening opens their texts
     */
    private record Known(Map<Subject, PersonalRecord> profiles, Map<Subject, Role> named, Opening opening) {

        /** Empty of who is not named, was erased, or had none then. */
        Optional<Opened> name(Subject subject, long asOf) {
            return Optional.ofNullable(profiles.get(subject))
                    .filter(profile -> named.containsKey(subject) && profile.erasure() == null)
                    .flatMap(profile -> profile.asOf(asOf))
                    .map(version -> opening.text(subject, nameField(subject), new Sealed(version.name())));
        }
    }

    private Known known(Collection<Subject> subjects) {
        return known(subjects, this::opening);
    }

    private Known known(Collection<Subject> subjects, Function<Map<Subject, Role>, Opening> opening) {
        Map<Subject, PersonalRecord> profiles = profiles(subjects);
        Map<Subject, Role> named = named(profiles.keySet(), profiles);
        return new Known(profiles, named, opening.apply(named));
    }

    /**
     * Those of these persons whose names the reader may see and match, in their order. All names are opened for it, none is kept and none
     * is told: {@link #names} shows some, and enters those in the register of reads.
     *
     * @param wanted which names match
     * @param most   number of matches after which no further one is looked for
     */
    public List<Subject> matching(Collection<Subject> subjects, Predicate<String> wanted, int most, long asOf) {
        Known known = known(subjects, named -> reader.of(named.keySet()));
        return subjects.stream()
                .filter(subject -> known.name(subject, asOf)
                        .filter(opened -> opened instanceof Opened.Clear clear && wanted.test(clear.text()))
                        .isPresent())
                .limit(most)
                .toList();
    }

    /** Field of the command under which a subject's name was sealed. */
    private static String nameField(Subject subject) {
        return subject.kind() == SubjectKind.HOUSEHOLD ? "headName" : "name";
    }

    /**
     * The names of persons who consent to being named to everybody, whatever the reader's rights reach; without erased ones.
     * The caller has found the consents in force.
     */
    public Map<Subject, String> published(Collection<Subject> consenting, long asOf) {
        Optional<Role> by =
                Reader.current().rights().all().stream().map(Right::role).max(Comparator.naturalOrder());
        if (by.isEmpty() || Reader.current().asker().unnamed()) {
            return Map.of();
        }
        Map<Subject, PersonalRecord> profiles = profiles(consenting);
        Map<Subject, Role> named = new HashMap<>();
        profiles.keySet().forEach(subject -> named.put(subject, by.get()));
        Known known = new Known(profiles, named, opening(named));
        Map<Subject, String> names = new HashMap<>();
        profiles.keySet()
                .forEach(subject -> known.name(subject, asOf).ifPresent(opened -> {
                    if (opened instanceof Opened.Clear name) {
                        names.put(subject, name.text());
                    }
                }));
        return names;
    }

    /**
     * The names of persons who agreed that everybody may read them, opened for nobody in particular: no register of reads has
     * them. Without those who were erased or whose data is restricted. The caller has found the consents in force.
     */
    public Map<Subject, String> openToEverybody(Collection<Subject> agreeing, long asOf) {
        Map<Subject, PersonalRecord> profiles = profiles(agreeing);
        profiles.values()
                .removeIf(
                        profile -> profile.erasure() != null || profile.stage().isRestricted());
        Opening opening = reader.of(profiles.keySet());
        Map<Subject, String> names = new HashMap<>();
        profiles.forEach((subject, profile) -> profile.asOf(asOf).ifPresent(version -> {
            if (opening.text(subject, nameField(subject), new Sealed(version.name())) instanceof Opened.Clear name) {
                names.put(subject, name.text());
            }
        }));
        return names;
    }

    /**
     * The texts about these subjects; makes two queries to the stores. An erasure applies to queries about any time.
     */
    public Texts texts(Collection<Subject> subjects) {
        Map<Subject, PersonalRecord> profiles = profiles(subjects);
        Map<Subject, Role> named = named(subjects, profiles);
        Opening opening = opening(named);
        return (subject, field, text) -> {
            if (text == null) {
                return null;
            }
            PersonalRecord profile = profiles.get(subject);
            if (profile != null && profile.erasure() != null) {
                return Person.ERASED;
            }
            if (isHeldBack(subject, profile)) {
                return Person.RESTRICTED;
            }
            return named.containsKey(subject) ? text(subject, field, text, opening) : Person.SEALED;
        };
    }

    /** The text beside the reason of a command's commit about these subjects. */
    String reason(UUID command, Collection<Subject> subjects, Sealed text) {
        Map<Subject, PersonalRecord> profiles = profiles(subjects);
        if (profiles.values().stream().anyMatch(profile -> profile.erasure() != null)) {
            return Person.ERASED;
        }
        if (subjects.stream().anyMatch(subject -> isHeldBack(subject, profiles.get(subject)))) {
            return Person.RESTRICTED;
        }
        Optional<Role> by = permitting(subjects);
        if (by.isEmpty()) {
            return Person.SEALED;
        }
        return switch (reader.reason(command, subjects, text)) {
            case Opened.Unreadable _ -> Person.UNREADABLE;
            case Opened.Clear clear -> {
                log.readReason(command, by.get());
                yield clear.text();
            }
        };
    }

    /**
     * The readers' additions to their reasons for opening names, by entry; of one that something else has changed it may be unreadable. They belong to the register itself, so
     * showing them is no reading that it enters.
     */
    Map<PersonalDataRead, String> words(Collection<PersonalDataRead> reads) {
        Map<PersonalDataRead, Sealed> sealed = new HashMap<>();
        reads.forEach(read -> Optional.ofNullable(read.words()).ifPresent(words -> sealed.put(read, words)));
        List<Subject> subjects = sealed.keySet().stream()
                .flatMap(read -> Subject.find(read.subject()).stream())
                .toList();
        Map<Subject, PersonalRecord> profiles = profiles(subjects);
        Opening opening = reader.of(subjects);
        Map<PersonalDataRead, String> words = new HashMap<>();
        sealed.forEach((read, text) -> words.put(
                read,
                Subject.find(read.subject())
                        .map(subject -> words(subject, text, opening, profiles.get(subject)))
                        .orElse(Person.UNREADABLE)));
        return words;
    }

    /** Of an erased subject nothing is opened: a failure to open counts as a damaged key. */
    private static String words(Subject subject, Sealed text, Opening opening, @Nullable PersonalRecord profile) {
        if (profile != null && profile.erasure() != null) {
            return Person.ERASED;
        }
        return switch (opening.text(subject, PersonalDataRead.WORDS, text)) {
            case Opened.Clear clear -> clear.text();
            case Opened.Unreadable _ -> Person.UNREADABLE;
        };
    }

    /** Words about each of some subjects, sealed under the key of each, as they are entered in the register of reads. */
    Map<Subject, Sealed> sealedWords(Collection<Subject> subjects, String words, long asOf) {
        UUID id = UUID.nameUUIDFromBytes(
                ("names " + Reader.current().asker().account() + " " + asOf).getBytes(StandardCharsets.UTF_8));
        return reader.sealed(subjects, words, id, PersonalDataRead.WORDS);
    }

    /** Of those whose data is restricted, none, unless the reader may see it all the same. */
    private static Map<Subject, Role> named(Collection<Subject> subjects, Map<Subject, PersonalRecord> profiles) {
        Reader reader = Reader.current();
        return reader.asker().unnamed()
                ? Map.of()
                : reader.named(subjects.stream()
                        .filter(subject -> !isHeldBack(subject, profiles.get(subject)))
                        .toList());
    }

    private static boolean isHeldBack(Subject subject, @Nullable PersonalRecord profile) {
        return profile != null
                && profile.stage().isRestricted()
                && !Reader.current().seesRestricted(subject);
    }

    private Map<Subject, PersonalRecord> profiles(Collection<Subject> subjects) {
        Map<Subject, PersonalRecord> profiles = new HashMap<>();
        documents
                .find(
                        PersonalRecord.KIND,
                        subjects.stream().map(Subject::toString).toList())
                .forEach((id, profile) -> profiles.put(Subject.parse(id), profile));
        return profiles;
    }

    /** The role that permits reading a text that may be about all of these subjects. */
    private static Optional<Role> permitting(Collection<Subject> subjects) {
        Reader reader = Reader.current();
        if (reader.asker().unnamed()) {
            return Optional.empty();
        }
        if (subjects.isEmpty()) {
            return reader.giving(EndpointRight.NAMES).stream().map(Right::role).findFirst();
        }
        Map<Subject, Role> named = reader.named(subjects);
        return named.keySet().containsAll(subjects)
                ? named.values().stream().max(Comparator.naturalOrder())
                : Optional.empty();
    }

    /** Fetches the keys of those subjects only whose names the reader may see. */
    private Opening opening(Map<Subject, Role> named) {
        Opening opening = reader.of(named.keySet());
        Set<Subject> read = new HashSet<>();
        return (subject, field, text) -> {
            Opened opened = opening.text(subject, field, text);
            Role by = named.get(subject);
            if (opened instanceof Opened.Clear && by != null && read.add(subject)) {
                log.read(subject, by);
            }
            return opened;
        };
    }

    private Optional<Person> person(Subject subject, PersonalRecord profile, Known known, long asOf) {
        PersonalRecord.Erasure erasure = profile.erasure();
        if (erasure != null) {
            return Optional.of(Person.gone(erasure.basis()));
        }
        return profile.asOf(asOf)
                .map(version -> known.named.containsKey(subject)
                        ? opened(subject, version, known.opening)
                        : Person.named(unnamed(subject, profile)));
    }

    private String unnamed(Subject subject, PersonalRecord profile) {
        return isHeldBack(subject, profile) ? pseudonym(subject) + " " + Person.RESTRICTED : pseudonym(subject);
    }

    private static Person opened(Subject subject, PersonalRecord.Version version, Opening opening) {
        return switch (opening.text(subject, nameField(subject), new Sealed(version.name()))) {
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
                    case Opened.Unreadable _ -> Person.UNREADABLE;
                };
    }

    /** How many subjects had, at a read, no key that opens, and are not erased; see {@link PersonalDataReader#unopened}. */
    public long damagedKeys() {
        Set<Subject> unopened = reader.unopened();
        if (unopened.isEmpty()) {
            return 0;
        }
        return unopened.size()
                - profiles(unopened).values().stream()
                        .filter(profile -> profile.erasure() != null)
                        .count();
    }

    /** Four digits of the pseudonym: enough to tell the people of a page apart. */
    public String shortPseudonym(Subject subject) {
        return reader.pseudonym(subject).substring(0, 4);
    }

    /** A pseudonym: the same for the same subject, and without any of its data. */
    public String pseudonym(Subject subject) {
        String prefix = switch (subject.kind()) {
            case MEMBER -> "TV-";
            case HOUSEHOLD -> "HO-";
            case BUSINESS -> "CS-";
            case REQUEST -> "YC-";
        };
        return prefix + reader.pseudonym(subject).toUpperCase(Locale.ROOT);
    }
}
