package vn.soto.query.activity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.MembershipState;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.events.EventCodec;
import vn.soto.query.activity.Dashboards.Sight;
import vn.soto.query.event.EventLoader;
import vn.soto.query.event.EventLoader.Body;
import vn.soto.query.event.EventSentences;
import vn.soto.query.event.FigureEvidence;
import vn.soto.query.event.Histories;
import vn.soto.query.event.Place;
import vn.soto.query.household.HouseholdEvidence;
import vn.soto.query.household.Registrations.Registered;
import vn.soto.query.indicator.IndicatorTexts;
import vn.soto.query.team.TeamCard;
import vn.soto.query.team.Teams;

/** Lists what the figures of a dashboard count, with the events of each. */
@Component
record UnitEvidence(
        Dashboards dashboards,
        CountedHelp help,
        HouseholdPlaces places,
        HouseholdEvidence households,
        Teams teams,
        Histories histories,
        EventLoader events,
        EventCodec codec,
        EventSentences sentences) {

    private static final Set<String> DISTINCT = Set.of("H04", "H04.businesses");
    private static final String MEMBERS = "T02";
    private static final Set<String> PERSONS = Set.of(MEMBERS, "T02.suspended");
    private static final Comparator<MemberId> BY_ID = Comparator.comparing(MemberId::value);

    /** @param counted number of entries over all pages */
    record Page(long counted, List<List<FigureEvidence>> entries) {}

    /**
     * A question about a figure.
     *
     * @param from number of the first entry wanted
     */
    record Question(Sight sight, String code, long asOf, int from, int limit, Locale language) {}

    /** The wanted entries of a figure. */
    Page page(Question asked) {
        if (asked.code.equals(IndicatorTexts.ASSIGNED) || asked.code.equals(IndicatorTexts.UNASSIGNED)) {
            return ofHouseholds(asked);
        }
        return FigureConditions.of(asked.code).map(wanted -> ofHelp(asked)).orElseGet(() -> ofTeams(asked));
    }

    private Page ofHouseholds(Question asked) {
        Dashboard dashboard = asked.sight.dashboard();
        Iterator<Registered> counted = places.inOrder(
                asked.sight.territory(), dashboard.staffOn(), asked.asOf, asked.code.equals(IndicatorTexts.ASSIGNED));
        List<Registered> page = new ArrayList<>();
        for (int number = 0; page.size() < asked.limit && counted.hasNext(); number++) {
            Registered each = counted.next();
            if (number >= asked.from) {
                page.add(each);
            }
        }
        return new Page(
                UnitFigures.of(asked.code, dashboard.total()),
                households.of(page, dashboard.lastDay(), asked.language, asked.asOf));
    }

    private Page ofHelp(Question asked) {
        Predicate<ActivityRow> wanted = FigureConditions.of(asked.code).orElseThrow();
        Sight sight = asked.sight;
        if (DISTINCT.contains(asked.code)) {
            List<List<String>> page =
                    help.together(sight.territory(), sight.days(), asked.asOf, wanted, asked.from, asked.limit);
            return ofHelp(UnitFigures.of(asked.code, sight.dashboard().total()), page, asked);
        }
        List<List<String>> page =
                help.page(sight.territory(), sight.days(), asked.asOf, wanted, asked.from, asked.limit).stream()
                        .map(List::of)
                        .toList();
        return ofHelp(UnitFigures.of(asked.code, sight.dashboard().total()), page, asked);
    }

    /** @param page each entry with the ids of its records */
    private Page ofHelp(long counted, List<List<String>> page, Question asked) {
        Map<String, List<Place>> places =
                help.events(page.stream().flatMap(List::stream).toList(), asked.asOf);
        Map<Long, Body> bodies = new HashMap<>();
        events.of(places.values().stream()
                        .flatMap(List::stream)
                        .sorted(Comparator.comparingLong(Place::position))
                        .toList())
                .forEach(body -> bodies.put(body.position(), body));
        Map<Long, String> said = sentences.of(bodies.values(), asked.language, asked.asOf);
        return new Page(
                counted,
                page.stream()
                        .map(records -> FigureEvidence.at(positions(records, places), bodies, said))
                        .toList());
    }

    private static List<Long> positions(List<String> records, Map<String, List<Place>> places) {
        return records.stream()
                .flatMap(record -> places.getOrDefault(record, List.of()).stream())
                .map(Place::position)
                .sorted()
                .toList();
    }

    /** A team, or a person with the memberships that count. */
    private record Counted(Set<String> teams, Optional<MemberId> member) {}

    private Page ofTeams(Question asked) {
        LocalDate day = asked.sight.dashboard().staffOn();
        SortedMap<String, TeamCard> cards = new TreeMap<>();
        teams.find(dashboards.teams(asked.sight, asked.asOf), asked.asOf).forEach((team, card) -> {
            if (card.existedOn(day)) {
                cards.put(team, card);
            }
        });
        List<Counted> counted = PERSONS.contains(asked.code)
                ? persons(cards, asked.code, day)
                : cards.keySet().stream()
                        .map(team -> new Counted(Set.of(team), Optional.empty()))
                        .toList();
        Map<String, List<Body>> streams = new HashMap<>();
        List<List<FigureEvidence>> entries = new ArrayList<>();
        for (Counted each : part(counted, asked)) {
            Stream<Body> events = each.teams.stream().flatMap(team -> {
                List<Body> stream = streams.computeIfAbsent(team, id -> histories.of(id, asked.asOf));
                return each.member
                        .map(member -> stream.stream().filter(body -> changes(body, member)))
                        .orElseGet(() -> stream.stream().limit(1));
            });
            entries.add(evidence(events.toList(), asked));
        }
        return new Page(counted.size(), entries);
    }

    /**
     * The persons who act for one of the teams, or are suspended in all of theirs, in the order of the first team of
     * each.
     */
    private static List<Counted> persons(SortedMap<String, TeamCard> cards, String code, LocalDate day) {
        SequencedMap<MemberId, Set<String>> acting = new LinkedHashMap<>();
        SequencedMap<MemberId, Set<String>> suspended = new LinkedHashMap<>();
        cards.forEach((team, card) -> {
            card.membersOn(day).stream().sorted(BY_ID).forEach(member -> add(acting, member, team));
            card.suspendedOn(day).stream().sorted(BY_ID).forEach(member -> add(suspended, member, team));
        });
        suspended.keySet().removeAll(acting.keySet());
        return (code.equals(MEMBERS) ? acting : suspended)
                .entrySet().stream()
                        .map(person -> new Counted(person.getValue(), Optional.of(person.getKey())))
                        .toList();
    }

    private static void add(Map<MemberId, Set<String>> teams, MemberId member, String team) {
        teams.computeIfAbsent(member, id -> new LinkedHashSet<>()).add(team);
    }

    private boolean changes(Body body, MemberId member) {
        return codec.decode(body.event().type(), body.event().payload()) instanceof TeamEvent event
                && MembershipState.changedBy(event).contains(member);
    }

    private List<FigureEvidence> evidence(Collection<Body> bodies, Question asked) {
        Map<Long, Body> byPosition = new HashMap<>();
        bodies.forEach(body -> byPosition.put(body.position(), body));
        return FigureEvidence.at(
                byPosition.keySet().stream().sorted().toList(),
                byPosition,
                sentences.of(bodies, asked.language, asked.asOf));
    }

    private static <T> List<T> part(List<T> all, Question asked) {
        int end = (int) Math.min(all.size(), (long) asked.from + asked.limit);
        return all.subList(Math.min(asked.from, end), end);
    }
}
