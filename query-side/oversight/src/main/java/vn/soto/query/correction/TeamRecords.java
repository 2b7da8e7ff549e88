package vn.soto.query.correction;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.correction.RestingKind;
import vn.soto.contracts.correction.RestingRecord;
import vn.soto.contracts.correction.RestingRecords;
import vn.soto.contracts.correction.RestingRule;
import vn.soto.contracts.report.CountedEvent;
import vn.soto.contracts.report.TeamFigures;
import vn.soto.contracts.shared.DomainEvent;
import vn.soto.contracts.shared.Id;
import vn.soto.contracts.team.TeamId;
import vn.soto.projection.Batch;
import vn.soto.projection.source.EventContext;
import vn.soto.query.correction.LeftBehind.Hit;
import vn.soto.query.report.FigureFold;

/** The records of a team at an event, by what is kept for its figures. The event is kept already. */
final class TeamRecords {

    private final TeamId team;
    private final EventContext at;
    private final Batch batch;
    private final TeamFigures kept;

    /** Of the commit's first event. */
    private final long first;

    private @Nullable RecordJudge judge;

    TeamRecords(TeamId team, EventContext at, Batch batch) {
        this.team = team;
        this.at = at;
        this.batch = batch;
        this.kept = FigureFold.in(batch);
        this.first = at.position() - at.index();
    }

    /** Before the commit, and before the event. */
    private record Sides(RestingRecords before, RestingRecords now) {}

    private Sides sides(List<CountedEvent> events) {
        RestingRecords before = new RestingRecords(team);
        RestingRecords now = new RestingRecords(team);
        for (CountedEvent one : events) {
            if (one.position() < first) {
                before.on(one.event());
            }
            now.on(one.event());
        }
        return new Sides(before, now);
    }

    /** Judges the record that the event states anew or ends, because a correction may leave it behind. */
    void judgeRestated(DomainEvent event) {
        Sides sides = sides(kept.of(team, event, at.position()));
        sides.now.on(event).map(RestingRecord::key).ifPresent(key -> {
            RestingRecord was = sides.before.standing().get(key);
            if (was != null) {
                judge().judge(was, sides.now.standing().get(key), true, RestingRule.ALL);
            }
        });
    }

    /** Judges those of a day and later that the event may leave behind; returns their keys. */
    Set<String> judgeSince(LocalDate day, List<RestingRule> rules) {
        return judge(kept.recordedSince(team, day, at.position()), day, record -> true, rules);
    }

    /** The same of help to a household or business. */
    void judgeHelp(Id helped, LocalDate since, List<RestingRule> rules) {
        judge(kept.helpSince(team, since, at.position()), since, record -> record.isAbout(helped), rules);
    }

    private Set<String> judge(
            List<CountedEvent> events, LocalDate since, Predicate<RestingRecord> which, List<RestingRule> rules) {
        Sides sides = sides(events);
        Map<String, RestingRecord> before = sides.before.standing();
        Set<String> judged = new HashSet<>();
        sides.now.standing().forEach((key, record) -> {
            if (!record.day().isBefore(since) && which.test(record)) {
                judged.add(key);
                Optional.ofNullable(before.get(key)).ifPresent(was -> judge().judge(was, record, false, rules));
            }
        });
        return judged;
    }

    /** Judges a record that is listed. */
    void judgeListed(Hit hit) {
        Sides sides = sides(
                hit.kind() == RestingKind.ASSISTANCE
                        ? kept.help(team, new AssistanceId(hit.record()), Optional.of(hit.day()), at.position())
                        : kept.standing(team, hit.record(), at.position()));
        String key = RestingRecord.key(hit.kind(), hit.record());
        RestingRecord was = sides.before.standing().get(key);
        RestingRecord now = sides.now.standing().get(key);
        if (was != null && now != null) {
            judge().judge(was, now, false, RestingRule.ALL);
        }
    }

    /** Made when there is something to judge: most records are stated once. */
    private RecordJudge judge() {
        RecordJudge made = judge == null ? new RecordJudge(team, at, batch) : judge;
        judge = made;
        return made;
    }
}
