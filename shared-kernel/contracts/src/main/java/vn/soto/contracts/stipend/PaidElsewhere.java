package vn.soto.contracts.stipend;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.soto.contracts.team.MemberId;

/** The pay of other statements, as far as it decides what a statement may pay. Mutable; not thread-safe. */
public final class PaidElsewhere {

    private final Map<String, String> statements = new HashMap<>();
    private final Map<MemberId, Long> amounts = new HashMap<>();

    /** Of no statement yet. */
    public PaidElsewhere() {}

    /** @param statement unit and period; of two with the same claim the first pays it */
    public void add(String statement, List<StipendLine> lines) {
        for (StipendLine line : lines) {
            line.claims().forEach(claim -> statements.putIfAbsent(claim, statement));
            if (line.member() != null) {
                amounts.merge(line.member(), line.amount(), Long::sum);
            }
        }
    }

    /** The statement that pays a claim of {@link StipendLine#claims}; absent if none does. */
    @Nullable
    String statement(String claim) {
        return statements.get(claim);
    }

    /** All that a member gets. */
    long amount(MemberId member) {
        return amounts.getOrDefault(member, 0L);
    }
}
