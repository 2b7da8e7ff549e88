package vn.soto.ledger.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.soto.ledger.Commit;
import vn.soto.ledger.StreamPosition;

/**
 * Commits that somebody asks for: those of some events of an aggregate, or those with some numbers.
 *
 * @param aggregate absent if numbers are asked for
 * @param sequence  of the first event
 * @param count     of the events
 * @param numbers   ascending
 */
record AskedCommits(@Nullable String aggregate, long sequence, int count, List<Long> numbers) {

    private static final char FIRST_PRINTED = ' ';

    /** @param count as those have who ask for an aggregate from its first event on: both are read together */
    static AskedCommits at(List<Long> numbers, int count) {
        return new AskedCommits(null, 0, count, numbers);
    }

    /** One statement has one range of sequences. */
    boolean isOfOneRange(AskedCommits other) {
        return sequence == other.sequence && count == other.count;
    }

    /**
     * The commits that each asks for, by one statement for the commits of all and one for their events. A stream may
     * have more than is asked for.
     */
    static List<List<Commit>> found(SqliteSession session, List<AskedCommits> all) throws SQLException {
        AskedCommits range = all.getFirst();
        List<Commit> commits = SqliteLedgerReader.these(
                session,
                session.list(
                        CommitRow.THESE,
                        CommitRow::of,
                        array(all.stream()
                                .flatMap(each -> Stream.ofNullable(each.aggregate))
                                .map(AskedCommits::quoted)),
                        range.sequence,
                        range.sequence + range.count,
                        array(all.stream()
                                .flatMap(each -> each.numbers.stream())
                                .map(String::valueOf))));
        if (all.size() == 1) {
            return List.of(commits);
        }
        Map<Long, Commit> byNumber = new HashMap<>();
        Map<String, List<Commit>> byAggregate = new HashMap<>();
        for (Commit commit : commits) {
            byNumber.put(commit.number(), commit);
            aggregates(commit)
                    .forEach(aggregate -> byAggregate
                            .computeIfAbsent(aggregate, first -> new ArrayList<>())
                            .add(commit));
        }
        return all.stream()
                .map(each -> each.aggregate == null
                        ? each.numbers.stream()
                                .map(byNumber::get)
                                .filter(Objects::nonNull)
                                .toList()
                        : byAggregate.getOrDefault(each.aggregate, List.of()))
                .toList();
    }

    private static Set<String> aggregates(Commit commit) {
        return commit.events().stream()
                .flatMap(event -> Stream.ofNullable(event.aggregate()))
                .map(StreamPosition::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String array(Stream<String> values) {
        return values.collect(Collectors.joining(",", "[", "]"));
    }

    /** A text of JSON. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next == '"' || next == '\\') {
                quoted.append('\\').append(next);
            } else if (next < FIRST_PRINTED) {
                quoted.append("\\u%04x".formatted((int) next));
            } else {
                quoted.append(next);
            }
        }
        return quoted.append('"').toString();
    }
}
