package vn.soto.query.link;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import vn.soto.contracts.period.DaysOfQuarter;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.StateRefusals;
import vn.soto.query.reading.Reader;
import vn.soto.query.reading.ReadingDecision;
import vn.soto.query.reading.Requirement;
import vn.soto.query.subject.AnswerIds;
import vn.soto.query.subject.IdKind;
import vn.soto.query.subject.KnownSubjects;

/** Makes the links of every answer: of the ids it holds, of its page, and of what can be asked or done next. */
@Component
public final class AnswerLinks {

    private static final String QUARTER = "quarter";

    /** The parameters of the entrance; of a list with several values, the link leads to the first. */
    private static final List<String> ENTRANCE = List.of("team", "unit", "organisation", "member");

    /** Kinds whose names everybody may know; people have pseudonyms, which are added. */
    private static final List<IdKind> CALLED = List.of(IdKind.UNIT, IdKind.TEAM, IdKind.MEMBER, IdKind.ORGANISATION);

    /** Kinds whose place everybody may know. */
    private static final Set<IdKind> PUBLIC = EnumSet.of(IdKind.UNIT, IdKind.TEAM, IdKind.ORGANISATION);

    /** Kinds with quarters, by the calendar of their authority. */
    private static final List<IdKind> PLACED = List.of(IdKind.TEAM, IdKind.UNIT, IdKind.MEMBER, IdKind.HOUSEHOLD);

    private final QueryAddresses queries;
    private final CommandLinks commands;
    private final LinkTexts texts = new LinkTexts();
    private final KnownSubjects known;
    private final List<RefusedQueries> refused;
    private final SubjectQuarters periods;
    private final SingletonSupplier<WaitingChanges> changes;

    AnswerLinks(
            QueryAddresses queries,
            CommandAddresses commands,
            KnownSubjects known,
            List<RefusedQueries> refused,
            SubjectQuarters periods,
            ObjectProvider<WaitingChanges> changes) {
        this.changes = SingletonSupplier.of(changes::getObject);
        this.refused = refused;
        this.queries = queries;
        this.commands = new CommandLinks(queries, commands, texts);
        this.known = known;
        this.periods = periods;
    }

    /**
     * @param today    day of an answer whose query names none
     * @param refusals of the subject's state on that day
     */
    public Links of(QueryRequest asked, Object answer, LocalDate today, long asOf, StateRefusals refusals) {
        LocalDate day = day(asked, today, asOf);
        AnswerIds held = AnswerIds.of(answer);
        Map<IdKind, Set<String>> ids = asked.forPage() ? held.withAbout() : held.byKind();
        Names names = new Names(known, ids, this::shown, day, asOf);
        Map<String, String> bound = new HashMap<>();
        placed(asked)
                .ifPresent(kind -> bound.put(
                        QUARTER, quarter(kind, asked, day, names, asOf).toString()));
        subjects(asked).forEach(subject -> bound.put(subject, asked.value(subject)));
        bound.putAll(asked.variables());
        Travel travel = Travel.of(asked);
        Map<String, Map<String, Hyperlink>> linked = named(ids, names, asked.variables(), travel);
        return new Links(
                Hyperlink.to(asked.href()),
                queries.above(asked.template())
                        .filter(query -> mayAsk(query.requirement(), bound))
                        .map(query -> Hyperlink.to(query.href(bound, travel.to(query)), title(query, asked)))
                        .orElse(null),
                NextPage.of(answer, queries.at(asked.template()))
                        .map(page -> Hyperlink.to(next(asked, page)))
                        .orElse(null),
                questions(asked, bound, travel, day, asOf),
                commands.of(asked, refusals),
                linked,
                asked.forPage() ? unlinked(ids, names, linked) : null,
                asked.forPage()
                        ? new Links.People(
                                ids.getOrDefault(IdKind.MEMBER, Set.of()),
                                linked.getOrDefault(IdKind.HOUSEHOLD.text(), Map.of())
                                        .keySet(),
                                linked.getOrDefault(IdKind.REQUEST.text(), Map.of())
                                        .keySet(),
                                held.doers())
                        : null,
                waiting(linked, asked, asOf));
    }

