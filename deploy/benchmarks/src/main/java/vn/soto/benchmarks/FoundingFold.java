package vn.soto.benchmarks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.soto.contracts.report.Indicators;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.TeamId;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;

/** Figures as the definition has them: every event of the team from the founding on, one commit at a time. */
final class FoundingFold {

    private static final int PAGE = 500;

    private final LedgerReader ledger;
    private final EventCodec codec;
    private final Map<String, List<Long>> commits = new HashMap<>();

    FoundingFold(LedgerReader ledger, EventCodec codec) {
        this.ledger = ledger;
        this.codec = codec;
        long next = 1;
        for (List<Commit> page = ledger.commits(next, PAGE); !page.isEmpty(); page = ledger.commits(next, PAGE)) {
            for (Commit commit : page) {
                commit.events().stream()
                        .flatMap(event -> event.tags().stream())
                        .filter(tag -> tag.startsWith("team:"))
                        .distinct()
                        .forEach(tag -> commits.computeIfAbsent(tag, t -> new ArrayList<>())
                                .add(commit.number()));
            }
            next = page.getLast().number() + 1;
        }
    }

    /** Number of commits of the team. */
    int commits(TeamId team) {
        return commits.getOrDefault("team:" + team, List.of()).size();
    }

    Indicators figures(TeamId team, Quarter quarter, QuarterCalendar calendar) {
        Indicators indicators = new Indicators(team, quarter, calendar);
        for (long number : commits.getOrDefault("team:" + team, List.of())) {
            Commit commit = ledger.commit(number).orElseThrow();
            for (int i = 0; i < commit.events().size(); i++) {
                var event = commit.events().get(i);
                indicators.on(commit.first() + i, codec.decode(event.type(), event.payload()));
            }
        }
        return indicators;
    }
}
