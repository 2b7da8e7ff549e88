package vn.soto.query.personfile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.soto.contracts.audit.CallBackSampleEvent.CallBackSampleDrawn;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.person.SealedData;
import vn.soto.contracts.person.Subject;
import vn.soto.contracts.plan.PlanPartEvent.PlanPartRecorded;
import vn.soto.contracts.shared.Dated;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.shared.Sealed;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.stipend.StipendStatementEvent.StipendStatementComputed;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.query.event.EventNames;
import vn.soto.query.person.CommitReasons;
import vn.soto.query.person.Person;
import vn.soto.query.person.Persons;
import vn.soto.query.personfile.EventParts.Part;
import vn.soto.query.personfile.FileEvent.Detail;
import vn.soto.query.personfile.NamedEvents.Named;
import vn.soto.query.subject.Designated;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.KnownSubjects;
import vn.soto.web.Language;
import vn.soto.web.Vocabulary;

/**
 * Puts events about one person into words. That person's own texts are opened, teams and units have their names, and
 * other people have pseudonyms.
 */
@Component
final class EventWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

    private final Persons persons;
    private final CommitReasons reasons;
    private final KnownSubjects subjects;

    EventWords(Persons persons, CommitReasons reasons, KnownSubjects subjects) {
        this.persons = persons;
        this.reasons = reasons;
        this.subjects = subjects;
    }

    List<FileEvent> of(Subject about, List<Named> events, Locale language, LocalDate day, long asOf) {
        Map<Id, String> names = names(events, day, asOf);
        Persons.Texts texts = persons.texts(List.of(about));
        return events.stream()
                .map(named -> event(named, new PersonWords(about, texts, names, language)))
                .toList();
    }

    private FileEvent event(Named named, PersonWords words) {
        String name = EventNames.of(named.body().event().type());
        CommitReasons.Shown reason = reasons.of(named.commit(), words.language);
        Optional<DomainEvent> event = named.event();
        return new FileEvent(
                named.position(),
                named.commit().number(),
                name,
                Vocabulary.event(named.body().event().type().name(), words.language),
                event.filter(Dated.class::isInstance)
                        .map(dated -> ((Dated) dated).happenedOn().toString())
                        .orElse(null),
                named.commit().at(),
                named.commit().actor(),
                reason.why(),
                reason.whyText(),
                event.map(words::details).orElse(List.of()));
    }

    /** The names of teams, units and organisations on a day; one query for each kind. */
    private Map<Id, String> names(List<Named> events, LocalDate day, long asOf) {
        Map<IdKind, Set<Id>> ids = new EnumMap<>(IdKind.class);
        events.stream()
                .flatMap(named -> named.event().stream())
                .flatMap(event -> EventParts.of(event).stream())
                .map(Part::value)
                .forEach(value -> kind(value)
                        .ifPresent(kind -> ids.computeIfAbsent(kind, k -> new LinkedHashSet<>())
                                .add((Id) value)));
        Map<Id, String> names = new LinkedHashMap<>();
        ids.forEach((kind, of) -> {
            Map<String, Designated> found =
                    subjects.names(kind, of.stream().map(Id::value).toList(), day, asOf);
            of.forEach(id -> Optional.ofNullable(found.get(id.value()))
                    .flatMap(known -> known.name(day))
                    .ifPresent(name -> names.put(id, name)));
        });
        return names;
    }

    private static Optional<IdKind> kind(Object value) {
        return switch (value) {
            case TeamId _ -> Optional.of(IdKind.TEAM);
            case UnitId _ -> Optional.of(IdKind.UNIT);
            case OrganisationId _ -> Optional.of(IdKind.ORGANISATION);
            default -> Optional.empty();
        };
    }

    /** The words of the events about one person. */
    private final class PersonWords {

        private final Subject about;
        private final Persons.Texts texts;
        private final Map<Id, String> names;
        private final Locale language;

        PersonWords(Subject about, Persons.Texts texts, Map<Id, String> names, Locale language) {
            this.about = about;
            this.texts = texts;
            this.names = names;
            this.language = language;
        }

        List<Detail> details(DomainEvent event) {
            if (event instanceof PlanPartRecorded part) {
                return steps(part);
            }
            boolean own = SealedData.of(event)
                    .filter(data -> data.subject().equals(about))
                    .isPresent();
            SequencedMap<List<String>, List<String>> values = new LinkedHashMap<>();
            for (Part part : EventParts.of(shown(event))) {
                text(part, own)
                        .ifPresent(text -> values.computeIfAbsent(part.path(), p -> new ArrayList<>())
                                .add(text));
            }
            return values.entrySet().stream()
                    .map(value -> detail(value.getKey(), String.join(", ", value.getValue())))
                    .toList();
        }

        /** A statement or a sample names many people, of whom the file shows the one that it is about. */
        private DomainEvent shown(DomainEvent event) {
            return switch (event) {
                case StipendStatementComputed computed -> computed.concerning(this::isAbout);
                case CallBackSampleDrawn drawn -> drawn.concerning(this::isAbout);
                default -> event;
            };
        }

        private boolean isAbout(MemberId member) {
            return Subject.of(member).equals(about);
        }

        private Detail detail(List<String> path, String text) {
            return new Detail(String.join(".", path), label(path), text);
        }

        private String label(List<String> path) {
            return path.stream().map(name -> Vocabulary.field(name, language)).collect(Collectors.joining(" / "));
        }

        /** Of a plan only the steps about this person: others are about others. */
        private List<Detail> steps(PlanPartRecorded part) {
            return Stream.concat(
                            Stream.of(detail(List.of("plan"), part.plan().value())),
                            StepTexts.of(part, about).flatMap(this::step))
                    .toList();
        }

        private Stream<Detail> step(StepTexts.Step step) {
            String command = step.step().command();
            return Stream.concat(
                    command == null
                            ? Stream.empty()
                            : Stream.of(detail(List.of("command"), Vocabulary.command(command, language))),
                    step.sealed().entrySet().stream().flatMap(field -> opened(field.getKey(), field.getValue())));
        }

        /** Sealed under another person's key, it stays unread. */
        private Stream<Detail> opened(String field, Sealed text) {
            String shown = texts.shown(about, field, text.text());
            return shown == null || shown.equals(Person.UNREADABLE)
                    ? Stream.empty()
                    : Stream.of(detail(List.of(field.split("\\.", -1)), shown));
        }

        private Optional<String> text(Part part, boolean own) {
            return Optional.ofNullable(
                    switch (part.value()) {
                        case Sealed text -> own ? texts.shown(about, part.component(), text.text()) : Person.SEALED;
                        case Subject subject -> subject.equals(about) ? null : persons.pseudonym(subject);
                        case Id id -> id(id);
                        case Enum<?> value -> Vocabulary.value(value, language);
                        case LocalDate day -> DAY.format(day);
                        case Instant time -> TIME.format(time.atZone(VietnamTime.ZONE));
                        case Boolean truth -> truth(truth);
                        // It proves something to whoever recomputes it, and says nothing about a person.
                        case String hash when SHA_256.matcher(hash).matches() -> null;
                        case Object other -> other.toString();
                    });
        }

        private @Nullable String id(Id id) {
            Optional<Subject> subject = Subject.find(id);
            if (subject.isPresent()) {
                return subject.get().equals(about) ? null : persons.pseudonym(subject.get());
            }
            return names.getOrDefault(id, id.value());
        }

        private String truth(boolean truth) {
            if (Language.isEnglish(language)) {
                return truth ? "yes" : "no";
            }
            return truth ? "có" : "không";
        }
    }
}
