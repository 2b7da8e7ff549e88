package vn.soto.command.dispatch;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import vn.soto.contracts.team.TeamId;
import vn.soto.contracts.team.TeamTags;
import vn.soto.events.DecodedCommits;
import vn.soto.events.DecodedCommits.DecodedCommit;
import vn.soto.events.DecodedCommits.DecodedEvent;
import vn.soto.events.EventException;
import vn.soto.ledger.LedgerException;

/**
 * Counts the events of all teams for figures. While somebody else decodes the ledger, it counts what was decoded, some thousands of commits
 * at a time, and reads what is missing there. For one thread.
 */
final class FollowedCommits {

    /** Each part of a team that they change is written once for all of them. */
    private static final int MANY = 4_096;

    private final DecodedCommits reader;
    private final TeamCommits commits;
    private final CountedTeams counted;
    private final NavigableMap<Long, DecodedCommit> taken = new TreeMap<>();
    private long last;

    FollowedCommits(DecodedCommits reader, TeamCommits commits, CountedTeams counted) {
        this.reader = reader;
        this.commits = commits;
        this.counted = counted;
    }

    /** Counts all that is listed; while the other reader is far behind, as {@link #follow}. */
    void count(long listed) {
        if (reader.isFarBehind()) {
            follow(listed);
        } else {
            take();
            count(commits.teams(Topic.FIGURES), Long.MAX_VALUE);
        }
    }

    /** Counts what the other reader has decoded, if that is far behind, once it is much and all of it is listed. */
    void follow(long listed) {
        if (reader.isFarBehind()) {
            take();
            if (taken.size() >= MANY && taken.lastKey() <= listed) {
                count(teams(), taken.lastKey());
            }
        }
    }

    private void take() {
        for (List<DecodedCommit> some = reader.after(last); !some.isEmpty(); some = reader.after(last)) {
            some.forEach(commit -> taken.put(commit.number(), commit));
            last = some.getLast().number();
        }
    }

    private void count(Collection<TeamId> teams, long upTo) {
        teams.forEach(team -> countIfReadable(team, upTo));
        taken.clear();
    }

    @SuppressWarnings("EmptyCatch") // it is thrown again to whoever asks for this team's figures
    private void countIfReadable(TeamId team, long upTo) {
        try {
            counted.count(team, taken, upTo);
        } catch (EventException | LedgerException.CommitDamaged e) {
            // the other teams are counted all the same
        }
    }

    /** About whose figures the commits are that were taken. */
    private Set<TeamId> teams() {
        Set<TeamId> teams = new HashSet<>();
        for (DecodedCommit commit : taken.values()) {
            for (DecodedEvent event : commit.events()) {
                if (Topic.FIGURES.includes(event.event().getClass())) {
                    teams.addAll(TeamTags.teams(event.tags()));
                }
            }
        }
        return teams;
    }
}