    /** The plans that wait about what the answer links, of those that the reader may ask about; none of an answer about the past. */
    private @Nullable Map<String, Hyperlink> waiting(
            Map<String, Map<String, Hyperlink>> linked, QueryRequest asked, long asOf) {
        Map<String, Set<String>> known = asked.parameters().containsKey(Travel.AS_OF)
                ? Map.of()
                : changes.obtain().byId(asOf);
        Map<String, Hyperlink> found = new TreeMap<>();
        if (!known.isEmpty()) {
            QueryAddress query = queries.at(IdKind.PLAN.address()).orElseThrow();
            linked.values().stream()
                    .flatMap(ids -> ids.keySet().stream())
                    .filter(known::containsKey)
                    .forEach(id -> seen(query, IdKind.PLAN, known.getOrDefault(id, Set.of())).stream()
                            .findFirst()
                            .ifPresent(plan -> found.put(
                                    id, Hyperlink.to(query.href(Map.of(IdKind.PLAN.variable(), plan), Map.of())))));
        }
        return found.isEmpty() ? null : found;
    }

    /** The names of ids without a link; nothing of households and businesses. */
    private static Map<String, Map<String, String>> unlinked(
            Map<IdKind, Set<String>> ids, Names names, Map<String, Map<String, Hyperlink>> linked) {
        Map<String, Map<String, String>> called = new TreeMap<>();
        for (IdKind kind : CALLED) {
            Map<String, String> texts = new TreeMap<>();
            ids.getOrDefault(kind, Set.of()).stream()
                    .filter(id -> !linked.getOrDefault(kind.text(), Map.of()).containsKey(id))
                    .forEach(id -> names.called(kind, id).ifPresent(name -> texts.put(id, name)));
            if (!texts.isEmpty()) {
                called.put(kind.text(), texts);
            }
        }
        return called;
    }

    /** The day in whose terms the answer speaks: the one asked for, or the last of the quarter asked for. */
    private LocalDate day(QueryRequest asked, LocalDate today, long asOf) {
        String on = asked.parameters().get("on");
        if (on != null) {
            return LocalDate.parse(on);
        }
        boolean asNow = "as-now".equals(asked.parameters().get("boundaries"));
        return quarterAsked(asked)
                .filter(quarter -> !asNow)
                .map(quarter -> placed(asked)
                        .map(kind ->
                                periods.lastDay(kind, asked.value(kind.variable()), quarter, days(asked), today, asOf))
                        .orElse(today))
                .filter(last -> last.isBefore(today))
                .orElse(today);
    }

    private static Optional<Quarter> quarterAsked(QueryRequest asked) {
        return Optional.ofNullable(asked.variables()
                        .getOrDefault(QUARTER, asked.parameters().get(QUARTER)))
                .map(Quarter::parse);
    }

    /** The quarter asked for, or that of the day; of a subject that did not exist then, its nearest one. */
    private Quarter quarter(IdKind kind, QueryRequest asked, LocalDate day, Names names, long asOf) {
        LocalDate near = IdKind.at(asked.template())
                .flatMap(subject -> names.of(subject, asked.variables().getOrDefault(subject.variable(), "")))
                .map(subject -> subject.within(day))
                .orElse(day);
        return quarterAsked(asked)
                .orElseGet(() -> periods.quarterOf(kind, asked.value(kind.variable()), days(asked), near, asOf));
    }

    /** The kind of the question's subject if it has quarters of its own. */
    private static Optional<IdKind> placed(QueryRequest asked) {
        return PLACED.stream()
                .filter(kind -> asked.variables().containsKey(kind.variable())
                        || asked.parameters().containsKey(kind.variable()))
                .findFirst();
    }

    private static DaysOfQuarter days(QueryRequest asked) {
        return DaysOfQuarter.CALENDAR.text().equals(asked.parameters().get("days"))
                ? DaysOfQuarter.CALENDAR
                : DaysOfQuarter.REPORTING;
    }

    private static String next(QueryRequest asked, NextPage page) {
        Map<String, String> parameters = new TreeMap<>(asked.parameters());
        parameters.put(page.parameter(), page.value());
        return QueryAddress.href(asked.template(), asked.variables(), parameters);
    }

    private Map<String, Hyperlink> questions(
            QueryRequest asked, Map<String, String> bound, Travel travel, LocalDate day, long asOf) {
        Map<String, Hyperlink> found = new TreeMap<>();
        QueryAddresses.LinkedQueries questions = queries.about(asked.template(), bound.keySet(), subjects(asked));
        Set<String> refusedHere = questions.all().isEmpty() ? Set.of() : refused(bound, day, asOf);
        boolean[] allowed = new boolean[questions.required().size()];
        for (int right = 0; right < allowed.length; right++) {
            allowed[right] = mayAsk(questions.required().get(right), bound);
        }
        for (QueryAddresses.Question each : questions.all()) {
            if (allowed[each.right()] && !refusedHere.contains(each.query().template())) {
                found.put(each.name(), question(each, bound, travel, asked));
            }
        }
        return found;
    }

