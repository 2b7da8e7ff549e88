package vn.soto.query.event;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.soto.contracts.business.BusinessId;
import vn.soto.contracts.catalogue.Service;
import vn.soto.contracts.catalogue.ServiceCode;
import vn.soto.contracts.goal.CampaignId;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.organisation.OrganisationId;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.VietnamTime;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.events.EventCodec;
import vn.soto.events.EventException;
import vn.soto.query.event.EventCodes.IndicatorCode;
import vn.soto.query.event.EventLoader.Body;
import vn.soto.query.reading.Reader;
import vn.soto.query.reading.SeenEvent;
import vn.soto.query.subject.Designated;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.KnownSubjects;
import vn.soto.web.EndpointRight;
import vn.soto.web.Language;
import vn.soto.web.Vocabulary;

/**
 * Says what events say, one sentence each, with names instead of ids where these are known and the reader may see them.
 * Persons have no names here, and of sealed texts nothing is said. The sentence about a household that left has other
 * words for a reader from whom its new place is withheld.
 */
@Component
public final class EventSentences {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final List<String> ROMAN = List.of("I", "II", "III", "IV");
    private static final String WITHHELD = "vn.soto.query.event.withheld";
    private static final int SHORT = 12;
    private static final int END = 6;

    private static final Map<Class<?>, IdKind> NAMED = Map.of(
            TeamId.class, IdKind.TEAM,
            UnitId.class, IdKind.UNIT,
            OrganisationId.class, IdKind.ORGANISATION,
            CampaignId.class, IdKind.CAMPAIGN,
            HouseholdId.class, IdKind.HOUSEHOLD,
            BusinessId.class, IdKind.BUSINESS);

    /** Kinds whose references only those see who reach them. */
    private static final Set<IdKind> OF_RECORDS = Set.of(IdKind.HOUSEHOLD, IdKind.BUSINESS);

    private final EventCodec codec;
    private final KnownSubjects subjects;
    private final ServiceNames services;
    private final IndicatorNames indicators;

    EventSentences(EventCodec codec, KnownSubjects subjects, ServiceNames services, IndicatorNames indicators) {
        this.codec = codec;
        this.services = services;
        this.subjects = subjects;
        this.indicators = indicators;
    }

    /** The names of things. */
    private record Names(
            Map<IdKind, Map<String, Designated>> designated,
            Map<ServiceCode, Service> services,
            IndicatorNames indicators) {

        Optional<String> of(Id id, LocalDate day, Locale language) {
            if (id instanceof ServiceCode code) {
                return Optional.ofNullable(services.get(code))
                        .map(service -> Language.isEnglish(language) ? service.en() : service.vi());
            }
            return Optional.ofNullable(NAMED.get(id.getClass()))
                    .flatMap(kind -> Optional.ofNullable(
                            designated.getOrDefault(kind, Map.of()).get(id.value())))
                    .flatMap(known -> known.name(day));
        }
    }

    /** An event that has a sentence. */
    private record Told(Body body, DomainEvent event, String text, SeenEvent seen) {

        LocalDate day() {
            return VietnamTime.day(body.commit().at());
        }
    }

    /** The sentences of these events by position, for the reader of the answer being made; none of what cannot be decoded. */
    public Map<Long, String> of(Collection<Body> bodies, Locale language, long asOf) {
        SeenEvent.lookAhead(bodies.stream().map(Body::event).toList());
        List<Told> all =
                bodies.stream().flatMap(body -> told(body, language).stream()).toList();
        Names names = new Names(designated(all, asOf), services(all, asOf), indicators);
        Map<Long, String> sentences = new HashMap<>();
        all.forEach(told -> sentences.put(
                told.body.position(), EventTexts.filled(told.text, path -> value(told, path, names, language))));
        return sentences;
    }

    private Optional<Told> told(Body body, Locale language) {
        try {
            DomainEvent event = codec.decode(body.event().type(), body.event().payload());
            return EventTexts.of(codec.typeOf(event.getClass()).name(), language)
                    .map(text -> new Told(body, event, text, SeenEvent.of(body.event())));
        } catch (EventException e) {
            return Optional.empty();
        }
    }

    private Map<ServiceCode, Service> services(List<Told> all, long asOf) {
        boolean named = all.stream()
                .anyMatch(told -> EventTexts.paths(told.text).stream()
                        .flatMap(path -> EventValues.at(told.event, path).stream())
                        .anyMatch(ServiceCode.class::isInstance));
        if (!named) {
            return Map.of();
        }
        LocalDate last =
                all.stream().map(Told::day).max(Comparator.naturalOrder()).orElseThrow();
        return services.namedOn(last, asOf);
    }

    private Map<IdKind, Map<String, Designated>> designated(List<Told> all, long asOf) {
        Map<IdKind, Set<String>> ids = new EnumMap<>(IdKind.class);
        all.forEach(told -> EventTexts.paths(told.text).stream()
                .flatMap(path -> EventValues.at(told.event, path).stream())
                .forEach(value -> Optional.ofNullable(NAMED.get(value.getClass()))
                        .ifPresent(kind ->
                                ids.computeIfAbsent(kind, k -> new HashSet<>()).add(((Id) value).value()))));
        Map<IdKind, Map<String, Designated>> names = new EnumMap<>(IdKind.class);
        ids.forEach((kind, of) -> {
            Set<String> seen =
                    OF_RECORDS.contains(kind) ? Reader.current().reached(EndpointRight.RECORDS, kind, of) : of;
            names.put(kind, subjects.names(kind, seen, all.getLast().day(), asOf));
        });
        return names;
    }

    private static Optional<String> value(Told told, String path, Names names, Locale language) {
        List<Object> values = EventValues.at(told.event, path);
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(values.stream()
                        .map(value -> value instanceof Id id && told.seen.withholds(id.value())
                                ? elsewhere(id, language)
                                : word(value, told.day(), names, language))
                        .collect(Collectors.joining(", ")));
    }

    private static String word(Object value, LocalDate day, Names names, Locale language) {
        boolean english = Language.isEnglish(language);
        return switch (value) {
            // A page puts the name or the pseudonym of the person in its place, as its reader may see it.
            case MemberId id -> id.value();
            case Id id -> names.of(id, day, language).orElseGet(() -> shortened(id.value()));
            case IndicatorCode(String code) ->
                names.indicators.of(code, language).orElse(code);
            case Enum<?> choice ->
                english ? choice.name().toLowerCase(Locale.ROOT).replace('_', ' ') : Vocabulary.value(choice, language);
            case LocalDate date -> DAY.format(date);
            case Instant instant -> word(VietnamTime.day(instant), day, names, language);
            case Quarter quarter -> quarter(quarter, language);
            default -> value.toString();
        };
    }

    private static String elsewhere(Id withheld, Locale language) {
        return Language.texts(WITHHELD, language)
                .getString(
                        NAMED.getOrDefault(withheld.getClass(), IdKind.MEMBER).text());
    }

    /** A quarter as texts write it. */
    public static String quarter(Quarter quarter, Locale language) {
        return Language.isEnglish(language)
                ? quarter.toString()
                : ROMAN.get(quarter.number() - 1) + "/" + quarter.year();
    }

    /** The end of a long id tells one from another. */
    private static String shortened(String id) {
        return id.length() <= SHORT ? id : "…" + id.substring(id.length() - END);
    }
}
