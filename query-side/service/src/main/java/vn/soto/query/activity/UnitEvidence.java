package vn.soto.query.activity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.team.MembershipState;
import vn.soto.contracts.team.TeamEvent;
import vn.soto.events.EventCodec;
import vn.soto.query.activity.Dashboards.Sight;
import vn.soto.query.indicator.IndicatorTexts;
import vn.soto.query.team.TeamCard;
import vn.soto.query.team.Teams;
import vn.soto.query.timeline.EventLoader;
import vn.soto.query.timeline.EventLoader.Body;
import vn.soto.query.timeline.EventSentences;
import vn.soto.query.timeline.FigureEvidence;
import vn.soto.query.timeline.Histories;
import vn.soto.query.timeline.Place;

/** Lists what the figures of a dashboard count, with the events of each. */
@Component
final class UnitEvidence {

    private static final Set<String> DISTINCT = Set.of("H04", "H04.businesses");
    private static final Map<String, BiPredicate<MembershipState, LocalDate>> MEMBERS = Map.of(
            "T02",
            MembershipState::isActiveOn,
            "T02.suspended",
            (member, day) -> member.includes(day) && member.isSuspendedOn(day));

    private final Dashboards dashboards;
    private final CountedHelp help;
    private final Teams teams;
    private final Histories histories;
    private final EventLoader events;
    private final EventCodec codec;
    private final EventSentences sentences;

    UnitEvidence(
            Dashboards dashboards,
            CountedHelp help,
            Teams teams,
            Histories histories,
            EventLoader events,
            EventCodec codec,
            EventSentences sentences) {
        this.sentences = sentences;
        this.dashboards = dashboards;
        this.help = help;
        this.teams = teams;
        this.histories = histories;
        this.events = events;
        this.codec = codec;
    }

    /** @param counted number of entries over all pages */
    record Page(long counted, List<List<FigureEvidence>> entries) {}

    /**
     * A question about a figure.
     *
     * @param from number of the first entry wanted
     */
    record Question(Sight sight, Quarter quarter, String code, long asOf, int from, int limit, Locale language) {}

    /** The wanted entries of a figure; H03 has none. */
    Page page(Question asked) {
        if (asked.code.equals(IndicatorTexts.UNASSIGNED)) {
            return new Page(UnitFigures.of(asked.code, asked.sight.dashboard().total()), List.of());
        }
        return FigureConditions.of(asked.code).map(wanted -> ofHelp(asked)).orElseGet(() -> ofTeams(asked));
    }

    /** What is counted, each with the ids of its records. */
    private List<List<String>> records(Question asked) {
        Map<String, ActivityRow> counted = help.of(
                asked.sight.territory(),
                asked.quarter,
                asked.asOf,
                FigureConditions.of(asked.code).orElseThrow());
        return DISTINCT.contains(asked.code)
                ? help.byBeneficiary(counted, asked.asOf)
                : counted.keySet().stream().map(List::of).toList();
    }

    private Page ofHelp(Question asked) {
        List<List<String>> counted = records(asked);
        List<List<String>> page = part(counted, asked);
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
                counted.size(),
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

    /** A team, or one of its memberships. */
    private record Counted(String team, Optional<MembershipState> member) {}

    private Page ofTeams(Question asked) {
        LocalDate day = asked.sight.dashboard().staffOn();
        Map<String, TeamCard> cards = teams.find(dashboards.teams(asked.sight, asked.asOf), asked.asOf);
        List<Counted> counted = cards.entrySet().stream()
                .filter(team -> team.getValue().existedOn(day))
                .sorted(Map.Entry.comparingByKey())
                .flatMap(team -> counted(team.getKey(), team.getValue(), asked.code, day))
                .toList();
        Map<String, List<Body>> streams = new HashMap<>();
        List<List<FigureEvidence>> entries = new ArrayList<>();
        for (Counted each : part(counted, asked)) {
            List<Body> stream = streams.computeIfAbsent(each.team, team -> histories.of(team, asked.asOf));
            entries.add(evidence(
                    each.member
                            .map(member -> stream.stream().filter(body -> changes(body, member)))
                            .orElseGet(() -> stream.stream().limit(1))
                            .toList(),
                    asked));
        }
        return new Page(counted.size(), entries);
    }

    private static Stream<Counted> counted(String team, TeamCard card, String code, LocalDate day) {
        BiPredicate<MembershipState, LocalDate> wanted = MEMBERS.get(code);
        return wanted == null
                ? Stream.of(new Counted(team, Optional.empty()))
                : card.members().stream()
                        .filter(member -> wanted.test(member, day))
                        .map(member -> new Counted(team, Optional.of(member)));
    }

    private boolean changes(Body body, MembershipState member) {
        return codec.decode(body.event().type(), body.event().payload()) instanceof TeamEvent event
                && MembershipState.changedBy(event).contains(member.member());
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
