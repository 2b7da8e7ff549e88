package vn.soto.command.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.soto.command.report.ReportFigures;
import vn.soto.contracts.report.Indicators;
import vn.soto.contracts.shared.Quarter;
import vn.soto.contracts.shared.QuarterCalendar;
import vn.soto.contracts.team.TeamId;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.RecordedEvent;
import vn.soto.ledger.StoredEvent;
import vn.soto.ledger.Tail;

/**
 * Derives a team's figures from the ledger itself, up to its tail at that moment. Keeps, for each team, the positions of
 * its events (about 24 bytes each), folded on from where it stopped last; the first call reads the whole ledger.
 */
public final class LedgerReportFigures implements ReportFigures {

    private static final int PAGE = 500;

    private final LedgerReader ledger;
    private final EventCodec codec;
    private final Map<String, List<Long>> positions = new HashMap<>();
    private Tail folded;

    public LedgerReportFigures(LedgerReader ledger, EventCodec codec) {
        this.ledger = ledger;
        this.codec = codec;
        this.folded = Tail.empty(ledger.origin());
    }

    @Override
    public synchronized Pinned derive(TeamId team, Quarter quarter, QuarterCalendar calendar) {
        catchUp();
        Indicators indicators = new Indicators(team, quarter, calendar);
        List<Long> own = positions.getOrDefault("team:" + team, List.of());
        for (int i = 0; i < own.size(); ) {
            int run = run(own, i);
            for (StoredEvent stored : ledger.events(own.get(i), run)) {
                indicators.on(
                        stored.position(),
                        codec.decode(stored.event().type(), stored.event().payload()));
            }
            i += run;
        }
        return new Pinned(indicators.figures(), folded.number(), folded.chain().toString());
    }

    /** How many positions from index {@code i} on follow one another. */
    private static int run(List<Long> sorted, int i) {
        int length = 1;
        while (i + length < sorted.size() && sorted.get(i + length) == sorted.get(i) + length && length < PAGE) {
            length++;
        }
        return length;
    }

    private void catchUp() {
        List<Commit> page = ledger.commits(folded.number() + 1, PAGE);
        while (!page.isEmpty()) {
            page.forEach(this::fold);
            page = ledger.commits(folded.number() + 1, PAGE);
        }
    }

    private void fold(Commit commit) {
        long position = commit.first();
        for (RecordedEvent event : commit.events()) {
            for (String tag : event.tags()) {
                if (tag.startsWith("team:")) {
                    positions.computeIfAbsent(tag, t -> new ArrayList<>()).add(position);
                }
            }
            position++;
        }
        folded = commit.tail();
    }
}
