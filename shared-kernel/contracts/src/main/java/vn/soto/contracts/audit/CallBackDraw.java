package vn.soto.contracts.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.soto.contracts.assistance.AssistanceId;
import vn.soto.contracts.report.CanonicalContent;
import vn.soto.contracts.team.MemberId;
import vn.soto.contracts.team.TeamId;

/**
 * Draws records of help to call back about, from each member's records in proportion to their number. The same seed,
 * size and records give the same draw, in whatever order the records come.
 *
 * <p>In version 1 every member with records gets one place. The other places go by largest remainders of records beyond
 * the first, equal ones to the earlier team and member. Within a member's records those with the smallest lots are
 * drawn; a lot is the hash of the seed and the record's id, see FORMAT.md. A sample at least as large as the number of
 * records is all of them.
 */
public final class CallBackDraw {

    /** Stored with each sample; a change of the algorithm is another version, beside this one. */
    public static final int VERSION = 1;

    private static final Comparator<Stratum> IN_ORDER =
            Comparator.comparing(Stratum::team).thenComparing(Stratum::member);

    private CallBackDraw() {}

    private record Stratum(TeamId team, MemberId member) {}

    /**
     * @param seed 64 hexadecimal digits
     * @param size places; more where there are more members than places, fewer where there are fewer records
     * @return the strata by team and member
     */
    public static List<CallBackStratum> draw(String seed, int size, List<FrameRecord> records) {
        Map<Stratum, List<AssistanceId>> strata = records.stream()
                .collect(Collectors.groupingBy(
                        record -> new Stratum(record.team(), record.member()),
                        () -> new TreeMap<>(IN_ORDER),
                        Collectors.mapping(FrameRecord::assistance, Collectors.toList())));
        List<Integer> places =
                places(size, strata.values().stream().map(List::size).toList());
        List<CallBackStratum> drawn = new ArrayList<>();
        strata.forEach((stratum, all) -> {
            List<AssistanceId> sorted = all.stream().sorted().toList();
            drawn.add(new CallBackStratum(
                    stratum.team,
                    stratum.member,
                    sorted.size(),
                    hash(sorted),
                    first(seed, places.get(drawn.size()), sorted)));
        });
        return drawn;
    }

    /** How many of each stratum are drawn, given how many records each has. */
    static List<Integer> places(int size, List<Integer> records) {
        long total = records.stream().mapToLong(Integer::longValue).sum();
        if (size >= total) {
            return records;
        }
        int strata = records.size();
        long left = Math.max(0, size - strata);
        long beyond = total - strata;
        List<Integer> places = new ArrayList<>();
        List<Long> remainders = new ArrayList<>();
        long given = 0;
        for (int of : records) {
            long share = beyond == 0 ? 0 : left * (of - 1) / beyond;
            places.add((int) (1 + share));
            remainders.add(beyond == 0 ? 0 : left * (of - 1) % beyond);
            given += share;
        }
        List<Integer> byRemainder = new ArrayList<>();
        for (int i = 0; i < strata; i++) {
            byRemainder.add(i);
        }
        byRemainder.sort(Comparator.comparing(remainders::get).reversed());
        for (int i = 0; i < left - given; i++) {
            int to = byRemainder.get(i);
            places.set(to, places.get(to) + 1);
        }
        return places;
    }

    private record Lot(String lot, AssistanceId record) {}

    private static List<AssistanceId> first(String seed, int places, List<AssistanceId> records) {
        return records.stream()
                .map(record -> new Lot(lot(seed, record), record))
                .sorted(Comparator.comparing(Lot::lot).thenComparing(Lot::record))
                .limit(places)
                .map(Lot::record)
                .toList();
    }

    private static String lot(String seed, AssistanceId record) {
        return new CanonicalContent("soto/call-back-sample/v1")
                .text(seed)
                .text(record.value())
                .hash();
    }

    private static String hash(List<AssistanceId> sorted) {
        return new CanonicalContent("soto/call-back-records/v1")
                .list(sorted, (content, record) -> content.text(record.value()))
                .hash();
    }
}