    private Hyperlink question(
            QueryAddresses.Question question, Map<String, String> bound, Travel travel, QueryRequest asked) {
        Map<String, String> parameters = travel.to(question.query());
        if (!question.subject().isEmpty()) {
            parameters.put(question.subject(), bound.getOrDefault(question.subject(), ""));
        }
        return Hyperlink.to(question.query().href(bound, parameters), title(question.query(), asked));
    }

    /** The subjects of the question, as variables and parameters name them. */
    private static List<String> subjects(QueryRequest asked) {
        return asked.template().equals(QueryAddresses.ENTRANCE)
                ? ENTRANCE.stream().filter(asked.parameters()::containsKey).toList()
                : IdKind.at(asked.template()).map(IdKind::variable).stream().toList();
    }

    /** @param bound variables of the address and the subjects of the question */
    private Set<String> refused(Map<String, String> bound, LocalDate day, long asOf) {
        Set<String> found = new HashSet<>();
        for (RefusedQueries each : refused) {
            String subject = bound.get(each.kind().variable());
            if (subject != null) {
                found.addAll(each.about(subject, day, asOf));
            }
        }
        return found;
    }

    private @Nullable String title(QueryAddress query, QueryRequest asked) {
        return texts.question(query.template(), asked.language());
    }

    /** @param within variables of the address asked for: a figure whose quarter it leaves open has no link */
    private Map<String, Map<String, Hyperlink>> named(
            Map<IdKind, Set<String>> ids, Names names, Map<String, String> within, Travel travel) {
        Map<String, Map<String, Hyperlink>> named = new LinkedHashMap<>();
        ids.keySet()
                .forEach(kind -> queries.at(kind.address())
                        .filter(query -> othersAreIn(within, query, kind))
                        .ifPresent(query -> {
                            Map<String, Hyperlink> links = new LinkedHashMap<>();
                            linked(query, kind, names.known(kind))
                                    .forEach(id -> links.put(id, link(query, kind, id, names, within, travel)));
                            if (!links.isEmpty()) {
                                named.put(kind.text(), links);
                            }
                        }));
        return named;
    }

    private static boolean mayAsk(Requirement required, Map<String, String> named) {
        return Reader.current().decide(required, named) instanceof ReadingDecision.Allowed;
    }

    /** Of persons and records only those about which the reader may ask: what the others are called, and where they lie, is not told. */
    private Collection<String> shown(IdKind kind, Collection<String> ids) {
        return PUBLIC.contains(kind)
                ? ids
                : queries.at(kind.address())
                        .map(query -> seen(query, kind, ids))
                        .orElse(List.of());
    }

    /** The ids that have a link; of those with names and places they were chosen for these. */
    private Collection<String> linked(QueryAddress query, IdKind kind, Collection<String> found) {
        return known.areNamed(kind) && !PUBLIC.contains(kind) ? found : seen(query, kind, found);
    }

    /** Those ids of a kind about which the reader may ask. */
    static Collection<String> seen(QueryAddress query, IdKind kind, Collection<String> ids) {
        Requirement required = query.requirement();
        if (!required.of().equals(kind.variable())) {
            return mayAsk(required, Map.of()) ? ids : List.of();
        }
        Set<String> seen = Reader.current().reached(required, kind, ids);
        return ids.stream().filter(seen::contains).toList();
    }

    private static boolean othersAreIn(Map<String, String> within, QueryAddress query, IdKind kind) {
        for (String variable : query.variables()) {
            if (!variable.equals(kind.variable()) && !within.containsKey(variable)) {
                return false;
            }
        }
        return true;
    }

    private static Hyperlink link(
            QueryAddress query, IdKind kind, String id, Names names, Map<String, String> within, Travel travel) {
        Map<String, String> values = new HashMap<>(within);
        values.put(kind.variable(), id);
        List<String> places = names.within(kind, id);
        return new Hyperlink(
                query.href(values, travel.to(query)),
                names.called(kind, id).orElse(null),
                places.isEmpty() ? null : places,
                null);
    }
}
