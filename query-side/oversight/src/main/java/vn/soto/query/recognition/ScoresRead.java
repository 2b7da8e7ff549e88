package vn.soto.query.recognition;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import vn.soto.contracts.recognition.RoundFacts;
import vn.soto.contracts.recognition.RoundScope;
import vn.soto.contracts.recognition.RoundScoring;
import vn.soto.contracts.recognition.ScorePin;
import vn.soto.contracts.recognition.ScoringRule;
import vn.soto.contracts.recognition.ScoringRules;
import vn.soto.contracts.team.TeamId;
import vn.soto.events.EventCodec;
import vn.soto.ledger.EventType;
import vn.soto.projection.supposed.Supposition;
import vn.soto.query.event.EventLoader;
import vn.soto.query.event.EventLoader.Body;
import vn.soto.query.event.Place;
import vn.soto.query.reading.Reader;
import vn.soto.query.timeline.Timelines;
import vn.soto.web.HeavyWork;

/**
 * Makes scores again from the ledger, up to the commit that a round pins, by any version of the rule. Asking stores
 * nothing. Pinned scores are kept in memory, and the last facts read, for the next page of the same scores. Under
 * supposed events nothing is kept, because the same commit number then stands for other events. Whoever asks for what
 * has to be read from many events waits for a place. Thread-safe.
 */
@Component
final class ScoresRead {

    private static final int KEPT = 8;
    private static final int AT_ONCE = 2_000;

    /** Some 100 kB each. */
    private static final int FROZEN = 100;

    /** Events that are read without a place: some 0.2 s of a core. */
    private static final int FEW = 4_000;

    private final Timelines timelines;
    private final EventLoader bodies;
    private final EventCodec codec;
    private final HeavyWork heavy;
    private final int few;
    private final Map<Key, Read> kept = latest(KEPT);
    private final Map<Pinned, RoundScoring> frozen = latest(FROZEN);
    private final Map<Later, List<ScoreMove>> moves = latest(FROZEN);

    @Autowired
    ScoresRead(Timelines timelines, EventLoader bodies, EventCodec codec, HeavyWork heavy) {
        this(timelines, bodies, codec, heavy, FEW);
    }

    /** @param few events that are read without a place */
    ScoresRead(Timelines timelines, EventLoader bodies, EventCodec codec, HeavyWork heavy, int few) {
        this.few = few;
        this.heavy = heavy;
        this.timelines = timelines;
        this.bodies = bodies;
        this.codec = codec;
    }

    /** @param last commit that concerns the teams: what others recorded later changes no score */
    private record Key(List<TeamId> teams, long last) {}

    private record Pinned(RoundScope scope, ScorePin pin) {}

    private record Later(Pinned pinned, RoundScope scope, long commit) {}

    private static <K, V> Map<K, V> latest(int most) {
        return Collections.synchronizedMap(new LinkedHashMap<>(most, 0.75f, true) {

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        });
    }

    /** Two threads may make the same. */
    private static <K, V> V once(Map<K, V> known, K key, Supplier<V> make) {
        if (Supposition.isSupposing()) {
            return make.get();
        }
        return Optional.ofNullable(known.get(key)).orElseGet(() -> {
            V made = make.get();
            known.put(key, made);
            return made;
        });
    }

    /** The scores, without items, that a round pins without their figures. */
    RoundScoring frozen(RoundScope scope, ScorePin pin) {
        return once(
                frozen,
                new Pinned(scope, pin),
                () -> of(ScoringRules.get(pin.rule()), scope, pin.commit()).withoutItems());
    }

    /**
     * The candidates whose scores of a commit differ from those that a round pins; {@code then} has the teams of that
     * commit.
     */
    List<ScoreMove> moves(RoundScope scope, ScorePin pin, RoundScope then, long commit) {
        return once(moves, new Later(new Pinned(scope, pin), then, commit), () -> {
            ScoringRule rule = ScoringRules.get(pin.rule());
            return new ScoreMoves(of(rule, scope, pin.commit()), of(rule, then, commit))
                    .all().stream().filter(ScoreMove::differs).toList();
        });
    }

    /** Facts up to a commit, with the commit of each event. The facts are not changed any more. */
    private record Read(RoundFacts facts, NavigableMap<Long, Long> commits) {}

    /** The scores of a round at the commit. */
    RoundScoring of(ScoringRule rule, RoundScope scope, long commit) {
        return RoundScoring.of(rule, scope, read(scope.teams(), commit).facts);
    }

    /** The events at these positions, all of which the scores at the commit are made of. */
    Map<Long, Body> events(RoundScope scope, long commit, Collection<Long> positions) {
        NavigableMap<Long, Long> commits = read(scope.teams(), commit).commits;
        Map<Long, Body> found = new HashMap<>();
        bodies.of(positions.stream()
                        .distinct()
                        .sorted()
                        .map(position -> new Place(position, commits.getOrDefault(position, 0L)))
                        .toList())
                .forEach(body -> found.put(body.position(), body));
        return found;
    }

    /** The facts behind the scores of teams at a commit, read anew; empty if they need more than so many events. */
    Optional<RoundFacts> facts(List<TeamId> teams, long commit, int most) {
        NavigableMap<Long, Long> commits = commits(teams, commit);
        return commits.size() > most ? Optional.empty() : Optional.of(facts(teams, commits));
    }

    private Read read(List<TeamId> teams, long commit) {
        NavigableMap<Long, Long> commits = commits(teams, commit);
        Key key = new Key(teams, commits.isEmpty() ? 0 : commits.lastEntry().getValue());
        return once(kept, key, () -> new Read(facts(teams, commits), commits));
    }

    private NavigableMap<Long, Long> commits(List<TeamId> teams, long commit) {
        NavigableMap<Long, Long> commits = new TreeMap<>();
        teams.forEach(
                team -> timelines.all(team, commit).forEach(place -> commits.put(place.position(), place.commit())));
        return commits;
    }

    private RoundFacts facts(List<TeamId> teams, NavigableMap<Long, Long> commits) {
        List<Place> places = commits.entrySet().stream()
                .map(place -> new Place(place.getKey(), place.getValue()))
                .toList();
        return places.size() <= few
                ? facts(teams, places)
                : heavy.run(Reader.current().asker().account(), () -> facts(teams, places));
    }

    private RoundFacts facts(List<TeamId> teams, List<Place> places) {
        RoundFacts facts = new RoundFacts(teams);
        for (int from = 0; from < places.size(); from += AT_ONCE) {
            bodies.of(places.subList(from, Math.min(from + AT_ONCE, places.size())))
                    .forEach(body -> add(body, facts));
        }
        return facts;
    }

    private void add(Body body, RoundFacts facts) {
        EventType type = body.event().type();
        if (RoundFacts.reads(codec.classOf(type))) {
            facts.on(body.position(), codec.decode(type, body.event().payload()));
        }
    }
}
