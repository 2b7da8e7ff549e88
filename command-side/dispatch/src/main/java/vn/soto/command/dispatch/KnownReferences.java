package vn.soto.command.dispatch;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.soto.contracts.household.HouseholdEvent;
import vn.soto.contracts.household.HouseholdEvent.HouseholdRegistered;
import vn.soto.contracts.household.HouseholdEvent.ReferenceCorrected;
import vn.soto.contracts.household.HouseholdId;
import vn.soto.contracts.unit.UnitId;
import vn.soto.events.EventCodec;
import vn.soto.ledger.Commit;
import vn.soto.ledger.LedgerReader;
import vn.soto.ledger.RecordedEvent;

/**
 * Households by their reference in a unit, of the units that were asked about lately; each unit's households are read once, and
 * then on from the last question. Thread-safe.
 */
final class KnownReferences {

    private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final int UNITS = 300;
    private static final int COMMITS_AT_ONCE = 500;

    private final TeamIndex teams;
    private final LedgerReader ledger;
    private final EventCodec codec;
    private final PastEvents past;
    private final Map<UnitId, InUnit> units = new LinkedHashMap<>(16, 0.75F, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UnitId, InUnit> eldest) {
            return size() > UNITS;
        }
    };

    KnownReferences(TeamIndex teams, LedgerReader ledger, EventCodec codec) {
        this.teams = teams;
        this.ledger = ledger;
        this.codec = codec;
        this.past = PastEvents.in(ledger, codec);
    }

    /**
     * The households that have ever been recorded in the unit with that reference, as {@link #folded}. The caller has asked
     * {@link TeamIndex#hasRead}.
     */
    Set<HouseholdId> find(UnitId unit, String reference) {
        InUnit asked;
        synchronized (units) {
            asked = units.computeIfAbsent(unit, InUnit::new);
        }
        return asked.find(folded(reference));
    }

    /** The reference after these events of a household, its registration among them. */
    static String last(List<HouseholdEvent> events) {
        return events.stream()
                .flatMap(event -> switch (event) {
                    case HouseholdRegistered registered -> Stream.of(registered.reference());
                    case ReferenceCorrected corrected -> Stream.of(corrected.reference());
                    default -> Stream.<String>empty();
                })
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    /** What is the same for references that differ in case or in the signs between letters and digits alone. */
    static String folded(String reference) {
        return SIGNS.matcher(reference.toLowerCase(Locale.ROOT)).replaceAll("");
    }

    private final class InUnit {

        private final UnitId unit;
        private final Map<String, Set<HouseholdId>> households = new HashMap<>();
        private long read;

        InUnit(UnitId unit) {
            this.unit = unit;
        }

        synchronized Set<HouseholdId> find(String reference) {
            List<Long> numbers = teams.arrivals(unit, read);
            for (int from = 0; from < numbers.size(); from += COMMITS_AT_ONCE) {
                List<Long> page = numbers.subList(from, Math.min(from + COMMITS_AT_ONCE, numbers.size()));
                for (Commit commit : ledger.commitsAt(page)) {
                    commit.events().forEach(event -> add(event, commit.number()));
                    read = commit.number();
                }
            }
            return Set.copyOf(households.getOrDefault(reference, Set.of()));
        }

        private void add(RecordedEvent event, long commit) {
            if (TeamCommits.Topic.ARRIVALS.includes(codec.classOf(event.type()))) {
                HouseholdEvent arrival = (HouseholdEvent) codec.decode(event.type(), event.payload());
                if (arrival.unit().equals(unit)) {
                    households
                            .computeIfAbsent(folded(reference(arrival, commit)), first -> new LinkedHashSet<>())
                            .add(arrival.household());
                }
            }
        }

        private String reference(HouseholdEvent arrival, long commit) {
            return switch (arrival) {
                case HouseholdRegistered registered -> registered.reference();
                case ReferenceCorrected corrected -> corrected.reference();
                default -> last(past.of(arrival.household().value(), commit, HouseholdEvent.class));
            };
        }
    }
}
